import type { PersonActor } from '../../actor';
import type { Context, ReadContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { personOf } from '../../person-of';
import { leftStates } from '../lifecycle';
import { codesIn, freeTimeCodes, matchShift, skillCodes } from '../rules/match';
import type { Volunteer } from '../rules/match';

const looked = 300;
const shownMost = 20;

export interface ProfileInput {
  skills: string[];
  freeTimes: string[];
  areaId: string;
  /** Kinds of service, in own words. */
  services?: string;
}

/** Keeps what the actor says of skills, free times and area. Only used to suggest shifts to the same person. */
export async function saveProfile(ctx: Context, input: ProfileInput): Promise<void> {
  const personId = personOf(ctx);
  const columns = {
    ...{ skills: input.skills.join(','), freeTimes: input.freeTimes.join(',') },
    ...{ areaId: input.areaId || null, services: input.services ?? '', updatedAt: ctx.clock.now() },
  };
  await inTransaction(ctx, (ctx) =>
    ctx.prisma.volunteerProfile.upsert({
      where: { personId },
      create: { personId, ...columns },
      update: columns,
    }),
  );
}

/** What the person has said, with the own area where none is named. */
export async function profileOf(ctx: ReadContext & { actor: PersonActor }): Promise<Volunteer> {
  const { personId, homeAreaId, residenceAreaId } = ctx.actor;
  const kept = await ctx.database.read.volunteerProfile.findUnique({ where: { personId } });
  return {
    skills: codesIn(kept?.skills ?? '', skillCodes),
    freeTimes: codesIn(kept?.freeTimes ?? '', freeTimeCodes),
    areaId: kept?.areaId ?? residenceAreaId ?? homeAreaId,
  };
}

/** Shifts to come with seats left that suit the actor, the best first, each with the reason. */
export async function shiftsForYou(ctx: ReadContext & { actor: PersonActor }) {
  const volunteer = await profileOf(ctx);
  const now = ctx.clock.now();
  const shifts = await ctx.database.read.shift.findMany({
    where: {
      ...{ cancelledAt: null, signUpUntil: { gt: now }, opportunity: { state: 'published' } },
      signUps: { none: { personId: ctx.actor.personId, state: { notIn: leftStates } } },
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: looked,
    include: { opportunity: { select: { id: true, title: true, areaId: true, skills: true, place: true } } },
  });
  const matched = shifts
    .filter(({ taken, capacity }) => taken < capacity)
    .map(({ id, startsAt, endsAt, opportunity, place, capacity, taken }) => ({
      ...{ id, startsAt, endsAt, left: capacity - taken, place: place || (opportunity.place ?? '') },
      opportunity: { id: opportunity.id, title: opportunity.title },
      match: matchShift(
        volunteer,
        { skills: codesIn(opportunity.skills, skillCodes), areaId: opportunity.areaId, startsAt },
        ctx.configuration.timeZone,
      ),
    }))
    .filter(({ match }) => match.points > 0)
    .sort((one, other) => other.match.points - one.match.points);
  const { personId } = ctx.actor;
  const kept = await ctx.database.read.volunteerProfile.findUnique({ where: { personId } });
  return { volunteer, services: kept?.services ?? '', shifts: matched.slice(0, shownMost) };
}
