import type { Context, ReadContext } from '../../context';
import { doOnce } from '../../do-once.server';
import { DomainError } from '../../domain-error';
import { createShift, ensureStart, tellAdded } from '../opportunity.server';
import { mostOccurrences, occurrencesOf, ruleOf } from '../rules/recurrence';
import { latestStart } from '../rules/terms';
import type { SeriesInput } from '../schema';
import { loadOrganised } from './load-organised.server';
import { dayIn, endOfDay } from '~/lib/time/days';

function startsOf(ctx: ReadContext, input: SeriesInput): Date[] {
  const { timeZone } = ctx.configuration;
  const { startsAt } = input;
  ensureStart(ctx, startsAt);
  const until = endOfDay(input.untilDay, timeZone);
  const rule = input.rule !== '' ? input.rule : until ? ruleOf(input, until) : '';
  const found = occurrencesOf(rule, { startsAt, latest: latestStart(ctx.clock.now()), timeZone });
  if (found.ok) return found.starts;
  throw new DomainError('invalid', {
    field: input.rule !== '' ? 'rule' : found.reason === 'not-the-first' ? 'weekdays' : 'untilDay',
    reason: `volunteering.series-${found.reason}`,
    params: { count: mostOccurrences },
  });
}

/**
 * Adds the shifts of a rule (RFC 5545), each by the clock of the portal's zone; answers the id of the first. Throws
 * `invalid` at `rule` or `untilDay` for a rule that is none, that never ends, makes too many or goes on for years.
 */
export async function addSeries(ctx: Context, opportunityId: string, input: SeriesInput): Promise<string> {
  const length = input.endsAt.getTime() - input.startsAt.getTime();
  return doOnce(ctx, 'shift.series', async (ctx) => {
    const opportunity = await loadOrganised(ctx, opportunityId);
    const starts = startsOf(ctx, input);
    const ids: string[] = [];
    for (const startsAt of starts) {
      const endsAt = new Date(startsAt.getTime() + length);
      ids.push(await createShift(ctx, opportunity, { ...input, startsAt, endsAt }));
    }
    const [from = '', to = ''] = [starts[0], starts.at(-1)].map((start) =>
      start ? dayIn(start, ctx.configuration.timeZone) : '',
    );
    const publicData = { count: starts.length, from, to };
    await tellAdded(ctx, opportunity, { type: 'shift.series-added', publicData });
    return ids[0] ?? opportunityId;
  });
}
