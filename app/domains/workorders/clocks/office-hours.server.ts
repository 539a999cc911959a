import type { z } from 'zod';
import type { Context } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { portalTops } from '../../identity/index.server';
import { appendEvent } from '../../ledger/index.server';
import { ensureAsShown } from '../../shown-fields.server';
import { workOrderEvents } from '../events';
import { maySetDeadlines } from '../policy';
import { readWorkingHours } from '../rules/deadlines/working-hours';
import type { officeHoursSchema } from '../schema';
import { officeHours, officeHoursFields, officeHoursId } from './office-hours.query.server';
import { rereadDeadlines } from './reread-deadlines.server';
import { lockTable } from '~/platform/db/lock-row';

/**
 * Says in which hours offices work, and reads all running deadlines again. Throws `invalid` where the spans are none, and
 * `conflict` where somebody has changed them since. Answers how many deadlines moved.
 */
export async function saveOfficeHours(
  ctx: Context,
  { revision, source, ...typed }: z.output<typeof officeHoursSchema>,
): Promise<number> {
  ensure(maySetDeadlines(ctx.actor, await portalTops(ctx)));
  const hours = typed.hours.replaceAll(/\s/g, '');
  if (!readWorkingHours(hours))
    throw new DomainError('invalid', { field: 'hours', reason: 'work-orders.bad-hours' });
  const updatedBy = ctx.actor.kind === 'person' ? ctx.actor.personId : null;
  await inTransaction(ctx, async (ctx) => {
    await lockTable(ctx, 'OfficeHours');
    ensureAsShown(revision, officeHoursFields(await officeHours(ctx)));
    const columns = { hours, source, updatedBy, updatedAt: ctx.clock.now() };
    await ctx.prisma.officeHours.upsert({
      where: { id: officeHoursId },
      create: { id: officeHoursId, ...columns },
      update: columns,
    });
    await appendEvent(ctx, workOrderEvents, {
      ...{ type: 'work-order.settings-changed', subjectKind: 'deadlines', subjectId: 'hours' },
      publicData: { title: hours },
    });
  });
  return (await rereadDeadlines(ctx)).moved;
}
