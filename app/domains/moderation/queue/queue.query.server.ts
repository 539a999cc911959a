import type { ReadContext } from '../../context';
import type { Actor } from '../../actor';
import { DomainError } from '../../domain-error';

/** The areas whose queue the actor sees. */
export function moderatedAreas(actor: Actor): string[] {
  if (actor.kind !== 'person') return [];
  return actor.roles.filter(({ role }) => role !== 'staff').map(({ areaId }) => areaId);
}

/** The subjects about which a matter of the kind waits in the queue. */
export async function waitingSubjects(
  ctx: ReadContext,
  kind: string,
  subjectKind: string,
): Promise<Set<string>> {
  const rows = await ctx.database.sql.all<{ subjectId: string }>(
    `SELECT "subjectId" FROM "QueueItem" WHERE "state" = 'open' AND "kind" = ? AND "subjectKind" = ?`,
    [kind, subjectKind],
  );
  return new Set(rows.map((row) => row.subjectId));
}

/** One matter of the queue, for whoever decides on it. Throws `not-found`. */
export async function queueItem(ctx: ReadContext, id: string) {
  const item = await ctx.database.read.queueItem.findUnique({ where: { id } });
  if (!item) throw new DomainError('not-found');
  return item;
}

/** The last matter of the kind about a thing, for whoever decides on it. Throws `not-found`. */
export async function queueItemAbout(
  ctx: ReadContext,
  about: { kind: string; subjectKind: string; subjectId: string },
) {
  const item = await ctx.database.read.queueItem.findFirst({ where: about, orderBy: { id: 'desc' } });
  if (!item) throw new DomainError('not-found');
  return item;
}
