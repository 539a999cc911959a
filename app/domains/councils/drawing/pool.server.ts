import type { ReadContext, TransactionContext } from '../../context';
import { DomainError } from '../../domain-error';
import { householdKeysOf, residentsAmong } from '../../identity/index.server';
import { openStated } from './features.server';
import type { Stated } from './features.server';
import { readQuotas } from '../load-council.server';
import type { LoadedCouncil } from '../load-council.server';
import type { Answers } from '../policy';
import type { Council, Person } from '../rules/council';
import { featuresOf } from '../rules/parse-quotas';
import { replacementCouncil } from '../rules/replacement/replacement-council';
import { inListOrder } from '../rules/lottery/draw-line';

/** Somebody who volunteered, or sits, with what they stated. */
export interface Pooled {
  candidateId: string;
  personId: string | null;
  state: string;
  /** The last check knew it. */
  checked: boolean;
  /** Lives in the area still, with an open account: who does not is drawn no more, and a member keeps the seat. */
  resides: boolean;
  stated: Stated;
  /** What was stated lacks the household of the first list. */
  unfrozen: boolean;
  person: Person;
}

export interface Pool {
  people: Pooled[];
  /** Two pools of one key are the same, to the last letter of what was stated. */
  key: string;
}

/** Households of which several volunteered, by numbers that lead to no address. */
function householdNumbers(keys: readonly (string | null)[]): Map<string, string> {
  const times = new Map<string, number>();
  for (const key of keys) if (key !== null) times.set(key, (times.get(key) ?? 0) + 1);
  const shared = [...times].filter(([, count]) => count > 1);
  return new Map(shared.map(([key], at) => [key, `H${at + 1}`]));
}

const columns = {
  ...{ id: true, personId: true, number: true, state: true, checked: true, sealedFeatures: true },
} as const;

/** Everybody with features, in the order of their numbers, as they lie sealed; asked now whether they live there. */
async function sealedRows(ctx: ReadContext, council: LoadedCouncil) {
  const rows = await ctx.database.read.councilCandidate.findMany({
    where: {
      ...{ councilId: council.id, state: { in: ['volunteered', 'drawn', 'accepted'] } },
      sealedFeatures: { not: null },
    },
    select: columns,
  });
  const ids = rows.flatMap(({ personId }) => personId ?? []);
  const residents = await residentsAmong(ctx, council.areaId, ids);
  const isFirst = council.draws.length === 0;
  const keys =
    isFirst && council.onePerHousehold ? await householdKeysOf(ctx, ids) : new Map<string, string>();
  const byNumber = new Map(
    rows.flatMap(({ number, personId, ...row }) => {
      const [resides, householdKey] = [residents.has(personId ?? ''), keys.get(personId ?? '') ?? null];
      return number === null ? [] : [[number, { ...row, number, personId, resides, householdKey }] as const];
    }),
  );
  return inListOrder([...byNumber.keys()]).flatMap((number) => byNumber.get(number) ?? []);
}

const keyOf = (rows: Awaited<ReturnType<typeof sealedRows>>): string =>
  JSON.stringify(
    rows.map(({ id, state, sealedFeatures, resides, householdKey }) => [
      ...[id, state, sealedFeatures, resides, householdKey],
    ]),
  );

const openedAtOnce = 500;

/** Everybody with features, in the order of their numbers. Before the first list their households are asked for. */
export async function readPool(ctx: ReadContext, council: LoadedCouncil): Promise<Pool> {
  const rows = await sealedRows(ctx, council);
  const isFirst = council.draws.length === 0;
  const numbers = householdNumbers(rows.map(({ householdKey }) => householdKey));
  const people: Pooled[] = [];
  for (const [at, row] of rows.entries()) {
    if (at % openedAtOnce === openedAtOnce - 1) await ctx.giveWay();
    const { id: candidateId, personId, number, state, checked, resides, householdKey } = row;
    const stated = openStated(ctx, row.sealedFeatures ?? '');
    const household = isFirst ? (numbers.get(householdKey ?? '') ?? null) : stated.household;
    const person = { id: number, values: stated.values, household };
    const unfrozen = household !== stated.household;
    people.push({
      ...{ candidateId, personId, state, checked, resides, unfrozen, person },
      stated: { ...stated, household },
    });
  }
  return { people, key: keyOf(rows) };
}

/**
 * Throws `conflict` unless, while the council is held, the pool is that of which something was reckoned. What lies sealed
 * is compared as it lies: nothing is opened meanwhile.
 */
export async function ensureSamePool(
  ctx: TransactionContext,
  council: LoadedCouncil,
  { key }: Pool,
): Promise<void> {
  if (keyOf(await sealedRows(ctx, council)) !== key)
    throw new DomainError('conflict', { reason: 'changed-meanwhile' });
}

/** What is drawn next, of whom: all seats, or those that fell vacant. */
export interface ToDraw {
  council: Council;
  /** Numbers of members who keep their seats, and of volunteers who share a household with them. */
  kept: string[];
  excluded: string[];
}

export function toDraw(council: LoadedCouncil, { people: pooled }: Pool): ToDraw {
  const quotas = readQuotas(council.quotas);
  const people = pooled.map(({ person }) => person);
  const whole: Council = { seats: council.seats, features: featuresOf(quotas), quotas, people };
  const ids = (those: readonly Pooled[]) => those.map(({ person }) => person.id);
  const members = ids(pooled.filter(({ state }) => state !== 'volunteered'));
  const gone = ids(pooled.filter(({ state, resides }) => state === 'volunteered' && !resides));
  return { ...replacementCouncil(whole, { members, gone }), kept: members };
}

/** By how many of those who could be drawn first the pool is apart from that of the last check. */
export function answersIn({ checkedPeople }: LoadedCouncil, { people }: Pool): Answers {
  const there = people.filter(({ resides }) => resides);
  const fresh = there.filter(({ checked }) => !checked).length;
  return { people: there.length, fresh, gone: checkedPeople - (there.length - fresh) };
}
