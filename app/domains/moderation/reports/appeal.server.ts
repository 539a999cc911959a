import type { Context } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { doOnce } from '../../do-once.server';
import { inTransaction } from '../../in-transaction.server';
import type { ReportDecider, Verdict } from '../../known-subjects';
import { appendEvent } from '../../ledger/index.server';
import { moderationEvents } from '../events';
import { groundOf, toWords } from '../grounds';
import { lastHiding } from './hiding.query.server';
import type { Thing } from './hiding.query.server';
import { afterDays, appealAnsweredInDays, mayAppeal, mayDecideAppeal } from '../policy';
import { openQueueItem, settleQueueItems } from '../queue/queue.server';

/** Whose words were hidden asks for another look, by somebody who did not decide. */
export async function appeal(ctx: Context, { words, ...thing }: Thing & { words: string }): Promise<void> {
  await doOnce(ctx, 'hiding.appeal', async (ctx) => {
    const hiding = await lastHiding(ctx, thing);
    const now = ctx.clock.now();
    ensure(mayAppeal(ctx.actor, hiding, now));
    const { subjectKind, subjectId, areaId, title, decidedBy } = hiding;
    const opened = await openQueueItem(ctx, {
      ...{ kind: 'appeal', subjectKind, subjectId, areaId, title, detail: words },
      dueAt: afterDays(now, appealAnsweredInDays),
    });
    if (!opened) throw new DomainError('conflict', { reason: 'moderation.already-appealed' });
    await appendEvent(ctx, moderationEvents, {
      type: 'appeal.filed',
      ...{ subjectKind, subjectId, areaId },
      publicData: { title },
      privateData: decidedBy ? { decidedBy } : {},
    });
    return subjectId;
  });
}

/**
 * Decides on an appeal: the thing is shown again, by `show`, or the first decision stands. Throws `forbidden` to who took
 * that one, `conflict` where somebody has answered already.
 */
export async function decideAppeal(
  ctx: Context,
  thing: Thing,
  { approve, reason, show }: Verdict & { show: ReportDecider<Context> },
): Promise<void> {
  const { subjectKind, subjectId } = thing;
  ensure(mayDecideAppeal(ctx.actor, await lastHiding(ctx, thing)));
  if (approve) return show(ctx, subjectId, { hide: false, reason, unasked: true });
  await inTransaction(ctx, async (ctx) => {
    const hiding = await lastHiding(ctx, thing);
    const { areaId, title, concernedId } = hiding;
    const about = {
      subjectKind,
      subjectId,
      kinds: ['appeal'] as string[],
      decision: 'hiding-stands',
    } as const;
    const ground = groundOf(hiding);
    const settled = await settleQueueItems(ctx, {
      ...{ ...about, because: { ground: toWords(ground), words: reason } },
      ...(concernedId ? { concernedId } : {}),
    });
    if (settled === 0) throw new DomainError('conflict', { reason: 'already-decided' });
    await appendEvent(ctx, moderationEvents, {
      type: 'appeal.dismissed',
      ...{ subjectKind, subjectId, areaId },
      publicData: { title, reason, ground },
      privateData: concernedId ? { personId: concernedId } : {},
    });
  });
}
