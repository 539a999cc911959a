import type { Context } from '../../context';
import { ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { concernedBy, holdTask, tellOfOffice, tellWithoutName } from '../load-need.server';
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

/** The staff answers what was said against a record; both stand beside it. */
export async function answerObjection(ctx: Context, taskId: string, words: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const task = await holdTask(ctx, taskId);
    ensure(mayAnswerObjection(ctx.actor, task));
    const answeredBy = ctx.actor.kind === 'person' ? ctx.actor.personId : null;
    await ctx.prisma.careTask.update({
      where: { id: taskId },
      data: { sealedAnswer: sealWords(ctx, words), answeredBy, answeredAt: ctx.clock.now() },
    });
    const told = { kind: 'care-task', id: taskId, areaId: task.need.areaId } as const;
    await tellOfOffice(ctx, { ...told, type: 'care-task.objection-answered', to: concernedBy(task.need) });
  });
}
