import type { Context } from '../context';
import { DomainError, ensure } from '../domain-error';
import { portalTops } from '../identity/index.server';
import { mayAdministerPortal } from '../identity/policy';
import { inTransaction } from '../in-transaction.server';
import { reviveJobs } from '~/platform/jobs/dead-jobs.server';

/** More at once would go out in one burst. */
const mostAtOnce = 500;

/** Lets what was given up be tried anew, once its cause is mended. Answers how many; `conflict` where there are none. */
export async function retryDeadJobs(ctx: Context, { kind }: { kind: string }): Promise<number> {
  ensure(mayAdministerPortal(ctx.actor, await portalTops(ctx)));
  return inTransaction(ctx, async (ctx) => {
    const count = await reviveJobs(ctx, { kind, now: ctx.clock.now(), most: mostAtOnce });
    if (count === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    return count;
  });
}
