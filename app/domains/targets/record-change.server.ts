import type { TransactionContext } from '../context';
import { appendEvent } from '../ledger/index.server';
import { areaNames } from '../territory/index.server';
import { targetEvents } from './events';
import { newId } from '~/platform/ids';

export interface TargetChanged {
  target: { id: string; year: number; areaId: string; departmentId: string };
  version: number;
  type: keyof typeof targetEvents;
  became: { value: number; source: string; office: string } | 'withdrawn';
  reason: string;
}

/** Keeps the change with who, when and why, and tells of it. */
export async function recordChange(ctx: TransactionContext, change: TargetChanged): Promise<void> {
  const { target, version, type, became, reason } = change;
  const now = ctx.clock.now();
  await ctx.prisma.targetChange.create({
    data: {
      id: newId(now),
      targetId: target.id,
      version,
      became: JSON.stringify(became),
      reason,
      changedBy: ctx.actor.kind === 'person' ? ctx.actor.personId : 'system',
      createdAt: now,
    },
  });
  const { [target.areaId]: title = target.areaId } = await areaNames(ctx, [target.areaId]);
  await appendEvent(ctx, targetEvents, {
    type,
    subjectKind: 'target',
    subjectId: target.id,
    areaId: target.areaId,
    publicData: { title, year: target.year, departmentId: target.departmentId, reason },
  });
}
