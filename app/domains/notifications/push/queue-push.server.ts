import type { TransactionContext } from '../../context';
import { enqueue } from '~/platform/jobs/enqueue.server';

/** Of so many things each has a push of its own; of more, one says how many there are. */
const mostThings = 3;
/** Named with a push, so that what may no longer be read is left out. */
const mostNamed = 50;

interface PushedEvent {
  eventId: string;
  subjectKind: string;
  subjectId: string;
}

/**
 * Queues what the person's devices are told of these events, a push a thing: a job for each device, since each has a
 * service of its own that may be slow or away.
 */
export async function queuePushes(
  ctx: TransactionContext,
  { personId, events, byName }: { personId: string; events: readonly PushedEvent[]; byName: boolean },
): Promise<void> {
  if (events.length === 0) return;
  const devices = await ctx.prisma.pushDevice.findMany({ where: { personId }, select: { id: true } });
  const now = ctx.clock.now();
  for (const { id: deviceId } of devices)
    for (const { eventIds, count, isMany } of thingsOf(events))
      await enqueue(ctx, {
        kind: 'push',
        payload: { deviceId, personId, eventIds, count, isMany, byName, at: now },
        runAt: now,
        idempotencyKey: `push:${deviceId}:${eventIds.at(-1) ?? ''}`,
      });
}

function thingsOf(events: readonly PushedEvent[]) {
  const things = new Map<string, PushedEvent[]>();
  for (const event of events) {
    const thing = `${event.subjectKind}:${event.subjectId}`;
    things.set(thing, [...(things.get(thing) ?? []), event]);
  }
  const isMany = things.size > mostThings;
  return (isMany ? [events] : [...things.values()]).map((some) => ({
    eventIds: some.slice(-mostNamed).map(({ eventId }) => eventId),
    ...{ count: some.length, isMany },
  }));
}
