import type { ReadContext, TransactionContext } from '../context';
import { categoryTrails } from '../categories/index.server';
import { DomainError } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { responsibilityEvents } from './events';
import { responsibleFor } from './rules/responsible-for';
import { entryKey } from './schema';
import { organisationsById, successorOf } from '../organisations/index.server';
import { trailOf } from '~/lib/geo/division-code';
import { newId } from '~/platform/ids';

export interface AskedMatter {
  category: string;
  areaId: string;
  level: string;
}

async function found(ctx: ReadContext, { category, areaId, level }: AskedMatter) {
  const areaPath = trailOf(areaId);
  const entries = await ctx.database.read.responsibilityEntry.findMany({
    where: { areaId: { in: areaPath }, currentKey: { not: null } },
  });
  const categories = (await categoryTrails(ctx))(category);
  return responsibleFor(entries, { categories, areaPath, level });
}

/** The department that an entry names, or the one into which it was merged since. */
export async function departmentNow(ctx: ReadContext, id: string) {
  const department = (await organisationsById(ctx, [id])).get(id);
  if (department?.state !== 'merged') return department;
  const successor = await successorOf(ctx, id);
  return successor ? (await organisationsById(ctx, [successor.id])).get(successor.id) : undefined;
}

/** The department that the lists name for a matter, and why; null where no list covers it. */
export async function suggestDepartment(ctx: ReadContext, matter: AskedMatter) {
  const answer = await found(ctx, matter);
  if (!answer) return null;
  const { entry, fit } = answer;
  const department = await departmentNow(ctx, entry.departmentId);
  if (department?.state !== 'verified') return null;
  return {
    department: { id: department.id, name: department.name },
    entry: {
      key: entry.key,
      areaId: entry.areaId,
      category: entry.category,
      basis: entry.basis,
      days: entry.days,
    },
    fit,
  };
}
export type Suggestion = NonNullable<Awaited<ReturnType<typeof suggestDepartment>>>;

/** The department named, else the one that the lists name for the matter. Throws `invalid` where none covers it. */
export async function departmentFor(
  ctx: ReadContext,
  named: string,
  matter: () => AskedMatter | Promise<AskedMatter>,
): Promise<string> {
  if (named !== '') return named;
  const suggestion = await suggestDepartment(ctx, await matter());
  if (!suggestion) throw new DomainError('invalid', { reason: 'responsibility.no-department' });
  return suggestion.department.id;
}

/**
 * Puts on record what the lists suggested and what the person who dispatched decided. Where no list names a
 * department that works for the matter, the gap goes on the list of gaps. Answers the list's time limit where its department was chosen and it names one.
 */
export async function recordDispatchChoice(
  ctx: TransactionContext,
  given: AskedMatter & { workOrderId: string; title: string; departmentId: string },
): Promise<{ days: number; basis: string } | null> {
  const answer = await found(ctx, given);
  const suggested = answer ? await departmentNow(ctx, answer.entry.departmentId) : undefined;
  const now = ctx.clock.now();
  await ctx.prisma.dispatchChoice.create({
    data: {
      id: newId(now),
      workOrderId: given.workOrderId,
      suggestedId: suggested?.id ?? answer?.entry.departmentId ?? null,
      entryId: answer?.entry.id ?? null,
      category: answer?.fit.category ?? '',
      area: answer?.fit.area ?? '',
      decidedId: given.departmentId,
      decidedBy: ctx.actor.kind === 'person' ? ctx.actor.personId : 'system',
      decidedAt: now,
    },
  });
  if (suggested?.state !== 'verified') await noteGap(ctx, given);
  if (!answer || suggested?.id !== given.departmentId || answer.entry.days === null) return null;
  return { days: answer.entry.days, basis: answer.entry.basis };
}

/** An order waits for which no list names a department that works: its kind goes on the list of gaps, once. */
export async function noteGapOf(
  ctx: TransactionContext,
  given: AskedMatter & { workOrderId: string; title: string },
): Promise<void> {
  if (!(await suggestDepartment(ctx, given))) await noteGap(ctx, given);
}

async function noteGap(
  ctx: TransactionContext,
  given: AskedMatter & { workOrderId: string; title: string },
): Promise<void> {
  const { areaId, category, level, workOrderId, title } = given;
  const openKey = entryKey(given);
  const now = ctx.clock.now();
  const added = await ctx.sql.run(
    `INSERT INTO "ResponsibilityGap" ("id", "areaId", "category", "level", "openKey", "workOrderId", "title", "openedAt")
     VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    [newId(now), areaId, category, level, openKey, workOrderId, title, now],
  );
  if (added === 0) return;
  await appendEvent(ctx, responsibilityEvents, {
    type: 'responsibility.gap-found',
    subjectKind: 'responsibility',
    subjectId: workOrderId,
    areaId,
    publicData: { title, category },
  });
}
