import type { ReadContext } from '../context';
import { personOf } from '../person-of';

const mostShown = 30;

/** When somebody signed in to the actor's account and by which device, the newest first. */
export function ownSignIns(ctx: ReadContext) {
  return ctx.database.read.signInRecord.findMany({
    where: { personId: personOf(ctx) },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: mostShown,
    select: { id: true, at: true, device: true },
  });
}
