import { isOneOf } from '~/lib/known-words';

/** A part of a shift's seats, for one kind of work. */
export interface ShiftRole {
  name: string;
  capacity: number;
}

export interface SeatPlan {
  capacity: number;
  /** Empty where all do the same. */
  roles: readonly ShiftRole[];
}

/** A sign-up, as far as seats hang on it. */
export interface Place {
  id: string;
  state: string;
  seats: number;
  role: string;
  /** The order of arrival at the shift; equal ones by time of signing up, then by id. */
  arrival: number;
  createdAt: Date;
}

/** An offered seat is held until its term has passed. */
export const seatedStates = ['confirmed', 'offered'] as const;

export const holdsSeats = ({ state }: { state: string }): boolean => isOneOf(seatedStates, state);

/** First come, first served: by arrival, then time of signing up, then id. */
export function byArrival(one: Place, other: Place): number {
  return (
    one.arrival - other.arrival ||
    one.createdAt.getTime() - other.createdAt.getTime() ||
    (one.id < other.id ? -1 : 1)
  );
}

export const seatsTaken = (places: readonly Place[]): number =>
  places.filter(holdsSeats).reduce((sum, { seats }) => sum + seats, 0);

/** Seats left for a role: of the whole shift, and of the role; of the whole where the role is no longer one. */
export function freeSeats(plan: SeatPlan, places: readonly Place[], role: string): number {
  const whole = plan.capacity - seatsTaken(places);
  const part = plan.roles.find(({ name }) => name === role);
  if (!part) return whole;
  return Math.min(whole, part.capacity - seatsTaken(places.filter((place) => place.role === role)));
}

/** Whether somebody with the role can do what the shift asks for: one of its roles, or whatever is to be done. */
export const fitsRoles = ({ roles }: Pick<SeatPlan, 'roles'>, role: string): boolean =>
  roles.length === 0 || roles.some(({ name }) => name === role);

/** The role in the words of the shift; none where it has none of that name. */
export const roleIn = ({ roles }: Pick<SeatPlan, 'roles'>, role: string): string =>
  roles.some(({ name }) => name === role) ? role : '';

/**
 * Who has no seat any more once a shift has become smaller. Whoever came first stays; offers that nobody has taken yet
 * go before seats that were confirmed.
 */
export function displaced<P extends Place>(plan: SeatPlan, places: readonly P[]): P[] {
  const order = [...places]
    .filter(holdsSeats)
    .sort(
      (one, other) =>
        Number(one.state === 'offered') - Number(other.state === 'offered') || byArrival(one, other),
    );
  const staying: P[] = [];
  return order.filter((place) => {
    if (freeSeats(plan, staying, place.role) < place.seats) return true;
    staying.push(place);
    return false;
  });
}

/**
 * Who of those waiting is offered a seat now: in the order of arrival. Whoever does not fit, such as a group, is passed
 * over and keeps the place in the order; no seat stays empty for it.
 */
export function nextOffers<P extends Place>(plan: SeatPlan, places: readonly P[]): P[] {
  const held: Place[] = places.filter(holdsSeats);
  return [...places]
    .filter(({ state }) => state === 'waiting')
    .sort(byArrival)
    .filter((place) => {
      if (freeSeats(plan, held, place.role) < place.seats) return false;
      held.push({ ...place, state: 'offered' });
      return true;
    });
}

/** The roles of a shift as they are kept. A text that is no such list has none. */
export function readRoles(kept: string): ShiftRole[] {
  const parsed: unknown = JSON.parse(kept === '' ? '[]' : kept);
  if (!Array.isArray(parsed)) return [];
  return parsed.flatMap((one: unknown) => {
    const { name, capacity } = (one ?? {}) as Partial<ShiftRole>;
    return typeof name === 'string' && typeof capacity === 'number' ? [{ name, capacity }] : [];
  });
}
