import type { ReadContext } from '../../context';
import { householdText, livingThere, residentsOfName } from '../../identity/index.server';
import type { NamedResident } from '../../identity/index.server';
import { isSameName } from './roll-person';
import type { RollPerson } from './roll-person';

export interface LineToMatch {
  id: string;
  person: RollPerson;
}

export interface AccountLike {
  personId: string;
  displayName: string;
  birthYear: number | null;
  /** The confirmed home and year of birth are those of the line, too. */
  exact: boolean;
}

/** Accounts that may be the person of a line: of its name and with a confirmed residence in the ballot's area. */
export async function accountsLike(
  ctx: ReadContext,
  { areaId, lines }: { areaId: string; lines: readonly LineToMatch[] },
): Promise<Map<string, AccountLike[]>> {
  const people = await residentsOfName(ctx, { areaId, names: lines.map(({ person }) => person.name) });
  const byName = new Map<string, NamedResident[]>();
  for (const one of people) byName.set(one.displayName, [...(byName.get(one.displayName) ?? []), one]);
  const pairs = lines.flatMap(({ id, person }) =>
    (byName.get(person.name) ?? [])
      .filter((account) => mayBe(account, person))
      .map((account) => ({ lineId: id, account, person })),
  );
  const exact = await exactPairs(ctx, pairs);
  const like = new Map<string, AccountLike[]>(lines.map(({ id }) => [id, []]));
  for (const pair of pairs) {
    const { id: personId, displayName, birthYear } = pair.account;
    like.get(pair.lineId)?.push({ personId, displayName, birthYear, exact: exact.has(pair) });
  }
  return like;
}

/** Of one name, and where both years of birth are known of one year. */
const mayBe = ({ displayName, birthYear }: NamedResident, person: RollPerson) =>
  isSameName(displayName, person.name) &&
  (birthYear === null || person.birthYear === null || birthYear === person.birthYear);

interface Pair {
  lineId: string;
  account: NamedResident;
  person: RollPerson;
}

/**
 * Those of one year of birth and one home, however the roll and the account write it: the household is the same, or the
 * unit of the roll is the end of the address that was confirmed.
 */
async function exactPairs(ctx: ReadContext, pairs: readonly Pair[]): Promise<Set<Pair>> {
  const ofOneYear = pairs.filter(
    ({ account, person }) => account.birthYear !== null && account.birthYear === person.birthYear,
  );
  const isHousehold = ({ account: { residenceAreaId, householdKey }, person }: Pair) =>
    person.unit !== '' &&
    residenceAreaId !== null &&
    householdKey !== null &&
    ctx.keys.matches(householdKey, householdText(residenceAreaId, person.unit));
  const stated = ofOneYear.map((pair) => ({
    ...{ pair, personId: pair.account.id, place: pair.person.unit },
  }));
  const there = new Set(
    await livingThere(
      ctx,
      stated.filter(({ pair }) => !isHousehold(pair)),
    ),
  );
  return new Set(stated.filter((one) => isHousehold(one.pair) || there.has(one)).map(({ pair }) => pair));
}

/** The accounts to join without asking: one account matches one line exactly, and neither matches another. */
export async function exactMatches(
  ctx: ReadContext,
  given: { areaId: string; lines: readonly LineToMatch[] },
): Promise<Map<string, string>> {
  const like = await accountsLike(ctx, given);
  const pairs = [...like].flatMap(([lineId, accounts]) => {
    const exact = accounts.filter((account) => account.exact);
    return exact.map(({ personId }) => ({ lineId, personId, alone: exact.length === 1 }));
  });
  const linesOf = new Map<string, number>();
  for (const { personId } of pairs) linesOf.set(personId, (linesOf.get(personId) ?? 0) + 1);
  return new Map(
    pairs
      .filter(({ personId, alone }) => alone && linesOf.get(personId) === 1)
      .map(({ lineId, personId }) => [lineId, personId]),
  );
}
