import type { Context, TransactionContext } from '../../context';
import { doOnce } from '../../do-once.server';
import { DomainError, ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { openQueueItem, settleQueueItems } from '../../moderation/index.server';
import { personOf } from '../../person-of';
import { aroundRows, recordHours } from './confirm-attendance.server';
import { loadShift, tellOfShift } from '../load-shift.server';
import { mayAppealRecord, mayDecideRecordAppeal } from '../policy';
import { recordFacts } from './record-facts';
import type { RecordVerdict } from './schema';
import { lockRow } from '~/platform/db/lock-row';

/** Days in which an appeal is to be answered, as for what was hidden. */
export const appealAnsweredInDays = 10;

const about = (signUpId: string) => ({ subjectKind: 'sign-up', subjectId: signUpId });

async function loadRecord(ctx: TransactionContext, signUpId: string) {
  const row = await ctx.prisma.signUp.findUnique({ where: { id: signUpId } });
  if (!row) throw new DomainError('not-found');
  const shift = await loadShift(ctx, row.shiftId);
  return { row, shift, facts: recordFacts({ ...row, shift }) };
}

/** The volunteer asks a moderator for a second look, after the organisers have refused an objection. */
export async function appealRecord(ctx: Context, signUpId: string, words: string): Promise<void> {
  personOf(ctx);
  await doOnce(ctx, 'record.appeal', async (ctx) => {
    const { row, shift, facts } = await loadRecord(ctx, signUpId);
    const now = ctx.clock.now();
    ensure(mayAppealRecord(ctx.actor, facts, now));
    const appealed = await ctx.prisma.signUp.updateMany({
      where: { id: row.id, appealedAt: null },
      data: { appealedAt: now },
    });
    if (appealed.count === 0) throw new DomainError('conflict', { reason: 'volunteering.appealed-already' });
    const { areaId, title } = shift.opportunity;
    await openQueueItem(ctx, {
      ...{ ...about(row.id), kind: 'record-appeal', areaId, title, detail: words },
      dueAt: new Date(now.getTime() + appealAnsweredInDays * 24 * 3600_000),
    });
    await tellOfShift(ctx, { type: 'volunteer.appealed', shift, volunteerId: row.personId });
    return row.id;
  });
}

/**
 * A moderator decides on an appeal: the record stands, or is corrected, and nobody changes it any more. Throws `forbidden` to who organises there or decided before, `conflict` where it is answered.
 */
export async function decideRecordAppeal(
  ctx: Context,
  signUpId: string,
  verdict: RecordVerdict,
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const found = await loadRecord(ctx, signUpId);
    await lockRow(ctx, 'Person', found.row.personId);
    const { row, shift, facts } = await loadRecord(ctx, signUpId);
    ensure(mayDecideRecordAppeal(ctx.actor, facts));
    const { outcome, hours, reason } = verdict;
    if (outcome !== 'stands') {
      const around = await aroundRows(ctx, shift, [row]);
      await recordHours(ctx, { row, around }, { attended: outcome, hours, reason });
    }
    await ctx.prisma.signUp.update({
      where: { id: row.id },
      data: {
        ...{ appealAnswer: reason, appealAnsweredAt: ctx.clock.now() },
        appealAnsweredBy: personOf(ctx),
      },
    });
    const settled = await settleQueueItems(ctx, {
      ...{ ...about(row.id), kinds: ['record-appeal'], concernedId: row.personId },
      decision: outcome === 'stands' ? 'record-stands' : 'record-corrected',
      because: { ground: 'second-look', words: reason },
    });
    if (settled === 0) throw new DomainError('conflict', { reason: 'already-decided' });
    const type = outcome === 'stands' ? 'volunteer.appeal-dismissed' : 'volunteer.appeal-upheld';
    await tellOfShift(ctx, { type, shift, volunteerId: row.personId, publicData: { reason } });
  });
}
