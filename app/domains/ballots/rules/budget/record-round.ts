import type { BudgetBounds } from './budget-bounds';
import type { Amount, Payment } from './budget-result';
import type { ExactPayment, ExactPayments } from './exact-payments';
import type { BudgetInstance } from './instance';
import { roundFraction } from '~/lib/fraction';

/** Decimals to which single payments are shown; who wins is decided by exact fractions. */
export const shownDecimals = 6;
/** Partial payments are shown in at most so many bands. */
const mostBands = 24;

/** What the supporters of a project pay for it: the full share first, then those who had less, by falling amount. */
export function paymentsOf(
  instance: BudgetInstance,
  bounds: BudgetBounds,
  project: number,
  exact: { payment: ExactPayment; payments: ExactPayments },
): { payments: Payment[]; effectiveVotes: Amount } {
  const { payment, payments } = exact;
  const unit = payments.denominator * 10n ** BigInt(instance.decimals);
  const partial: { left: bigint; voters: number }[] = [];
  let full = 0;
  for (let at = instance.supporterStart[project] ?? 0; at < (bounds.ends[project] ?? 0); at += 1) {
    const voter = bounds.lists[at] ?? 0;
    const left = payments.leftOf(voter);
    const voters = instance.weights[voter] ?? 0;
    if (left * payment.rest >= payment.numerator) full += voters;
    else if (left > 0n) partial.push({ left, voters });
  }
  const fullAmount = roundFraction(
    { numerator: payment.numerator, denominator: payment.rest * unit },
    shownDecimals,
  );
  const cost = (instance.projects[project]?.cost ?? 0n) * payments.denominator * payment.rest;
  return {
    payments: [{ voters: full, from: fullAmount, to: fullAmount }, ...bandsOf(partial, unit)],
    effectiveVotes: roundFraction({ numerator: cost, denominator: payment.numerator }, shownDecimals),
  };
}

/** One entry an amount; where there are too many amounts, bands with about the same number of voter classes. */
function bandsOf(partial: { left: bigint; voters: number }[], unit: bigint): Payment[] {
  const shown = (left: bigint) => roundFraction({ numerator: left, denominator: unit }, shownDecimals);
  partial.sort((one, other) => (one.left > other.left ? -1 : one.left < other.left ? 1 : 0));
  const entries: { from: bigint; to: bigint; voters: number }[] = [];
  for (const { left, voters } of partial) {
    const last = entries.at(-1);
    if (last && last.from === left) last.voters += voters;
    else entries.push({ from: left, to: left, voters });
  }
  const size = Math.ceil(entries.length / mostBands);
  const bands: Payment[] = [];
  for (let start = 0; start < entries.length; start += size) {
    const band = entries.slice(start, start + size);
    const voters = band.reduce((sum, entry) => sum + entry.voters, 0);
    bands.push({ voters, from: shown(band.at(-1)?.from ?? 0n), to: shown(band[0]?.to ?? 0n) });
  }
  return bands;
}
