import type { BudgetBounds } from './budget-bounds';
import type { BudgetRound, Payment } from './budget-result';
import type { ExactPayment, ExactPayments } from './exact-payments';
import type { BudgetInstance } from './instance';
import { roundFraction } from '~/lib/numbers/fraction';

/** Decimals to which single payments are shown; who wins is decided by exact fractions. */
export const shownDecimals = 6;
/** Partial payments are shown in at most so many bands. */
const mostBands = 24;

/**
 * What the supporters of a project pay for it: the full share first, so much for each point where there are points,
 * then those who had less, by falling amount.
 */
export function paymentsOf(
  instance: BudgetInstance,
  bounds: BudgetBounds,
  project: number,
  exact: { payment: ExactPayment; payments: ExactPayments },
): Pick<BudgetRound, 'payments' | 'effectiveVotes' | 'perPoint'> {
  const { payment, payments } = exact;
  const unit = payments.denominator * 10n ** BigInt(instance.decimals);
  const partial: { left: bigint; voters: number }[] = [];
  const full: FullPayers = { voters: 0, least: Number.POSITIVE_INFINITY, most: 0 };
  for (let at = instance.supporterStart[project] ?? 0; at < (bounds.ends[project] ?? 0); at += 1) {
    const voter = bounds.lists[at] ?? 0;
    const left = payments.leftOf(voter);
    const voters = instance.weights[voter] ?? 0;
    const points = bounds.points[at] ?? 1;
    if (left * payment.rest >= payment.numerator * BigInt(points)) {
      full.voters += voters;
      full.least = Math.min(full.least, points);
      full.most = Math.max(full.most, points);
    } else if (left > 0n) partial.push({ left, voters });
  }
  const amountOf = (points: bigint, ofOne = 1n) =>
    roundFraction(
      { numerator: payment.numerator * points, denominator: payment.rest * unit * ofOne },
      shownDecimals,
    );
  const [from, to] = [amountOf(BigInt(full.least)), amountOf(BigInt(full.most))];
  const all = [{ voters: full.voters, from, to }, ...bandsOf(partial, unit)];
  if (instance.summed) {
    const perPoint = amountOf(10n ** BigInt(instance.scoreDecimals), instance.pointsUnit);
    return { payments: all, effectiveVotes: null, perPoint };
  }
  const cost = (instance.projects[project]?.cost ?? 0n) * payments.denominator * payment.rest;
  return {
    payments: all,
    effectiveVotes: roundFraction({ numerator: cost, denominator: payment.numerator }, shownDecimals),
  };
}

interface FullPayers {
  voters: number;
  least: number;
  most: number;
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
