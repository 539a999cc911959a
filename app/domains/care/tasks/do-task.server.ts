import type { Context } from '../../context';
import { ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { recordLook } from '../needs/look.server';
import { concernedBy, holdTask, moveTask, tellOfOffice, tellWithoutName } from '../load-need.server';
import { mayOpenPhone, mayRecord, maySeeTo } from '../policy';
import type { RecordInput } from '../schema';
import { openNeed, sealWords } from '../sealed.server';

/** The phone number, for whoever does the task and while it lasts: that it was opened is on record and told. */
export async function openPhone(ctx: Context, taskId: string): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    const task = await holdTask(ctx, taskId);
    const now = ctx.clock.now();
    ensure(mayOpenPhone(ctx.actor, task, now));
    await recordLook(ctx, { need: task.need, purpose: 'task', until: now });
    return openNeed(ctx, task.need.sealedWords)?.phone ?? '';
  });
}

const says = { done: 'record-done', 'not-met': 'record-not-met', 'follow-up': 'record-follow-up' } as const;

/** Whoever was there records how it was: from then on they see nothing of it any more. */
export async function recordTask(ctx: Context, taskId: string, { as, words }: RecordInput): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const task = await holdTask(ctx, taskId);
    const recordedAt = ctx.clock.now();
    ensure(mayRecord(ctx.actor, task, recordedAt));
    const columns = { recordedAt, sealedRecord: sealWords(ctx, words) };
    await moveTask(ctx, { task, event: says[as], columns });
    if (as !== 'not-met')
      await ctx.prisma.careNeed.update({
        where: { id: task.needId },
        data: { lastContactAt: recordedAt },
      });
    const told = { kind: 'care-task', id: taskId, areaId: task.need.areaId } as const;
    const to = [...concernedBy(task.need), task.plannedBy];
    await tellWithoutName(ctx, { ...told, type: 'care-task.recorded', to });
  });
}

/** The staff has seen to what was missed, met nobody or needed more. */
export async function seeToTask(ctx: Context, taskId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const task = await holdTask(ctx, taskId);
    ensure(maySeeTo(ctx.actor, task));
    const seenToBy = ctx.actor.kind === 'person' ? ctx.actor.personId : null;
    await moveTask(ctx, { task, event: 'see-to', columns: { seenToBy, seenToAt: ctx.clock.now() } });
    const told = { kind: 'care-task', id: taskId, areaId: task.need.areaId } as const;
    await tellOfOffice(ctx, { ...told, type: 'care-task.seen-to', to: concernedBy(task.need) });
  });
}
