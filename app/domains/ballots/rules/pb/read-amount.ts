import { formatDecimal } from '~/lib/fraction';
import { parseAmount } from '../budget/amounts';
import type { Remarks } from './remarks';

/** Decimal text with a point; "0", noted as a fault, for what is not an amount. */
export function readAmount(text: string, line: number, remarks: Remarks): string {
  try {
    const { units, decimals } = parseAmount(text);
    return formatDecimal(units, decimals);
  } catch {
    remarks.fault(line, 'not-an-amount', text);
    return '0';
  }
}
