import type { Reads } from '~/platform/db/database.server';
import { holdsOneOf } from '~/platform/db/lists/holding-text';
import type { SqlPart } from '~/platform/db/lists/sql-parts';
import { withNameDots } from '~/lib/texts/person-name';

/** Which accounts: of who lives in the area, of these ids, or with one of these addresses, confirmed. */
export type AccountsAsked = { livingIn: string } | { ids: SqlPart } | { addresses: SqlPart };

function conditionOf(asked: AccountsAsked): SqlPart {
  if ('ids' in asked) return { text: `p."id" IN (${asked.ids.text})`, values: asked.ids.values };
  if ('addresses' in asked)
    return {
      text: `p."emailConfirmedAt" IS NOT NULL AND LOWER(p."email") IN (${asked.addresses.text})`,
      values: asked.addresses.values,
    };
  return {
    text: 'p."residenceAreaId" >= ? AND p."residenceAreaId" < ?',
    values: [asked.livingIn, `${asked.livingIn}~`],
  };
}

/**
 * In SQL, the open accounts of those who are old enough: with id, `household` (the account itself where none is known)
 * and `areaId`, where the person lives or says to be at home. Age 0 asks nobody's.
 */
export function openAccountsSql(
  asked: AccountsAsked,
  { minimumAge, bornBy }: { minimumAge: number; bornBy: number },
): SqlPart {
  const condition = conditionOf(asked);
  return {
    text: `SELECT p."id", COALESCE(p."householdKey", p."id") AS "household",
        COALESCE(p."residenceAreaId", p."homeAreaId") AS "areaId" FROM "Person" p
      WHERE p."suspendedAt" IS NULL AND (? = 0 OR p."birthYear" <= ?) AND ${condition.text}`,
    values: [minimumAge, bornBy, ...condition.values],
  };
}

/** In SQL, accounts as staff at a counter tell people apart, with id, `displayName` and `birthYear`: one, or those called so. */
export function namedAccountsSql(
  engine: Reads['engine'],
  asked: { id: string } | { called: string },
): SqlPart {
  const named =
    'id' in asked
      ? { text: 'p."id" = ?', values: [asked.id] }
      : calledSo(holdsOneOf(engine, 'p."displayName"', withNameDots(asked.called)), asked.called);
  return {
    text: `SELECT p."id", p."displayName", p."birthYear" FROM "Person" p WHERE ${named.text}`,
    values: named.values,
  };
}

const calledSo = ({ text, values }: SqlPart, address: string): SqlPart => ({
  text: `(${text} OR LOWER(p."email") = LOWER(?))`,
  values: [...values, address],
});
