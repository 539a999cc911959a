import type { ReadContext } from '../context';

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
