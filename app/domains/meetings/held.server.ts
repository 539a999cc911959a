import type { TransactionContext } from '../context';
import { official, treated } from '../held-on-persons';
import type { HeldOnPersons } from '../held-on-persons';
import { kept } from '../held-terms';

const seat = treated(
  'a seat at a meeting to come is free again; at one that was held the capacity stays alone',
);
const responsible = treated('the decision stays, and is nobody’s until it is given to somebody');

async function freeSeats(ctx: TransactionContext, personId: string, email: string): Promise<void> {
  const own = { OR: [{ personId }, { email }] };
  const coming = { meeting: { state: 'convened' } };
  const freed = await ctx.prisma.meetingSeat.findMany({
    where: { AND: [own, coming] },
    select: { meetingId: true, meeting: { select: { quorum: true, _count: { select: { seats: true } } } } },
  });
  await ctx.prisma.meetingSeat.deleteMany({ where: { AND: [own, coming] } });
  for (const { meetingId, meeting } of freed) {
    const left = Math.max(1, meeting._count.seats - 1);
    if (meeting.quorum !== null && meeting.quorum > left)
      await ctx.prisma.meeting.update({ where: { id: meetingId }, data: { quorum: left } });
  }
  await ctx.prisma.meetingSeat.updateMany({
    where: own,
    data: { personId: null, email: null, substitute: '', showsName: false, verdictWords: '' },
  });
  await ctx.prisma.meetingSeat.updateMany({
    where: { representativeId: personId },
    data: { representativeId: null, substitute: '' },
  });
  await ctx.prisma.meetingDecision.updateMany({
    where: { responsibleKind: 'person', responsibleId: personId },
    data: { responsibleKind: null, responsibleId: null },
  });
}

export const heldInMeetings: HeldOnPersons = {
  models: {
    Meeting: { createdBy: official },
    MeetingSeat: { personId: seat, email: { ...seat, by: 'email' }, representativeId: seat },
    MeetingDecision: { createdBy: official, responsibleId: responsible },
    MeetingStep: { recordedBy: official },
    MeetingPublication: { recordedBy: official },
  },
  terms: {
    MeetingDecision: kept.matter,
    MeetingSeat: kept.matter,
  },
  erase: (ctx, person) => freeSeats(ctx, person.id, person.email),
};
