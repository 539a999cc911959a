import type { ReadContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { groundOf } from '../grounds';
import { afterDays, appealAnsweredInDays, appealWithinDays, mayAppeal, mayReadHiding } from '../policy';

export interface Thing {
  subjectKind: string;
  subjectId: string;
}

interface Decided {
  id: string;
  decision: string | null;
  decidedAt: Date | null;
}

/**
 * The decision with which this hiding began: what is hidden already and is hidden once more, for another report, was not
 * hidden anew. `before` are those that stand before it, the newest first.
 */
function beginningOf<Row extends Decided>(hiding: Row, before: readonly Row[]): Row {
  const shown = before.findIndex(({ decision }) => decision === 'shown-again');
  const run = shown < 0 ? before : before.slice(0, shown);
  return run.findLast(({ decision }) => decision === 'hidden') ?? hiding;
}

const newestFirst = (one: Decided, other: Decided) =>
  (other.decidedAt?.getTime() ?? 0) - (one.decidedAt?.getTime() ?? 0) || (one.id < other.id ? 1 : -1);

/**
 * The last decision by which a thing was hidden, with the one by which this hiding began, and the appeal against it.
 * Throws `not-found` where it was never hidden.
 */
export async function lastHiding(ctx: ReadContext, thing: Thing) {
  const hiding = await lastHidingIfAny(ctx, thing);
  if (!hiding) throw new DomainError('not-found');
  return hiding;
}

/** As the above; null where it was never hidden. */
export async function lastHidingIfAny(ctx: ReadContext, { subjectKind, subjectId }: Thing) {
  const rows = await ctx.database.read.queueItem.findMany({
    where: {
      ...{ subjectKind, subjectId },
      OR: [{ decision: { in: ['hidden', 'shown-again'] } }, { kind: 'appeal' }],
    },
    orderBy: { id: 'desc' },
  });
  const decisions = rows
    .flatMap((row) =>
      row.kind === 'appeal' || row.decidedAt === null ? [] : [{ ...row, decidedAt: row.decidedAt }],
    )
    .sort((one, other) => other.decidedAt.getTime() - one.decidedAt.getTime());
  const hiding = decisions.find((row) => row.decision === 'hidden');
  if (!hiding) return null;
  const appeal = rows.find((row) => row.kind === 'appeal' && row.createdAt >= hiding.decidedAt) ?? null;
  const stands = decisions[0] === hiding && appeal?.decision !== 'shown-again';
  const settled = rows.filter(({ decidedAt }) => decidedAt !== null).sort(newestFirst);
  const { id: hidingId } = beginningOf(
    hiding,
    settled.slice(settled.findIndex(({ id }) => id === hiding.id) + 1),
  );
  return { ...hiding, hidingId, appeal, stands, appealed: appeal !== null };
}

/** The page of a hiding: what was decided and why, what can be said against it until when, and what became of that. */
export async function hidingPage(ctx: ReadContext, thing: Thing) {
  const hiding = await lastHiding(ctx, thing);
  ensure(mayReadHiding(ctx.actor, hiding));
  const { title, decidedAt, reason, stands, appeal } = hiding;
  return {
    ...{ title, decidedAt, reason, stands, ground: groundOf(hiding) },
    until: afterDays(decidedAt, appealWithinDays),
    answeredInDays: appealAnsweredInDays,
    may: mayAppeal(ctx.actor, hiding, ctx.clock.now()),
    appeal: appeal && {
      ...{ words: appeal.detail, at: appeal.createdAt, dueAt: appeal.dueAt },
      ...{ decision: appeal.decision, answer: appeal.reason, decidedAt: appeal.decidedAt },
    },
  };
}
