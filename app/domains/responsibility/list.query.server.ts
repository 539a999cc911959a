import type { ReadContext } from '../context';
import { DomainError } from '../domain-error';
import { keptAreas, mayEditList } from './policy';
import { displayNames } from '../identity/index.server';
import { organisationNames, organisationsById } from '../organisations/index.server';
import { departmentNow } from './suggest-department.server';
import { entriesOutOfService } from './out-of-service.query.server';
import { within } from '~/platform/db/lists/area-scope';
import { listPage } from '~/platform/db/lists/list-page';
import { levelOf, significantDigits } from '~/lib/geo/division-code';

export interface ListFilter {
  areaId?: string | undefined;
  category?: string | undefined;
  departmentId?: string | undefined;
  cursor?: string | undefined;
}

const pageSize = 100;

function counting(filter: ListFilter) {
  return {
    currentKey: { not: null },
    ...(filter.areaId ? { areaId: within(filter.areaId) } : {}),
    ...(filter.category ? { category: filter.category } : {}),
    ...(filter.departmentId ? { departmentId: filter.departmentId } : {}),
  };
}

/** A page of the entries that count, by area, category and level. */
export async function responsibilityList(ctx: ReadContext, filter: ListFilter) {
  return listPage(
    { order: { unique: 'key', direction: 'asc' }, cursor: filter.cursor, size: pageSize },
    ({ behind, ...page }) =>
      ctx.database.read.responsibilityEntry.findMany({
        where: { ...counting(filter), AND: behind },
        ...page,
      }),
  );
}

/** All entries that count, as rows of the CSV that the import reads. */
export async function responsibilityRows(ctx: ReadContext, filter: ListFilter) {
  const entries = await ctx.database.read.responsibilityEntry.findMany({
    where: counting(filter),
    orderBy: { key: 'asc' },
    take: 50_000,
  });
  const byId = await organisationsById(
    ctx,
    entries.map((entry) => entry.departmentId),
  );
  return entries.map((entry) => {
    const department = byId.get(entry.departmentId);
    return [
      levelOf(entry.areaId) === 'grid' ? entry.areaId : entry.areaId.padEnd(significantDigits.community, '0'),
      entry.category,
      entry.level,
      department?.creditCode ?? '',
      department?.name ?? '',
      entry.basis,
      entry.days === null ? '' : String(entry.days),
    ];
  });
}

/** All versions of one entry, the newest first, with who made and ended each. */
export async function responsibilityHistory(ctx: ReadContext, key: string) {
  const versions = await ctx.database.read.responsibilityEntry.findMany({
    where: { key },
    orderBy: { version: 'desc' },
  });
  const [newest] = versions;
  if (!newest) throw new DomainError('not-found');
  const people = await displayNames(
    ctx,
    versions.flatMap((row) => [row.changedBy, row.endedBy ?? '']),
  );
  const now = await departmentNow(ctx, newest.departmentId);
  return {
    versions,
    current: newest.currentKey === null ? null : newest,
    /** Whom a change of it begins with: of one that was merged the one that goes on, and nobody for one out of service. */
    departmentNow: now?.state === 'verified' ? { id: now.id, name: now.name } : null,
    people,
    mayEdit: mayEditList(ctx.actor, newest.areaId).allowed,
  };
}

/** What no list covers in the actor's areas, the oldest first. */
export async function openGaps(ctx: ReadContext) {
  const own = keptAreas(ctx.actor);
  if (own.length === 0) throw new DomainError('forbidden', { reason: 'not-moderator' });
  return ctx.database.read.responsibilityGap.findMany({
    where: { closedAt: null, OR: own.map((areaId) => ({ areaId: within(areaId) })) },
    orderBy: { id: 'asc' },
    take: 100,
  });
}

/** How many gaps wait in the actor's areas, and entries whose department works no more. */
export async function countOpenGaps(ctx: ReadContext): Promise<number> {
  const own = keptAreas(ctx.actor);
  if (own.length === 0) return 0;
  const [gaps, { count }] = await Promise.all([
    ctx.database.read.responsibilityGap.count({
      where: { closedAt: null, OR: own.map((areaId) => ({ areaId: within(areaId) })) },
    }),
    entriesOutOfService(ctx),
  ]);
  return gaps + count;
}

/** What was suggested and decided at each dispatching of an order, the newest last. */
export async function dispatchChoices(ctx: ReadContext, workOrderId: string) {
  return ctx.database.read.dispatchChoice.findMany({
    where: { workOrderId },
    orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }],
  });
}

/** The last dispatching of an order in words: what the list suggested and who was chosen; null before any. */
export async function chosenDepartment(ctx: ReadContext, workOrderId: string) {
  const last = (await dispatchChoices(ctx, workOrderId)).at(-1);
  if (!last) return null;
  const names = await organisationNames(ctx, [last.decidedId, last.suggestedId ?? '']);
  const name = (id: string | null) => names[id ?? ''] ?? '';
  const how = last.suggestedId === null ? 'none' : last.suggestedId === last.decidedId ? 'followed' : 'other';
  return { how, department: name(last.suggestedId), decided: name(last.decidedId) } as const;
}
