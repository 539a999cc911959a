import type { Context } from '../../context';
import { forgetDone } from '../../do-once.server';
import { ensure } from '../../domain-error';
import { eachByItself } from '../../each-by-itself';
import { inTransaction } from '../../in-transaction.server';
import { comingStates, isComing } from '../lifecycle';
import { concernedBy, holdTask, moveTask, tellOfOffice, tellWithoutName } from '../load-need.server';
import { isConcerned, mayCancelTask } from '../policy';
import { missedBefore } from '../rules/lasting';

/** Those concerned or the staff call one off. Whoever was to come is told, and sees nothing of it any more. */
export async function cancelTask(ctx: Context, taskId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const task = await holdTask(ctx, taskId);
    ensure(mayCancelTask(ctx.actor, task));
    await moveTask(ctx, { task, event: 'cancel', columns: { sealedTask: null } });
    await forgetDone(ctx, taskId);
    const told = { kind: 'care-task', id: taskId, areaId: task.need.areaId } as const;
    const to = [...concernedBy(task.need), task.doneBy];
    // What the staff does is an act of office; that of those concerned says nothing of who they are.
    const tell = isConcerned(ctx.actor, task.need) ? tellWithoutName : tellOfOffice;
    await tell(ctx, { ...told, type: 'care-task.cancelled', to });
  });
}

/** What nobody has recorded a day after its end was missed: it comes up in the list of the staff. */
export async function missTasks(ctx: Context): Promise<void> {
  const rows = await ctx.database.read.careTask.findMany({
    where: { state: { in: [...comingStates] }, endsAt: { lt: missedBefore(ctx.clock.now()) } },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: 200,
  });
  await eachByItself(rows, ({ id }) =>
    inTransaction(ctx, async (ctx) => {
      const task = await holdTask(ctx, id);
      if (!isComing(task.state)) return;
      await moveTask(ctx, { task, event: 'miss' });
      const told = { kind: 'care-task', id, areaId: task.need.areaId } as const;
      await tellWithoutName(ctx, { ...told, type: 'care-task.missed', to: concernedBy(task.need) });
    }),
  );
}
