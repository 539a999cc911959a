import { formatDecimal } from '~/lib/numbers/fraction';
import { parseAmount } from '../budget/amounts';
import type { Remarks } from './remarks';

/**
 * Decimal text with a point. A comma parts decimals, as cities write them; where it could part thousands that is noted.
 * "0", noted as a fault, for what is not an amount.
 */
export function readAmount(text: string, line: number, remarks: Remarks): string {
  if (/^\s*\d{1,3},\d{3}\s*$/.test(text)) remarks.notice(line, 'comma-before-three', text.trim());
  try {
    const { units, decimals } = parseAmount(text);
    return formatDecimal(units, decimals);
  } catch {
    remarks.fault(line, 'not-an-amount', text);
    return '0';
  }
}
