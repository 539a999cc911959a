import type { ReadContext } from '../../context';
import { displayNames } from '../../identity/index.server';
import { organisationNames } from '../../organisations/index.server';
import type { LoadedMeeting } from '../load-meeting.server';
import { seatsThen } from '../minutes/fits-published';
import { isOwnSeat, mayShowName } from '../policy';

/** Who asks: what they may read of a meeting beside what everyone may. */
export interface Standing {
  inside: boolean;
  leads: boolean;
  /** Purpose and agenda. */
  agenda: boolean;
}

/** Names of the people at the table, of those who answered: that an address has an account nobody is told before. */
async function namesAt(ctx: ReadContext, meeting: LoadedMeeting) {
  const answered = meeting.seats.filter((seat) => seat.answeredAt !== null);
  const people = answered.flatMap(({ personId, representativeId }) => [personId, representativeId]);
  const responsible = meeting.decisions.filter((one) => one.responsibleKind === 'person');
  const offices = meeting.decisions.filter((one) => one.responsibleKind === 'organisation');
  const organisations = [
    ...meeting.seats.map(({ organisationId }) => organisationId),
    ...offices.map(({ responsibleId }) => responsibleId),
    meeting.organisationId,
  ];
  const [persons, names] = await Promise.all([
    displayNames(
      ctx,
      [...people, ...responsible.map((one) => one.responsibleId)].flatMap((id) => id ?? []),
    ),
    organisationNames(
      ctx,
      organisations.flatMap((id) => id ?? []),
    ),
  ]);
  return { persons, organisations: names };
}
export type NamesAt = Awaited<ReturnType<typeof namesAt>>;

/**
 * The seats as the reader may know them. Those at the table read all of each other, the convener the addresses too;
 * everyone else, once the minutes are published, who was there: an organisation by its name, people by their capacity
 * unless they show the name.
 */
export async function shownSeats(ctx: ReadContext, meeting: LoadedMeeting, { inside, leads }: Standing) {
  const names = await namesAt(ctx, meeting);
  const published = meeting.state === 'published';
  const then = seatsThen(meeting);
  const all = meeting.seats.map((seat, at) => ({ ...seat, as: then[at]?.as }));
  const shown = inside ? all : published ? all.filter((seat) => seat.presentAt) : [];
  const seats = shown.map((seat) => {
    const own = isOwnSeat(ctx.actor, seat);
    const bears = mayShowName(ctx.actor, seat).allowed;
    const name = seat.personId ? (names.persons[seat.personId] ?? null) : null;
    const by = seat.representativeId ? (names.persons[seat.representativeId] ?? null) : null;
    const named = inside || seat.showsName;
    return {
      id: seat.id,
      own,
      // What is published says how it was called then, and whose place it was, though another goes on with it.
      organisation: seat.organisationId ? (seat.as ?? names.organisations[seat.organisationId] ?? '') : null,
      organisationId: seat.organisationId,
      personId: inside && seat.answeredAt ? seat.personId : null,
      capacity: seat.capacity,
      name: named ? name : null,
      representative: named ? by : null,
      email: leads ? seat.email : null,
      answer: inside ? seat.answer : null,
      substitute: inside ? seat.substitute : '',
      bearsName: bears,
      showsName: (own || bears) && seat.showsName,
      present: seat.presentAt !== null,
      verdict: inside ? seat.verdict : null,
      verdictWords: inside ? seat.verdictWords : '',
    };
  });
  return { seats, names };
}
export type ShownSeat = Awaited<ReturnType<typeof shownSeats>>['seats'][number];
