import type { ReadContext } from '../context';
import { oneOf } from '~/platform/db/lists/sql-parts';
import type { SqlPart } from '~/platform/db/lists/sql-parts';

const askedColumns = {
  id: true,
  name: true,
  kind: true,
  areaId: true,
  state: true,
  creditCode: true,
} as const;

/** Organisations by their ids; what is not there is left out. */
export async function organisationsById(ctx: ReadContext, ids: readonly string[]) {
  const rows = await ctx.database.read.organisation.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: askedColumns,
  });
  return new Map(rows.map((row) => [row.id, row]));
}

/** Those who act for an organisation: members alone look on. */
export async function actingMembers(ctx: ReadContext, organisationId: string): Promise<string[]> {
  const rows = await ctx.database.read.organisationMember.findMany({
    where: { organisationId, mandate: { not: 'member' } },
    select: { personId: true },
  });
  return rows.map(({ personId }) => personId);
}

/** Who belongs to these organisations, by the names that members know, those who belong longest first. */
export async function membersOf(ctx: ReadContext, organisationIds: readonly string[]) {
  const rows = await ctx.database.read.organisationMember.findMany({
    where: { organisationId: { in: [...new Set(organisationIds)] } },
    orderBy: [{ createdAt: 'asc' }, { personId: 'asc' }],
    select: {
      ...{ organisationId: true, personId: true, mandate: true },
      person: { select: { displayName: true } },
    },
  });
  return rows.map(({ person, ...row }) => ({ ...row, name: person.displayName }));
}

/** In SQL, the ids of those who belong to these organisations. */
export function membersOfSql(organisationIds: readonly string[]): SqlPart {
  const { text, values } = oneOf('"organisationId"', organisationIds);
  return { text: `SELECT "personId" FROM "OrganisationMember" WHERE ${text}`, values };
}
