import type { Context, TransactionContext } from '../context';
import { inTransaction } from '../in-transaction.server';
import { doOnce, forgetDone } from '../do-once.server';
import { DomainError, ensure } from '../domain-error';
import { personOf } from '../person-of';
import { ensureAsShown } from '../shown-fields.server';
import { isVerifiedDepartment } from '../organisations/index.server';
import { ensureArea } from '../territory/index.server';
import { maySetTargets } from './policy';
import { recordChange } from './record-change.server';
import { readValue, writeValue } from './rules/typed-value';
import type { ChangedTarget, NewTarget, TargetMeasure } from './schema';
import { isUniqueViolation } from '~/platform/db/unique-violation';
import type { Transaction } from '~/platform/db/database.server';
import { newId } from '~/platform/ids';

function valueOf(measure: TargetMeasure, text: string): number {
  const value = readValue(measure, text);
  if (value === null) throw new DomainError('invalid', { field: 'value', reason: 'targets.not-a-value' });
  return value;
}

/** Sets a target of an area or of one of its departments for a year; answers its id. One for each measure. */
export async function setTarget(ctx: Context, input: NewTarget): Promise<string> {
  ensure(maySetTargets(ctx.actor, input.areaId));
  const { reason, value: text, ...columns } = input;
  const value = valueOf(input.measure, text);
  const now = ctx.clock.now();
  const target = { id: newId(now), ...columns, value, createdBy: personOf(ctx), createdAt: now };
  try {
    return await doOnce(ctx, 'target.set', async (ctx) => {
      await ensureArea(ctx, input.areaId);
      if (input.departmentId !== '' && !(await isVerifiedDepartment(ctx, input.departmentId)))
        throw new DomainError('invalid', { field: 'departmentId', reason: 'work-orders.unknown-department' });
      await ctx.prisma.target.create({ data: target });
      const became = { value, source: input.source, office: input.office };
      await recordChange(ctx, { target, version: 1, type: 'target.set', became, reason });
      return target.id;
    });
  } catch (error) {
    if (isUniqueViolation(error))
      throw new DomainError('conflict', { field: 'measure', reason: 'targets.set-already' });
    throw error;
  }
}

/** The target, where the actor may change it. */
async function targetToChange(ctx: TransactionContext, id: string) {
  const target = await ctx.prisma.target.findUnique({ where: { id } });
  if (!target) throw new DomainError('not-found');
  ensure(maySetTargets(ctx.actor, target.areaId));
  return target;
}

async function move(
  tx: Transaction,
  target: { id: string; version: number },
  data: { value?: number; source?: string; office?: string; withdrawnAt: Date | null },
): Promise<number> {
  const version = target.version + 1;
  const moved = await tx.prisma.target.updateMany({
    where: { id: target.id, version: target.version },
    data: { ...data, version },
  });
  if (moved.count === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
  return version;
}

/** Changes the value, the source or the office, with the reason; a withdrawn target holds again. */
export async function changeTarget(ctx: Context, id: string, input: ChangedTarget): Promise<void> {
  personOf(ctx);
  await inTransaction(ctx, async (ctx) => {
    const target = await targetToChange(ctx, id);
    const measure = target.measure as TargetMeasure;
    const shown = { value: writeValue(measure, target.value), source: target.source, office: target.office };
    ensureAsShown(input.version, shown, target.version);
    const { source, office, reason } = input;
    const became = { value: valueOf(measure, input.value), source, office };
    const version = await move(ctx, target, { ...became, withdrawnAt: null });
    await recordChange(ctx, { target, version, type: 'target.changed', became, reason });
  });
}

/** Withdraws the target: it stays to be seen, with the reason, and is no longer measured. */
export async function withdrawTarget(
  ctx: Context,
  id: string,
  input: { version: number; reason: string },
): Promise<void> {
  personOf(ctx);
  await inTransaction(ctx, async (ctx) => {
    const target = await targetToChange(ctx, id);
    if (target.version !== input.version) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    if (target.withdrawnAt) throw new DomainError('wrong-state', { reason: 'targets.withdrawn-already' });
    const version = await move(ctx, target, { withdrawnAt: ctx.clock.now() });
    await forgetDone(ctx, id);
    await recordChange(ctx, {
      target,
      version,
      type: 'target.withdrawn',
      became: 'withdrawn',
      reason: input.reason,
    });
  });
}
