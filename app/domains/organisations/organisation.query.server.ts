import { holdsRole } from '../actor';
import type { ReadContext } from '../context';
import { DomainError } from '../domain-error';
import { mayManageMembers, mayMerge, mayOfferOwnership, mayResubmit } from './policy';
import { mayReadOrganisation } from './visibility';
import { within } from '~/platform/db/lists/area-scope';
import { holding } from '~/platform/db/lists/holding-text';
import { listPage } from '~/platform/db/lists/list-page';
import type { Reader, Transaction } from '~/platform/db/database.server';
import { trailOf } from '~/lib/geo/division-code';

const cardColumns = { id: true, name: true, kind: true, areaId: true, state: true, about: true } as const;

const pageSize = 60;
const mostPredecessors = 20;
const byName = { unique: 'id', direction: 'asc', column: 'name', kind: 'text' } as const;

/** One page of the verified organisations, by name. */
export async function listOrganisations(
  ctx: ReadContext,
  filter: {
    areaId?: string | undefined;
    kind?: string | undefined;
    query?: string | undefined;
    cursor?: string | undefined;
  },
) {
  const words = filter.query
    ? await holding(ctx.database, { table: 'Organisation', column: 'name', words: filter.query })
    : {};
  return listPage({ order: byName, cursor: filter.cursor, size: pageSize }, ({ behind, ...page }) =>
    ctx.database.read.organisation.findMany({
      where: {
        AND: [words, behind],
        state: 'verified',
        ...(filter.areaId ? { areaId: within(filter.areaId) } : {}),
        ...(filter.kind ? { kind: filter.kind } : {}),
      },
      ...page,
      select: cardColumns,
    }),
  );
}

export async function organisationPage(ctx: ReadContext, organisationId: string) {
  const organisation = await ctx.database.read.organisation.findUnique({
    where: { id: organisationId },
    include: { members: { select: { mandate: true, person: { select: { id: true, displayName: true } } } } },
  });
  const official = organisation && holdsRole(ctx.actor, ['moderator', 'administrator'], organisation.areaId);
  const mine = ctx.actor.kind === 'person' ? ctx.actor.memberships : [];
  const membership = mine.find((member) => member.organisationId === organisationId) ?? null;
  if (!organisation || !mayReadOrganisation(ctx.actor, organisation).allowed)
    throw new DomainError('not-found');
  const owned = organisation.members.some((member) => member.mandate === 'owner');
  const moderates = official === true;
  const acts = ['verified', 'inactive'].includes(organisation.state);
  return {
    organisation,
    membership,
    owned,
    mayDeactivate: moderates && organisation.state === 'verified',
    mayMerge: acts && mayMerge(ctx.actor, organisation.areaId).allowed,
    /** While it has any it can neither be merged nor taken out of service: said before a form is filled. */
    openOrders: moderates && acts ? await ctx.subjects.openWorkOf(ctx, organisationId) : 0,
    predecessors: await predecessorsOf(ctx, organisationId),
    mayReactivate: moderates && organisation.state === 'inactive' && owned,
    isOwner: mayManageMembers(ctx.actor, organisationId).allowed,
    mayOffer: mayOfferOwnership(ctx.actor, {
      ...organisation,
      ...{ mandateOfActor: membership?.mandate ?? null, hasOwner: owned },
    }).allowed,
    mayResubmit: mayResubmit(ctx.actor, organisation).allowed,
  };
}

/** What was merged into it, the last first. */
async function predecessorsOf(ctx: ReadContext, organisationId: string) {
  const rows = await ctx.database.read.organisation.findMany({
    where: { mergedIntoId: organisationId },
    select: { id: true, name: true, mergedAt: true, reason: true },
    orderBy: [{ mergedAt: 'desc' }, { id: 'desc' }],
    take: mostPredecessors,
  });
  return rows.flatMap(({ mergedAt, ...row }) => (mergedAt ? [{ ...row, mergedAt }] : []));
}

/** Names by id. */
export async function organisationNames(
  ctx: ReadContext,
  ids: readonly string[],
): Promise<Record<string, string>> {
  const rows = await ctx.database.read.organisation.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return Object.fromEntries(rows.map((row) => [row.id, row.name]));
}

/** The verified departments of an area and of those above it. */
export async function departmentsFor(ctx: ReadContext, areaIds: readonly string[]) {
  return ctx.database.read.organisation.findMany({
    where: {
      kind: 'department',
      state: 'verified',
      OR: areaIds.flatMap((areaId) => [{ areaId: { in: trailOf(areaId) } }, { areaId: within(areaId) }]),
    },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  });
}

/** The verified departments of the whole portal: their ids by name. */
export async function departmentsByName(ctx: ReadContext): Promise<ReadonlyMap<string, string>> {
  const rows = await ctx.database.read.organisation.findMany({
    where: { kind: 'department', state: 'verified' },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [name, id]));
}

/** Of these credit codes the verified departments that bear them: their ids by code. */
export async function departmentsByCode(
  ctx: ReadContext,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await ctx.database.read.organisation.findMany({
    where: { creditCode: { in: [...new Set(codes)] }, kind: 'department', state: 'verified' },
    select: { id: true, creditCode: true },
  });
  return new Map(rows.map(({ id, creditCode }) => [creditCode, id]));
}

/** Whether there is such a department and a moderator has verified it. */
export async function isVerifiedDepartment(tx: Transaction, id: string): Promise<boolean> {
  return (await tx.prisma.organisation.count({ where: { id, kind: 'department', state: 'verified' } })) > 0;
}

/** Whether the organisation may act at present. */
export async function isInService(reads: Pick<Reader, 'organisation'>, id: string): Promise<boolean> {
  return (await reads.organisation.count({ where: { id, state: 'verified' } })) > 0;
}

/** Of these, those that may act at present. */
export async function organisationsInService(ctx: ReadContext, ids: readonly string[]): Promise<string[]> {
  const rows = await ctx.database.read.organisation.findMany({
    where: { id: { in: [...ids] }, state: 'verified' },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
