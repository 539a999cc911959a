/** What an organiser ticked on a list without network. */
export interface Tick {
  signUpId: string;
  /** Came, or left. */
  what: 'in' | 'out';
  /** By the clock of the device. */
  at: Date;
}

/** So many are sent at once: every line of the largest shift, coming and leaving. */
export const mostTicks = 1000;

/**
 * When a tick was made, by the portal's clock: so long before now as it was before sending by the device's own clock. How
 * far the device's clock goes wrong does not matter, only that it ran on; what it dates behind the sending counts as now.
 */
export function instantOf(at: Date, sentAt: Date, now: Date): Date {
  return new Date(now.getTime() - Math.max(0, sentAt.getTime() - at.getTime()));
}

/** Two ticks of the same that lie closer together are one: the way to the portal takes its time. */
const sameWithin = 60_000;

/** Whether a time that comes in later takes the place of the one on record: the earliest holds, whoever ticked. */
export function isEarlier(instant: Date, recorded: Date | null): boolean {
  return recorded === null || instant.getTime() <= recorded.getTime() - sameWithin;
}

/** Coming before leaving, the earliest first: in which order they were sent decides nothing. */
export function inOrder(ticks: readonly Tick[]): Tick[] {
  const rank = ({ what }: Tick) => (what === 'in' ? 0 : 1);
  return [...ticks].sort((one, other) => rank(one) - rank(other) || one.at.getTime() - other.at.getTime());
}
