import type { Context, TransactionContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { personOf } from '../../person-of';
import { concernedBy, holdTask, staffOf, tellOfOffice, tellWithoutName } from '../load-need.server';
import type { HeldTask } from '../load-need.server';
import { ensureOpened } from '../needs/look.server';
import { mayAnswerObjection, mayObject } from '../policy';
import { sealWords } from '../sealed.server';

/** Those concerned say once what is not so in a record. */
export async function objectToRecord(ctx: Context, taskId: string, words: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const task = await holdTask(ctx, taskId);
    ensure(mayObject(ctx.actor, task));
    await ctx.prisma.careTask.update({
      where: { id: taskId },
      data: { sealedObjection: sealWords(ctx, words), objectedAt: ctx.clock.now() },
    });
    const told = { kind: 'care-task', id: taskId, areaId: task.need.areaId } as const;
    await tellWithoutName(ctx, { ...told, type: 'care-task.objected' });
  });
}

/** Throws `forbidden` where who wrote the record would answer, and somebody else of the staff could. */
async function ensureAnother(ctx: TransactionContext, { doneBy, need }: HeldTask): Promise<void> {
  const own = personOf(ctx);
  if (doneBy !== own) return;
  const staff = await staffOf(ctx, need.areaId);
  const others = staff.filter((id) => id !== own && !concernedBy(need).includes(id));
  if (others.length > 0) throw new DomainError('forbidden', { reason: 'care.own-record' });
}

/** The staff answers what was said against a record; both stand beside it. */
export async function answerObjection(ctx: Context, taskId: string, words: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const task = await holdTask(ctx, taskId);
    ensure(mayAnswerObjection(ctx.actor, task));
    await ensureOpened(ctx, task.needId);
    await ensureAnother(ctx, task);
    const answeredBy = personOf(ctx);
    await ctx.prisma.careTask.update({
      where: { id: taskId },
      data: { sealedAnswer: sealWords(ctx, words), answeredBy, answeredAt: ctx.clock.now() },
    });
    const told = { kind: 'care-task', id: taskId, areaId: task.need.areaId } as const;
    await tellOfOffice(ctx, { ...told, type: 'care-task.objection-answered', to: concernedBy(task.need) });
  });
}
