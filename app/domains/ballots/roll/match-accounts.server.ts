import type { ReadContext } from '../../context';
import { householdText, residentsOfName } from '../../identity/index.server';
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
  /** The confirmed address and year of birth are those of the line, too. */
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
  return new Map(
    lines.map(({ id, person }) => [
      id,
      (byName.get(person.name) ?? [])
        .filter(({ displayName }) => isSameName(displayName, person.name))
        .filter(
          ({ birthYear }) =>
            birthYear === null || person.birthYear === null || birthYear === person.birthYear,
        )
        .map((account) => ({
          personId: account.id,
          displayName: account.displayName,
          birthYear: account.birthYear,
          exact:
            account.birthYear !== null &&
            account.birthYear === person.birthYear &&
            person.unit !== '' &&
            account.residenceAreaId !== null &&
            account.householdKey !== null &&
            ctx.keys.matches(account.householdKey, householdText(account.residenceAreaId, person.unit)),
        })),
    ]),
  );
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
