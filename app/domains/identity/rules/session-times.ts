export const day = 24 * 3600_000;

/** Whatever is done in it, a session ends after so many days. */
export const sessionDays = 30;
const idleDays = 14;

/** A session that nobody has used since is over. */
export const idleSince = (now: Date): Date => new Date(now.getTime() - idleDays * day);
