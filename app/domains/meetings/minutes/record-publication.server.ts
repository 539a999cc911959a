import type { Context } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { personOf } from '../../person-of';
import { ensureAsShown } from '../../shown-fields.server';
import { holdMeeting, tellOfMeeting } from '../load-meeting.server';
import type { LoadedMeeting } from '../load-meeting.server';
import { mayRecordPublication } from '../policy';
import { isPublication } from '../rules/steps';
import type { PublicationInput } from '../schema';
import { publicationFields } from '../step-fields';

const invalid = (field: string, reason: string) => new DomainError('invalid', { field, reason });

/** When the step was held: in the session, or as it was recorded afterwards. */
const heldOf = ({ steps, publications }: LoadedMeeting, at: number): Date | null =>
  steps.find(({ position }) => position === at)?.heldAt ??
  publications.find(({ position }) => position === at)?.heldAt ??
  null;

/**
 * Records after the session when and how a decision, or what came of it, was made public: beside the minutes, whose text
 * is closed by then. Throws `conflict` where it stands in the minutes already, or where another recorded it meanwhile.
 */
export async function recordPublication(
  ctx: Context,
  meetingId: string,
  input: PublicationInput,
): Promise<void> {
  const recordedBy = personOf(ctx);
  const now = ctx.clock.now();
  await inTransaction(ctx, async (ctx) => {
    const meeting = await holdMeeting(ctx, meetingId);
    ensure(mayRecordPublication(ctx.actor, meeting));
    const { position, heldAt, content } = input;
    const step = meeting.steps.find((one) => one.position === position);
    if (!step || !isPublication(step.name)) throw new DomainError('not-found');
    if (step.heldAt) throw new DomainError('conflict', { reason: 'meetings.in-minutes-already' });
    const there = meeting.publications.find((one) => one.position === position);
    ensureAsShown(input.revision, publicationFields(there, ctx.configuration.timeZone));
    if (heldAt > now) throw invalid('heldAt', 'meetings.step-in-future');
    const before = heldOf(meeting, position - 1);
    if (!before) throw invalid('heldAt', 'meetings.step-before-missing');
    if (before > heldAt) throw invalid('heldAt', 'meetings.step-before-later');
    const data = { heldAt, content, recordedBy, recordedAt: now };
    await ctx.prisma.meetingPublication.upsert({
      where: { meetingId_position: { meetingId, position } },
      create: { meetingId, position, ...data },
      update: data,
    });
    await tellOfMeeting(ctx, { meeting, type: 'meeting.made-public' });
  });
}
