import type { ReadContext } from '../../context';
import { isAuthor, mayReadFeedback } from '../policy';
import { openFactColumns } from '../visibility';

/** What other systems are told of feedback. Nobody's name, mail or phone is among it. */
const exchangedColumns = {
  ...{ id: true, title: true, body: true, category: true, areaId: true, state: true, answer: true },
  ...{ place: true, latitude: true, longitude: true, deadlineAt: true, createdAt: true, updatedAt: true },
} as const;

/** Of these ids the feedback that there is. Whether it may be told is asked by whoever tells: `feedbackRequestsSql`. */
export function exchangedFeedback(ctx: ReadContext, ids: readonly string[]) {
  return ctx.database.read.feedback.findMany({
    where: { id: { in: [...ids] } },
    select: exchangedColumns,
  });
}

/** Of these ids the answers, with the states. */
export async function answersOfFeedback(ctx: ReadContext, ids: readonly string[]) {
  const rows = await ctx.database.read.feedback.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, answer: true, state: true },
  });
  return new Map(rows.map((row) => [row.id, row]));
}

/** A matter on which another system speaks: whether anyone may read it, and whether the actor asked it. */
export async function feedbackSpokenOn(ctx: ReadContext, id: string) {
  const row = await ctx.database.read.feedback.findUnique({ where: { id }, select: openFactColumns });
  if (!row) return null;
  const { title, areaId, state } = row;
  const isOpen = mayReadFeedback({ kind: 'visitor' }, row).allowed;
  return { id, title, areaId, state, isOpen, isOwn: isAuthor(ctx.actor, row) };
}
