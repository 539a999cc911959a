/** The greatest common divisor of two whole numbers, never negative; of zero and zero it is zero. */
export function greatestCommonDivisor(one: bigint, other: bigint): bigint {
  let [a, b] = [one < 0n ? -one : one, other < 0n ? -other : other];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/** An exact quotient of whole numbers; the denominator is positive. */
export interface Fraction {
  numerator: bigint;
  denominator: bigint;
}

/** The fraction in lowest terms. Throws RangeError for a denominator of zero. */
export function fraction(numerator: bigint, denominator: bigint = 1n): Fraction {
  if (denominator === 0n) throw new RangeError('a fraction over zero');
  const divisor = greatestCommonDivisor(numerator, denominator);
  const sign = denominator < 0n ? -1n : 1n;
  return { numerator: (sign * numerator) / divisor, denominator: (sign * denominator) / divisor };
}

export function addFractions(one: Fraction, other: Fraction): Fraction {
  return fraction(
    one.numerator * other.denominator + other.numerator * one.denominator,
    one.denominator * other.denominator,
  );
}

export function subtractFractions(one: Fraction, other: Fraction): Fraction {
  return addFractions(one, { numerator: -other.numerator, denominator: other.denominator });
}

export function multiplyFractions(one: Fraction, other: Fraction): Fraction {
  return fraction(one.numerator * other.numerator, one.denominator * other.denominator);
}

export function divideFractions(one: Fraction, other: Fraction): Fraction {
  return fraction(one.numerator * other.denominator, one.denominator * other.numerator);
}

/** Below, equal to or above 0 as the first is less than, equal to or more than the second. */
export function compareFractions(one: Fraction, other: Fraction): number {
  const difference = one.numerator * other.denominator - other.numerator * one.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** A whole number or "a/b" in lowest terms. */
export function formatFraction(value: Fraction): string {
  const { numerator, denominator } = fraction(value.numerator, value.denominator);
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
}

/** The value with at most `decimals` decimals, rounded half away from zero, without trailing zeros. */
export function roundFraction(value: Fraction, decimals: number): string {
  const scale = 10n ** BigInt(decimals);
  const negative = value.numerator < 0n;
  const top = (negative ? -value.numerator : value.numerator) * scale * 2n + value.denominator;
  const units = top / (value.denominator * 2n);
  return (negative && units > 0n ? '-' : '') + formatDecimal(units, decimals);
}

/** units / 10^decimals as decimal text without trailing zeros. */
export function formatDecimal(units: bigint, decimals: number): string {
  if (units < 0n) return `-${formatDecimal(-units, decimals)}`;
  const digits = units.toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const part = digits.slice(digits.length - decimals).replace(/0+$/, '');
  return part === '' ? whole : `${whole}.${part}`;
}
