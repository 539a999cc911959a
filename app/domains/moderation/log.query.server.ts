import type { ReadContext } from '../context';
import { DomainError } from '../domain-error';
import { keyOfSubject } from '../ledger/index.server';
import { groundOf } from './grounds';
import type { Ground } from './grounds';
import { guardedKinds } from './guarded-kinds';
import { listPage } from '~/platform/db/lists/list-page';

const logSize = 50;
/** What was decided last stands first; what ended by itself was decided by nobody. */
const lastDecided = { unique: 'id', direction: 'desc', column: 'decidedAt', kind: 'time' } as const;

/** What stands in the public log: all that was decided, but about one person alone. */
const inPublicLog = {
  AND: { decidedAt: { not: null } },
  state: 'settled',
  kind: { notIn: [...guardedKinds] },
};

const columns = {
  ...{ id: true, kind: true, subjectKind: true, subjectId: true, areaId: true, createdAt: true },
  ...{ decision: true, ground: true, reason: true, causeKind: true, causeId: true, decidedAt: true },
} as const;

interface Thing {
  kind: string;
  id: string;
  title: string;
}

export interface LoggedDecision {
  id: string;
  kind: string;
  /** The kind of thing it is about: said of what may not be read, too. */
  subjectKind: string;
  areaId: string;
  decision: string;
  ground: Ground;
  reason: string | null;
  /** The words are not for who asks; the ground is said all the same. */
  withheld: boolean;
  createdAt: Date;
  decidedAt: Date;
  matter: Thing | null;
  cause: Thing | null;
}

interface Row {
  id: string;
  kind: string;
  subjectKind: string;
  subjectId: string;
  areaId: string;
  createdAt: Date;
  decision: string | null;
  ground: string | null;
  reason: string | null;
  causeKind: string | null;
  causeId: string | null;
  decidedAt: Date | null;
}

const subjectOf = ({ subjectKind: kind, subjectId: id }: Row) => ({ kind, id });
const causeOf = ({ causeKind: kind, causeId: id }: Row) => (kind && id ? { kind, id } : null);

/** The decisions as the actor may read them now. */
async function told(ctx: ReadContext, rows: readonly Row[]): Promise<LoggedDecision[]> {
  const asked = rows.flatMap((row) => [subjectOf(row), causeOf(row) ?? []].flat());
  const readable = await ctx.subjects.access.readable(ctx, asked);
  const shown = (key: { kind: string; id: string } | null) => {
    const title = key && readable.get(keyOfSubject(key))?.title;
    return title ? { ...key, title } : null;
  };
  return rows.map((row) => {
    const { id, kind, subjectKind, areaId, createdAt, decision, decidedAt, reason } = row;
    const mayTell = readable.has(keyOfSubject(subjectOf(row)));
    return {
      ...{ id, kind, subjectKind, areaId, createdAt, decision: decision ?? '' },
      decidedAt: decidedAt ?? createdAt,
      ground: groundOf(row),
      reason: mayTell ? reason : null,
      withheld: !mayTell && reason !== null && reason !== '',
      ...{ matter: shown(subjectOf(row)), cause: shown(causeOf(row)) },
    };
  });
}

/**
 * A page of what was decided and why, for everyone's eyes: without what concerns one person alone. What it was about and
 * why are said of what the reader may read now; of what is confidential, hidden or taken back the ground alone is said.
 */
export async function moderationLog(ctx: ReadContext, cursor: string | undefined) {
  const { items, next } = await listPage(
    { order: lastDecided, cursor, size: logSize },
    ({ behind, ...page }) =>
      ctx.database.read.queueItem.findMany({
        where: { ...inPublicLog, AND: [behind, inPublicLog.AND] },
        ...page,
        select: columns,
      }),
  );
  return { items: await told(ctx, items), next };
}

/** One decision of the log. Throws `not-found`. */
export async function loggedDecision(ctx: ReadContext, id: string): Promise<LoggedDecision> {
  const row = await ctx.database.read.queueItem.findFirst({
    where: { ...inPublicLog, id },
    select: columns,
  });
  const [decision] = row ? await told(ctx, [row]) : [];
  if (!decision) throw new DomainError('not-found');
  return decision;
}
