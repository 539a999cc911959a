import type { Context } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { doOnce } from '../../do-once.server';
import { inTransaction } from '../../in-transaction.server';
import type { Verdict } from '../../known-subjects';
import { appendEvent } from '../../ledger/index.server';
import { moderationEvents } from '../events';
import { groundOf, toWords } from '../grounds';
import { afterDays, appealAnsweredInDays, mayAppeal, mayDecideAppeal } from '../policy';
import { openQueueItem, settleQueueItems } from '../queue/queue.server';
import { liftSanction, loadSanction } from './end-sanction.server';
import { factsForAppeal } from './sanction.query.server';

/** Whom a sanction concerns asks for another look, by somebody who did not decide. */
export async function appealSanction(
  ctx: Context,
  { id, words }: { id: string; words: string },
): Promise<void> {
  await doOnce(ctx, 'sanction.appeal', async (ctx) => {
    const facts = await factsForAppeal(ctx, id);
    const now = ctx.clock.now();
    ensure(mayAppeal(ctx.actor, facts, now));
    const about = { subjectKind: 'sanction', subjectId: id, areaId: facts.areaId };
    const opened = await openQueueItem(ctx, {
      // Without the name: it would outlast the account.
      ...{ ...about, kind: 'sanction-appeal', title: '', detail: words },
      dueAt: afterDays(now, appealAnsweredInDays),
    });
    if (!opened) throw new DomainError('conflict', { reason: 'moderation.already-appealed' });
    await appendEvent(ctx, moderationEvents, {
      type: 'appeal.filed',
      ...about,
      publicData: { title: '' },
      privateData: facts.decidedBy ? { decidedBy: facts.decidedBy } : {},
    });
    return id;
  });
}

/** Decides on it: the sanction is lifted, or stands. Throws `forbidden` to who gave it. */
export async function decideSanctionAppeal(ctx: Context, id: string, verdict: Verdict): Promise<void> {
  const { approve, reason } = verdict;
  ensure(mayDecideAppeal(ctx.actor, await factsForAppeal(ctx, id)));
  if (approve) return liftSanction(ctx, { id, reason });
  await inTransaction(ctx, async (ctx) => {
    const sanction = await loadSanction(ctx, id);
    const { areaId, personId } = sanction;
    const ground = groundOf({ ground: sanction.ground, decision: null });
    const settled = await settleQueueItems(ctx, {
      ...{ subjectKind: 'sanction', subjectId: id, kinds: ['sanction-appeal'], concernedId: personId },
      ...{ decision: 'sanction-stands', because: { ground: toWords(ground), words: reason } },
    });
    if (settled === 0) throw new DomainError('conflict', { reason: 'already-decided' });
    await appendEvent(ctx, moderationEvents, {
      type: 'appeal.dismissed',
      ...{ subjectKind: 'sanction', subjectId: id, areaId },
      publicData: { title: '', reason, ground },
      privateData: { personId },
    });
  });
}
