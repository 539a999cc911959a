import type { ReadContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { birthYearsOf, displayNames, erasedAmong } from '../../identity/index.server';
import { contactOf } from '../activities/opportunity-columns.server';
import { leftStates } from '../lifecycle';
import { placeOf } from '../load-shift.server';
import { mayOrganise } from '../policy';
import { levelsShown } from '../points/show-level.server';
import { questionsOf } from '../rules/activity-texts';
import { isOldEnough } from '../rules/minimum-age';
import { mostMinutes, proposedMinutes, recordedMinutes } from '../rules/hours';
import { byArrival, holdsSeats } from '../rules/seats';

/** Listed of those who left; more are found by their mail address. */
const mostLeft = 200;
const shown = ['confirmed', 'offered', 'waiting', 'attended', 'absent', 'excused'];

/** Who signed off or let an offer lapse, and can be ticked where they came after all. */
async function leftOf(ctx: ReadContext, shiftId: string) {
  const rows = await ctx.database.read.signUp.findMany({
    where: { shiftId, state: { in: leftStates } },
    orderBy: [{ arrival: 'asc' }, { id: 'asc' }],
    take: mostLeft,
    select: { id: true, personId: true, state: true },
  });
  const ids = rows.map(({ personId }) => personId);
  const [names, erased] = await Promise.all([displayNames(ctx, ids), erasedAmong(ctx, ids)]);
  return rows
    .filter(({ personId }) => !erased.has(personId))
    .map(({ id, personId, state }) => ({ id, state, name: names[personId] ?? '' }));
}

/** Who came without an account; some time after the shift only how many. */
async function guestsOf(ctx: ReadContext, shiftId: string) {
  const rows = await ctx.database.read.shiftGuest.findMany({
    where: { shiftId },
    orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, sealedName: true },
  });
  return rows.map(({ id, sealedName }) => ({
    id,
    name: sealedName === null ? null : ctx.keys.open(sealedName),
  }));
}

async function loadRoster(ctx: ReadContext, shiftId: string) {
  const shift = await ctx.database.read.shift.findUnique({
    where: { id: shiftId },
    include: { opportunity: true, messages: { orderBy: { sentAt: 'desc' }, take: 50 } },
  });
  if (!shift) throw new DomainError('not-found');
  ensure(mayOrganise(ctx.actor, shift.opportunity.organisationId));
  const rows = await ctx.database.read.signUp.findMany({ where: { shiftId, state: { in: shown } } });
  return { shift, rows: [...rows].sort(byArrival) };
}

type Row = Awaited<ReturnType<typeof loadRoster>>['rows'][number];

/** Of those who come: who has another place at the same time, with whomever. Which one is not said. */
async function busyElsewhere(
  ctx: ReadContext,
  shift: { id: string; startsAt: Date; endsAt: Date },
  personIds: readonly string[],
): Promise<Set<string>> {
  const rows = await ctx.database.read.signUp.findMany({
    where: {
      ...{ personId: { in: [...personIds] }, state: 'confirmed', shiftId: { not: shift.id } },
      shift: { cancelledAt: null, startsAt: { lt: shift.endsAt }, endsAt: { gt: shift.startsAt } },
    },
    select: { personId: true },
  });
  return new Set(rows.map(({ personId }) => personId));
}

/** A shift with everybody on its list, for its organisers alone: in the order of arrival. */
export async function rosterPage(ctx: ReadContext, shiftId: string) {
  const { shift, rows } = await loadRoster(ctx, shiftId);
  const ids = rows.map(({ personId }) => personId);
  // At most as many as there are seats.
  const seated = rows.filter(holdsSeats).map(({ personId }) => personId);
  const [names, born, busy, left, guests, levels] = await Promise.all([
    displayNames(ctx, ids),
    birthYearsOf(ctx, ids),
    busyElsewhere(ctx, shift, seated),
    leftOf(ctx, shiftId),
    guestsOf(ctx, shiftId),
    levelsShown(ctx, ids),
  ]);
  const senders = await displayNames(
    ctx,
    shift.messages.map(({ sentBy }) => sentBy),
  );
  const { messages, opportunity, ...facts } = shift;
  const now = ctx.clock.now();
  return {
    shift: { ...facts, place: placeOf(shift) },
    opportunity: { id: opportunity.id, title: opportunity.title, minimumAge: opportunity.minimumAge },
    contact: contactOf(ctx, opportunity),
    questions: questionsOf(opportunity.questions),
    messages: messages.map((message) => ({ ...message, sender: senders[message.sentBy] ?? '' })),
    ...{ left, guests, came: rows.filter(hasCome).length + guests.length },
    people: rows.map((row) => ({
      ...personOn(ctx, row),
      name: names[row.personId] ?? '',
      level: levels.get(row.personId) ?? 0,
      age: ageAt(ctx, { ...shift, birthYear: born.get(row.personId) ?? null }),
      busy: busy.has(row.personId),
      proposed: proposedMinutes(shift, row, mostMinutes(shift, now)),
      recorded: recordedMinutes(shift, row),
      own: ctx.actor.kind === 'person' && ctx.actor.personId === row.personId,
    })),
  };
}

/**
 * Whether somebody is old enough for the shift as it is now: the age may have been raised, or the shift moved to another
 * year, since they signed up. The year itself is nobody's to see.
 */
function ageAt(
  ctx: ReadContext,
  { startsAt, opportunity: { minimumAge }, birthYear }: AgedShift & { birthYear: number | null },
): 'fits' | 'unknown' | 'too-young' {
  if (birthYear === null) return 'unknown';
  const { timeZone } = ctx.configuration;
  const fits = isOldEnough({ birthYear, minimumAge, dangerous: false, startsAt, timeZone }).allowed;
  return fits ? 'fits' : 'too-young';
}

interface AgedShift {
  startsAt: Date;
  opportunity: { minimumAge: number };
}

const hasCome = ({ state, checkedInAt }: Row): boolean => state === 'attended' || checkedInAt !== null;

function personOn(ctx: ReadContext, row: Row) {
  const answers = row.sealedAnswers ? (JSON.parse(ctx.keys.open(row.sealedAnswers)) as string[]) : [];
  const { id, state, seats, role, groupName, walkIn, minutes, checkedInAt, checkedOutAt } = row;
  const { objection, objectedAt, objectionAnsweredAt, offeredUntil, confirmedAt } = row;
  return {
    ...{ id, state, seats, role, groupName, walkIn, minutes, checkedInAt, checkedOutAt, confirmedAt },
    ...{ offeredUntil, answers, evaluation: row.evaluation, stars: row.stars },
    objection: objectedAt && !objectionAnsweredAt ? objection : null,
  };
}
export type RosterPage = Awaited<ReturnType<typeof rosterPage>>;
