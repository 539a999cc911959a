import type { TransactionContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { birthYearOf } from '../../identity/index.server';
import { isInService } from '../../organisations/index.server';
import { activeStates } from '../lifecycle';
import type { LoadedShift } from '../load-shift.server';
import { isOldEnough } from '../rules/minimum-age';
import { countedAbsences, mayTakeAnotherPlace, rememberedDays } from '../rules/no-shows';
import { questionsOf } from '../rules/activity-texts';
import { fitsRoles, roleIn } from '../rules/seats';
import { planOf } from './settle-seats.server';
import { lockRow } from '~/platform/db/lock-row';

export interface SignUpInput {
  /** Seats for a group; one unless told. */
  seats?: number;
  /** Where the shift has roles: which one. */
  role?: string;
  groupName?: string;
  /** In the order of the questions. */
  answers?: readonly string[];
}

/** Throws where the shift takes nobody any more. */
export async function ensureOpen(ctx: TransactionContext, shift: LoadedShift): Promise<void> {
  const now = ctx.clock.now();
  if (
    shift.cancelledAt ||
    shift.opportunity.state !== 'published' ||
    now >= shift.signUpUntil ||
    now >= shift.startsAt
  )
    throw new DomainError('wrong-state', { reason: 'volunteering.sign-up-over' });
  await ensureRecruits(ctx, shift);
}

/** Throws where the person may take no place with anybody, or the organisation takes nobody at present. */
export async function ensureRecruits(ctx: TransactionContext, shift: LoadedShift): Promise<void> {
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  if (!ctx.actor.emailConfirmed) throw new DomainError('forbidden', { reason: 'confirm-address-first' });
  if (shift.opportunity.state !== 'published')
    throw new DomainError('wrong-state', { reason: 'volunteering.sign-up-over' });
  if (!(await isInService(ctx.prisma, shift.opportunity.organisationId)))
    throw new DomainError('wrong-state', { reason: 'volunteering.organiser-inactive' });
}

/** A sign-up with nothing in it that the shift does not ask for. */
export type Joining = Required<SignUpInput>;

/**
 * What the shift asks for of what was given: a role only where it has some, the name of a group only for one, an answer
 * to each question. Throws `invalid` at the field that does not fit.
 */
export function joiningOf(shift: LoadedShift, input: SignUpInput): Joining {
  const { largestGroup, questions } = shift.opportunity;
  const { seats = 1, groupName = '' } = input;
  if (seats > largestGroup)
    throw new DomainError('invalid', {
      field: 'seats',
      reason: 'volunteering.group-too-large',
      params: { count: largestGroup },
    });
  const plan = planOf(shift);
  const role = roleIn(plan, input.role ?? '');
  if (!fitsRoles(plan, role))
    throw new DomainError('invalid', { field: 'role', reason: 'volunteering.choose-role' });
  const asked = questionsOf(questions);
  const answers = asked.map((_question, at) => (input.answers?.[at] ?? '').trim());
  const open = answers.indexOf('');
  if (open !== -1)
    throw new DomainError('invalid', { field: `answer${open}`, reason: 'volunteering.answer-questions' });
  return {
    // Certificates say by the role what somebody did: in words of the organisation alone.
    ...{ seats, role, answers },
    groupName: seats > 1 ? groupName : '',
  };
}

/** By the age that is asked now, in the year in which the shift is now. Throws `forbidden`. */
export async function ensureOldEnough(
  ctx: TransactionContext,
  { startsAt, opportunity: { minimumAge, dangerous } }: LoadedShift,
  personId: string,
): Promise<void> {
  if (minimumAge === 0) return;
  const birthYear = await birthYearOf(ctx, personId);
  const { timeZone } = ctx.configuration;
  ensure(isOldEnough({ birthYear, minimumAge, dangerous, startsAt, timeZone }));
}

/** Throws where the person is too young, or may hold no further place after several absences. */
export async function ensureMayJoin(
  ctx: TransactionContext,
  shift: LoadedShift,
  personId: string,
): Promise<void> {
  await ensureOldEnough(ctx, shift, personId);
  // Who signs up for two shifts at once is counted one after the other.
  await lockRow(ctx, 'Person', personId);
  const now = ctx.clock.now();
  const oldest = new Date(now.getTime() - rememberedDays * 24 * 3600_000);
  const absences = await ctx.prisma.signUp.findMany({
    where: { personId, state: 'absent', shift: { startsAt: { gte: oldest } } },
    select: {
      ...{ objectedAt: true, objectionAnsweredAt: true, appealedAt: true, appealAnsweredAt: true },
      shift: { select: { startsAt: true } },
    },
  });
  if (absences.length === 0) return;
  const counted = countedAbsences(
    absences.map(({ shift: { startsAt }, ...row }) => ({
      startsAt,
      disputed:
        (row.objectedAt !== null && row.objectionAnsweredAt === null) ||
        (row.appealedAt !== null && row.appealAnsweredAt === null),
    })),
    now,
  );
  const coming = await ctx.prisma.signUp.count({
    where: {
      ...{ personId, state: { in: activeStates } },
      shift: { startsAt: { gt: now }, cancelledAt: null },
    },
  });
  if (!mayTakeAnotherPlace(counted, coming))
    throw new DomainError('forbidden', { reason: 'volunteering.absent-often', params: { count: counted } });
}
