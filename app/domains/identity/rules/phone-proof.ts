/**
 * Operators in China give a number that was given up to somebody else after 90 days at the earliest. Who has typed in a
 * code that came to it since then had it less than that ago: it cannot be anybody else's yet.
 */
export const daysOfProof = 90;

/** Until when a phone signs in by itself. */
export const signsInUntil = (provedAt: Date): Date =>
  new Date(provedAt.getTime() + daysOfProof * 24 * 3600_000);
