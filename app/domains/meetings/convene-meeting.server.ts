import type { Context } from '../context';
import { doOnce } from '../do-once.server';
import { DomainError, ensure } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { ensureArea } from '../territory/index.server';
import { eventsFor } from './events';
import { meetingLifecycle } from './lifecycle';
import { mayConvene } from './policy';
import type { MeetingInput } from './schema';
import { newId } from '~/platform/ids';
import { renderMarkdown } from '~/platform/markdown/render-markdown.server';

const longestHours = 12;

/**
 * Convenes a meeting, in the name of the organisation for which the actor acts, if any; answers its id. Throws
 * `forbidden` where the actor may not convene there, `invalid` at the field where it would begin in the past.
 */
export async function conveneMeeting(ctx: Context, input: MeetingInput): Promise<string> {
  ensure(mayConvene(ctx.actor, input.areaId));
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  const { personId, actingFor } = ctx.actor;
  const now = ctx.clock.now();
  if (input.startsAt <= now)
    throw new DomainError('invalid', { field: 'startsAt', reason: 'meetings.in-the-past' });
  if (Number(input.endsAt) - Number(input.startsAt) > longestHours * 3600_000)
    throw new DomainError('invalid', {
      field: 'endsAt',
      reason: 'meetings.too-long',
      params: { hours: longestHours },
    });
  const id = newId(now);
  return doOnce(ctx, 'meeting.convene', async (ctx) => {
    await ensureArea(ctx, input.areaId);
    await ctx.prisma.meeting.create({
      data: {
        ...input,
        id,
        purposeHtml: renderMarkdown(input.purpose),
        state: meetingLifecycle.initial,
        createdBy: personId,
        organisationId: actingFor?.organisationId ?? null,
        createdAt: now,
      },
    });
    await appendEvent(ctx, eventsFor(input), {
      type: 'meeting.convened',
      subjectKind: 'meeting',
      subjectId: id,
      areaId: input.areaId,
      publicData: { title: input.title, meetsAt: input.startsAt, place: input.place },
    });
    return id;
  });
}
