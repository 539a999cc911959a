import { DomainError } from '../domain-error';
import type { TransactionContext } from '../context';
import { displayNames } from '../identity/index.server';
import { appendEvent } from '../ledger/index.server';
import { volunteeringEvents } from './events';
import type { VolunteeringEventType } from './events';
import type { SaidOf } from '../ledger/define-events';
import { isAccepted } from './policy';
import { readRoles, roleIn } from './rules/seats';
import type { Transaction } from '~/platform/db/database.server';

type VolunteeringEvent = keyof typeof volunteeringEvents;

/** A shift with its opportunity. Throws `not-found`. */
export async function loadShift(tx: Pick<Transaction, 'prisma'>, shiftId: string) {
  const shift = await tx.prisma.shift.findUnique({ where: { id: shiftId }, include: { opportunity: true } });
  if (!shift) throw new DomainError('not-found');
  return shift;
}
export type LoadedShift = Awaited<ReturnType<typeof loadShift>>;

/** Where people meet for a shift: its own place, else the activity's. */
export const placeOf = (shift: { place: string; opportunity: { place: string | null } }): string =>
  shift.place || (shift.opportunity.place ?? '');

/** What somebody did in a shift: by its role where the shift has it, else what all do. */
export const workOf = (shift: { roles: string; task: string }, role: string): string =>
  roleIn({ roles: readRoles(shift.roles) }, role) || shift.task;

/** Who was the contact person when the shift began, or is now where that has not changed. */
export const responsibleFor = (shift: {
  contactId: string | null;
  opportunity: { contactId: string };
}): string => shift.contactId ?? shift.opportunity.contactId;

/** Day, time and place of a shift, as notices say them; with the contact person for those alone who were accepted. */
async function shiftWords(ctx: TransactionContext, shift: LoadedShift, withContact: boolean) {
  const { contactId, title } = shift.opportunity;
  const { startsAt, endsAt, task } = shift;
  const names = withContact ? await displayNames(ctx, [contactId]) : {};
  const contact = withContact ? { contact: names[contactId] ?? '' } : {};
  return { title, startsAt, endsAt, place: placeOf(shift), task, ...contact };
}

export interface ToldOfShift {
  type: VolunteeringEvent;
  shift: LoadedShift;
  /** It is told to those alone who were accepted. */
  withContact?: boolean;
  /** One volunteer, or several. */
  volunteerId?: string;
  volunteerIds?: readonly string[];
  thankedBy?: string;
  publicData?: SaidOf<typeof volunteeringEvents, VolunteeringEventType>;
}

/** Appends an event of a shift with its day, time and place; for those who were accepted with the contact person. */
export async function tellOfShift(ctx: TransactionContext, told: ToldOfShift): Promise<void> {
  const { opportunity } = told.shift;
  const words = await shiftWords(ctx, told.shift, told.withContact ?? false);
  await appendEvent(ctx, volunteeringEvents, {
    type: told.type,
    subjectKind: 'opportunity',
    subjectId: opportunity.id,
    areaId: opportunity.areaId,
    publicData: { ...words, ...told.publicData },
    privateData: {
      volunteerId: told.volunteerId,
      volunteerIds: told.volunteerIds && [...told.volunteerIds],
      organisationId: opportunity.organisationId,
      contactId: opportunity.contactId,
      thankedBy: told.thankedBy,
    },
  });
}

/** Tells everybody who has or waits for a place; those who were accepted are told with the contact person. */
export async function tellConcerned(
  ctx: TransactionContext,
  { places, ...told }: ToldOfShift & { places: readonly { personId: string; state: string }[] },
): Promise<void> {
  const idsOf = (accepted: boolean) =>
    places.filter(({ state }) => isAccepted(state) === accepted).map(({ personId }) => personId);
  // Pages show the change, also where nobody has a place.
  if (places.length === 0) await tellOfShift(ctx, { ...told, volunteerIds: [] });
  for (const withContact of [true, false]) {
    const volunteerIds = idsOf(withContact);
    if (volunteerIds.length > 0) await tellOfShift(ctx, { ...told, withContact, volunteerIds });
  }
}

/** The same, told by the portal itself: whoever acted is told as well. */
export const tellAsPortal = (ctx: TransactionContext, told: ToldOfShift): Promise<void> =>
  tellOfShift({ ...ctx, actor: { kind: 'system' } }, told);
