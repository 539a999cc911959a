import type { Context, ReadContext, TransactionContext } from '../context';
import { doOnce } from '../do-once.server';
import { DomainError, ensure } from '../domain-error';
import { ensureArea } from '../territory/index.server';
import { meetingLifecycle } from './lifecycle';
import { tellOfMeeting } from './load-meeting.server';
import { mayConvene } from './policy';
import { ruleOfSeries, startsOfSeries } from './rules/recurrence';
import { stepsOfFourDiscussions } from './rules/steps';
import { longestHours } from './schema';
import type { MeetingInput } from './schema';
import { ensureQuorum, seatsFor } from './seats/seats-for.server';
import type { NewSeat } from './seats/seats-for.server';
import { templateItems } from './template-items';
import { newId } from '~/platform/ids';
import { renderMarkdown } from '~/platform/markdown/render-markdown.server';

const furthestDays = 730;
const hour = 3600_000;
const usualCount = 12;

/** Throws `invalid` at the field: it begins later than now and within two years, and takes half a day at most. */
export function ensureTimes(ctx: ReadContext, { startsAt, endsAt }: { startsAt: Date; endsAt: Date }): void {
  const now = ctx.clock.now();
  if (startsAt <= now)
    throw new DomainError('invalid', { field: 'startsAt', reason: 'meetings.in-the-past' });
  if (Number(startsAt) - Number(now) > furthestDays * 24 * hour)
    throw new DomainError('invalid', { field: 'startsAt', reason: 'meetings.too-far' });
  if (Number(endsAt) - Number(startsAt) > longestHours * hour)
    throw new DomainError('invalid', {
      field: 'endsAt',
      reason: 'meetings.too-long',
      params: { hours: longestHours },
    });
}

interface Dates {
  starts: Date[];
  rule: string | null;
}

/** When the meetings of the series begin, by the clock on the wall of the portal's zone. */
function datesOf(
  { configuration }: ReadContext,
  { startsAt, repeat, count = usualCount }: MeetingInput,
): Dates {
  const first = { startsAt, timeZone: configuration.timeZone };
  return {
    starts: startsOfSeries(first, { repeat, count }),
    rule: ruleOfSeries(first, { repeat, count }),
  };
}

interface OneMeeting {
  id: string;
  startsAt: Date;
  series: { seriesId: string; rule: string } | null;
}

function columnsOf(ctx: ReadContext, input: MeetingInput, { id, startsAt, series }: OneMeeting) {
  const { kind, title, purpose, place, areaId, isPublic, quorum } = input;
  const actor = ctx.actor.kind === 'person' ? ctx.actor : null;
  const lasts = Number(input.endsAt) - Number(input.startsAt);
  return {
    ...{ id, kind, title, purpose, place, areaId, isPublic, startsAt, quorum: quorum ?? null, ...series },
    purposeHtml: renderMarkdown(purpose),
    endsAt: new Date(Number(startsAt) + lasts),
    state: meetingLifecycle.initial,
    createdBy: actor?.personId ?? 'system',
    organisationId: actor?.actingFor?.organisationId ?? null,
    createdAt: ctx.clock.now(),
  };
}

async function writeMeeting(
  ctx: TransactionContext,
  { input, one, seats }: { input: MeetingInput; one: OneMeeting; seats: readonly NewSeat[] },
): Promise<void> {
  const now = ctx.clock.now();
  const meetingId = one.id;
  await ctx.prisma.meeting.create({ data: columnsOf(ctx, input, one) });
  await ctx.prisma.meetingSeat.createMany({
    data: seats.map((seat) => ({ id: newId(now), meetingId, ...seat, invitedAt: now })),
  });
  await ctx.prisma.meetingItem.createMany({
    data: templateItems(ctx.locale, input.kind).map((words, position) => ({
      ...{ id: newId(now), meetingId, position, words },
    })),
  });
  if (input.kind === 'four-discussions')
    await ctx.prisma.meetingStep.createMany({
      data: stepsOfFourDiscussions.map((name, position) => ({ meetingId, position, name })),
    });
}

/**
 * Convenes a meeting or a series, in the name of the organisation for which the actor acts, if any; answers the id of
 * the first. Throws `forbidden` where the actor may not convene there, `invalid` at the field that is wrong.
 */
export async function conveneMeeting(ctx: Context, input: MeetingInput): Promise<string> {
  ensure(mayConvene(ctx.actor, input.areaId));
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  ensureTimes(ctx, input);
  const now = ctx.clock.now();
  const id = newId(now);
  const { starts, rule } = datesOf(ctx, input);
  const series = rule === null ? null : { seriesId: id, rule };
  return doOnce(ctx, 'meeting.convene', async (ctx) => {
    await ensureArea(ctx, input.areaId);
    const seats = await seatsFor(ctx, input);
    ensureQuorum(input.quorum, seats.length);
    for (const [at, startsAt] of starts.entries()) {
      const one = { id: at === 0 ? id : newId(now), startsAt, series };
      await writeMeeting(ctx, { input, one, seats });
      // Of a series those invited are told once; each of its meetings has a history of its own.
      const to = at === 0 ? seats : [];
      await tellOfMeeting(ctx, {
        meeting: { ...input, id: one.id, seats: [] },
        type: 'meeting.convened',
        publicData: { meetsAt: startsAt, place: input.place },
        to,
      });
    }
    return id;
  });
}
