import type { Context } from '../../context';
import { doOnce } from '../../do-once.server';
import { DomainError } from '../../domain-error';
import { personOf } from '../load-shift.server';
import { createShift } from '../opportunity.server';
import { mostOccurrences, occurrencesOf, ruleOf } from '../rules/recurrence';
import type { SeriesInput } from '../schema';
import { loadOrganised } from './load-organised.server';
import { endOfDay } from '~/lib/days';
import { newId } from '~/platform/ids';

function startsOf(ctx: Context, input: SeriesInput): { rule: string; starts: Date[] } {
  const { timeZone } = ctx.configuration;
  const until = endOfDay(input.untilDay, timeZone);
  const rule = input.rule !== '' ? input.rule : until ? ruleOf(input, until) : '';
  const found = occurrencesOf(rule, input.startsAt, timeZone);
  if (found.ok) return { rule, starts: found.starts };
  throw new DomainError('invalid', {
    field: input.rule === '' ? 'untilDay' : 'rule',
    reason: `volunteering.series-${found.reason}`,
    params: { count: mostOccurrences },
  });
}

/**
 * Adds the shifts of a rule (RFC 5545), each by the clock of the portal's zone; answers the id of the series. Throws
 * `invalid` at `rule` or `untilDay` for a rule that is none, that never ends or makes too many.
 */
export async function addSeries(ctx: Context, opportunityId: string, input: SeriesInput): Promise<string> {
  const personId = personOf(ctx);
  const { rule, starts } = startsOf(ctx, input);
  const now = ctx.clock.now();
  const id = newId(now);
  const length = input.endsAt.getTime() - input.startsAt.getTime();
  return doOnce(ctx, 'shift.series', async (ctx) => {
    const opportunity = await loadOrganised(ctx, opportunityId);
    await ctx.prisma.shiftSeries.create({
      data: {
        ...{ id, opportunityId, rule, startsAt: input.startsAt, minutes: Math.round(length / 60_000) },
        ...{ createdBy: personId, createdAt: now },
      },
    });
    for (const startsAt of starts) {
      const endsAt = new Date(startsAt.getTime() + length);
      await createShift(ctx, opportunity, { ...input, startsAt, endsAt, seriesId: id });
    }
    return id;
  });
}
