import type { Context } from '../context';
import { doOnce } from '../do-once.server';
import { DomainError, ensure } from '../domain-error';
import { portalTops } from '../identity/index.server';
import { appendEvent } from '../ledger/index.server';
import { statisticsEvents } from './events';
import { mayChangeFormula } from './policy';
import type { FormulaInput } from './schema';
import { newId } from '~/platform/ids';

/** Decides on another formula; the earlier ones are kept and can still be chosen to look at the numbers. */
export async function setFormula(ctx: Context, input: FormulaInput): Promise<string> {
  const tops = await portalTops(ctx);
  ensure(mayChangeFormula(ctx.actor, tops));
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  const { personId } = ctx.actor;
  const now = ctx.clock.now();
  const id = newId(now);
  return doOnce(ctx, 'statistics.set-formula', async (ctx) => {
    await ctx.prisma.statisticsFormula.create({
      data: { id, ...input, createdBy: personId, createdAt: now },
    });
    await appendEvent(ctx, statisticsEvents, {
      type: 'statistics.formula-changed',
      subjectKind: 'statistics',
      subjectId: id,
      areaId: tops[0] ?? null,
      publicData: { reason: input.reason },
    });
    return id;
  });
}
