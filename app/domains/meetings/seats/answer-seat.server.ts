import type { Context } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { holdMeeting, tellOfMeeting } from '../load-meeting.server';
import { mandatesOf, mayAnswerSeat } from '../policy';
import type { AnswerInput } from '../schema';

/**
 * Answers an invitation for the own seat, or that of an organisation by whose mandate the person acts: who represents it
 * is laid down with the mandate. May be changed until the meeting begins.
 */
export async function answerSeat(ctx: Context, meetingId: string, input: AnswerInput): Promise<void> {
  const { actor } = ctx;
  await inTransaction(ctx, async (ctx) => {
    const meeting = await holdMeeting(ctx, meetingId);
    const seat = meeting.seats.find(({ id }) => id === input.seatId);
    if (!seat || actor.kind !== 'person')
      throw new DomainError('forbidden', { reason: 'meetings.not-invited' });
    ensure(mayAnswerSeat(actor, meeting, seat));
    const member = mandatesOf(actor).find(({ organisationId }) => organisationId === seat.organisationId);
    const { answer, substitute, showsName } = input;
    const data = {
      ...{ answer, substitute: answer === 'substitute' ? substitute : '', showsName },
      ...(member ? { representativeId: actor.personId, mandate: member.mandate } : {}),
    };
    // Pressed twice: the convener has been told.
    if (Object.entries(data).every(([column, value]) => seat[column as keyof typeof data] === value)) return;
    await ctx.prisma.meetingSeat.update({
      where: { id: seat.id },
      data: { ...data, answeredAt: ctx.clock.now() },
    });
    const { createdBy: personId, organisationId } = meeting;
    const convener = organisationId ? { personId: null, organisationId } : { personId, organisationId: null };
    await tellOfMeeting(ctx, { meeting, type: 'meeting.answered', to: [convener] });
  });
}
