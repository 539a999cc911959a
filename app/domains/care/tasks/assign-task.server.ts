import type { Context } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { personOf } from '../../person-of';
import { concernedBy, holdTask, moveTask, tellOfOffice, tellWithoutName } from '../load-need.server';
import { mayAnswerTask, mayAssign, mayBeAsked, mayGiveBack } from '../policy';
import { holdVolunteer } from '../volunteers/offer-help.server';
import { ensureStillVetted } from '../volunteers/still-vetted.server';

/** The staff asks a vetted volunteer, who sees when, in which community and of what kind, until they have said yes. */
export async function offerTask(ctx: Context, taskId: string, volunteerId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const task = await holdTask(ctx, taskId);
    ensure(mayAssign(ctx.actor, task));
    const volunteer = await holdVolunteer(ctx, volunteerId);
    if (!volunteer) throw new DomainError('invalid', { field: 'volunteerId', reason: 'care.not-vetted' });
    ensure(mayBeAsked(volunteer, task.need));
    await ensureStillVetted(ctx, volunteer);
    const { personId: doneBy, organisationId } = volunteer;
    await moveTask(ctx, { task, event: 'offer', columns: { doneBy, organisationId } });
    const told = { kind: 'care-task', id: taskId, areaId: task.need.areaId } as const;
    await tellOfOffice(ctx, { ...told, type: 'care-task.offered', to: [doneBy] });
  });
}

/** Somebody of the staff goes or calls. */
export async function takeTask(ctx: Context, taskId: string): Promise<void> {
  const doneBy = personOf(ctx);
  await inTransaction(ctx, async (ctx) => {
    const task = await holdTask(ctx, taskId);
    ensure(mayAssign(ctx.actor, task));
    await moveTask(ctx, { task, event: 'take', columns: { doneBy, organisationId: null } });
    const told = { kind: 'care-task', id: taskId, areaId: task.need.areaId } as const;
    await tellOfOffice(ctx, { ...told, type: 'care-task.accepted', to: concernedBy(task.need) });
  });
}

/** Who is asked says yes, and sees from then on what the task takes. */
export async function acceptTask(ctx: Context, taskId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const task = await holdTask(ctx, taskId);
    ensure(mayAnswerTask(ctx.actor, task, ctx.clock.now()));
    const { organisationId } = task;
    if (organisationId !== null) await ensureStillVetted(ctx, { personId: personOf(ctx), organisationId });
    await moveTask(ctx, { task, event: 'accept' });
    const told = { kind: 'care-task', id: taskId, areaId: task.need.areaId } as const;
    const to = [...concernedBy(task.need), task.plannedBy];
    await tellWithoutName(ctx, { ...told, type: 'care-task.accepted', to });
  });
}

/** Who is asked says no, or can no longer come: the staff asks somebody else. */
export async function giveTaskBack(ctx: Context, taskId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const task = await holdTask(ctx, taskId);
    ensure(mayGiveBack(ctx.actor, task));
    await moveTask(ctx, { task, event: 'give-back', columns: { doneBy: null, organisationId: null } });
    const told = { kind: 'care-task', id: taskId, areaId: task.need.areaId } as const;
    await tellWithoutName(ctx, { ...told, type: 'care-task.given-back' });
  });
}
