import type { ReadContext } from '../context';
import type { Actor } from '../actor';
import { DomainError } from '../domain-error';
import { keyOfSubject } from '../ledger/index.server';
import { listPage } from '~/platform/db/list-page';

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

const logSize = 50;
/** What was decided last stands first; what ended by itself was decided by nobody. */
const lastDecided = { unique: 'id', direction: 'desc', column: 'decidedAt', kind: 'time' } as const;

/**
 * A page of what was decided and why, for everyone's eyes: without persons and without residence. What it was about and
 * why are said of what the reader may read now; what is confidential, hidden or taken back keeps its reason to itself.
 */
export async function moderationLog(ctx: ReadContext, cursor: string | undefined) {
  const about = { subjectKind: true, subjectId: true } as const;
  const { items, next } = await listPage(
    { order: lastDecided, cursor, size: logSize },
    ({ behind, ...page }) =>
      ctx.database.read.queueItem.findMany({
        where: {
          AND: [behind, { decidedAt: { not: null } }],
          state: 'settled',
          kind: { not: 'residence-verification' },
        },
        ...page,
        select: {
          id: true,
          kind: true,
          decision: true,
          reason: true,
          decidedAt: true,
          areaId: true,
          ...about,
        },
      }),
  );
  const keyOf = ({ subjectKind: kind, subjectId: id }: (typeof items)[number]) => ({ kind, id });
  const readable = await ctx.subjects.access.readable(ctx, items.map(keyOf));
  const told = items.map((row) => {
    const { id, kind, decision, decidedAt, areaId, reason } = row;
    const shown = readable.get(keyOfSubject(keyOf(row)));
    const mayTell = shown !== undefined;
    const matter = shown?.title ? { ...keyOf(row), title: shown.title } : null;
    const withheld = !mayTell && reason !== null && reason !== '';
    return { id, kind, matter, decision, decidedAt, areaId, reason: mayTell ? reason : null, withheld };
  });
  return { items: told, next };
}
