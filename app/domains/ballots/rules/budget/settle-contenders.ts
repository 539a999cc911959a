import { floorQuotient, type BudgetBounds } from './budget-bounds';
import type { ExactPayment } from './exact-payments';
import type { BudgetInstance, Utility } from './instance';

/** A project that may have the smallest rho, with bounds of its highest payment. */
export interface Contender {
  project: number;
  lower: number;
  upper: number;
}

export interface Settled {
  contender: Contender;
  /** All with the same rho in the order of the tie rule; empty without a tie. */
  tied: number[];
  payment: ExactPayment | null;
}

/** Where a run over bounds stands. */
export interface StructuralRun {
  instance: BudgetInstance;
  bounds: BudgetBounds;
  utility: Utility;
  bought: ReadonlySet<number>;
}

/**
 * Decides between contenders whose bounds overlap by what holds for every starting share of the range: where
 * all supporters with money can pay the same, the payment is cost / supporters exactly; and two projects with
 * the same cost and supporters with the same pasts (and points) always stand equal. Otherwise 'unclear'.
 */
export function settleStructurally(run: StructuralRun, contenders: Contender[]): Settled | 'unclear' {
  const { instance, bounds, utility } = run;
  const payers = contenders.map(({ project }) => equalPayers(instance, bounds, project));
  const flat = contenders.filter((_, index) => payers[index] !== null);
  const rho = (contender: Contender) => {
    const rest = BigInt(payers[contenders.indexOf(contender)] ?? 1);
    return rhoOf(
      instance,
      contender.project,
      { numerator: instance.projects[contender.project]?.cost ?? 0n, rest },
      utility,
    );
  };
  const bestFlat = flat.filter((one) => flat.every((other) => compare(rho(one), rho(other)) <= 0));
  const others = contenders.filter((_, index) => payers[index] === null);
  const left = [...bestFlat, ...others];
  const [first] = left;
  if (!first) return 'unclear';
  const equal = others.length === 0 || left.every((one) => isTwin(run, first.project, one.project));
  return equal
    ? breakTie(
        instance,
        left.map((contender) => ({ contender, payment: null })),
      )
    : 'unclear';
}

/** Decides by exact payments. */
export function settleExactly(
  instance: BudgetInstance,
  contenders: (Contender & { payment: ExactPayment })[],
  utility: Utility,
): Settled | null {
  const rho = (one: (typeof contenders)[number]) => rhoOf(instance, one.project, one.payment, utility);
  const best = contenders.filter((one) => contenders.every((other) => compare(rho(one), rho(other)) <= 0));
  if (best.length === 0) return null;
  return breakTie(
    instance,
    best.map((contender) => ({ contender, payment: contender.payment })),
  );
}

function breakTie(instance: BudgetInstance, equal: Omit<Settled, 'tied'>[]): Settled {
  const rank = (one: Omit<Settled, 'tied'>) => instance.projects[one.contender.project]?.tieRank ?? 0;
  const [first, ...rest] = [...equal].sort((one, other) => rank(one) - rank(other));
  if (!first) throw new RangeError('a tie of nothing');
  const tied = rest.length === 0 ? [] : [first, ...rest].map(({ contender }) => contender.project);
  return { ...first, tied };
}

/**
 * Number (or points) of supporters with money left if each can surely pay the same part of the cost, or for each
 * point the same part, else null.
 */
function equalPayers(instance: BudgetInstance, bounds: BudgetBounds, project: number): number | null {
  const { weights, supporterStart } = instance;
  const { lists, points, ends, low, high, costHigh } = bounds;
  let payers = 0;
  let poorest = Number.POSITIVE_INFINITY;
  for (let at = supporterStart[project] as number; at < (ends[project] as number); at += 1) {
    const voter = lists[at] as number;
    if (high[voter] === 0) continue;
    const given = points[at] as number;
    payers += (weights[voter] as number) * given;
    poorest = Math.min(poorest, floorQuotient(low[voter] as number, given));
  }
  return payers > 0 && poorest * payers >= (costHigh[project] as number) ? payers : null;
}

/** rho as a fraction of which the common denominator of payments is left out. */
function rhoOf(instance: BudgetInstance, project: number, payment: ExactPayment, utility: Utility) {
  const unit = utility === 'cost' ? (instance.projects[project]?.cost ?? 1n) : 1n;
  return { numerator: payment.numerator, denominator: payment.rest * unit };
}

type Rho = ReturnType<typeof rhoOf>;

function compare(one: Rho, other: Rho): number {
  const difference = one.numerator * other.denominator - other.numerator * one.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/**
 * Whether two projects stand equal at every share: the same cost, and as many supporters with each past. What
 * a voter has left follows from the projects that were bought and that the voter supports.
 */
function isTwin(run: StructuralRun, one: number, other: number): boolean {
  if (one === other) return true;
  const { projects } = run.instance;
  if (projects[one]?.cost !== projects[other]?.cost) return false;
  const [mine, theirs] = [supportersByPast(run, one), supportersByPast(run, other)];
  return mine.size === theirs.size && [...mine].every(([past, weight]) => theirs.get(past) === weight);
}

/** Weights of the supporters who may have money left, by what they give the project and the bought ones. */
function supportersByPast({ instance, bounds, bought }: StructuralRun, project: number): Map<string, number> {
  const { approvals, approvalPoints, approvalStart, supporterStart, weights } = instance;
  const weightOf = new Map<string, number>();
  for (let at = supporterStart[project] ?? 0; at < (bounds.ends[project] ?? 0); at += 1) {
    const voter = bounds.lists[at] ?? 0;
    let past = String(bounds.points[at] ?? 0);
    for (let own = approvalStart[voter] ?? 0; own < (approvalStart[voter + 1] ?? 0); own += 1)
      if (bought.has(approvals[own] ?? 0)) past += `,${approvals[own]}:${approvalPoints[own]}`;
    weightOf.set(past, (weightOf.get(past) ?? 0) + (weights[voter] ?? 0));
  }
  return weightOf;
}
