import { cutText } from '~/lib/texts/cut-text';

/** An exact decimal: units / 10^decimals. */
export interface DecimalAmount {
  units: bigint;
  decimals: number;
}

/**
 * Reads an amount of money: digits with an optional decimal point or comma. Throws RangeError for anything
 * else, signs, exponents, thousands separators and more than 40 digits included.
 */
export function parseAmount(text: string): DecimalAmount {
  const match = /^(\d+)(?:[.,](\d+))?$/.exec(text.trim());
  if (!match?.[1] || text.trim().length > 40) throw new RangeError(`not an amount: ${cutText(text, 60)}`);
  const decimals = (match[2] ?? '').replace(/0+$/, '');
  return { units: BigInt(match[1] + decimals), decimals: decimals.length };
}

/** The amount in units of 10^-decimals; `decimals` must not be fewer than the amount's own. */
export function unitsOf(amount: DecimalAmount, decimals: number): bigint {
  return amount.units * 10n ** BigInt(decimals - amount.decimals);
}

export function sumAmounts(amounts: DecimalAmount[]): DecimalAmount {
  const decimals = Math.max(0, ...amounts.map((amount) => amount.decimals));
  return { units: amounts.reduce((sum, amount) => sum + unitsOf(amount, decimals), 0n), decimals };
}

/** Below, equal to or above 0 as the first is less than, equal to or more than the second. */
export function compareAmounts(one: DecimalAmount, other: DecimalAmount): number {
  const decimals = Math.max(one.decimals, other.decimals);
  const difference = unitsOf(one, decimals) - unitsOf(other, decimals);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
