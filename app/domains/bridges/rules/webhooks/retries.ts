/** Seconds before each attempt: the schedule of Standard Webhooks, ten attempts over three days. */
export const schedule = [0, 5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;

const longestWait = 86_400;
const spreadOfWait = 0.1;

export interface AttemptOutcome {
  status: number | null;
  /** The header Retry-After, where the answer had one. */
  retryAfter: string | null;
}

export type AfterAttempt =
  { state: 'delivered' } | { state: 'gone' } | { state: 'dead' } | { state: 'waiting'; seconds: number };

/** Seconds that the other side asks for: a number, or an HTTP date; null where it asks for nothing readable. */
export function retryAfterSeconds(text: string | null, now: Date): number | null {
  if (text === null) return null;
  if (/^\d{1,9}$/.test(text.trim())) return Number(text.trim());
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now.getTime()) / 1000));
}

/**
 * What follows an attempt: only 2xx delivers; 410 says that nobody listens any more; else the next attempt comes by
 * the schedule, later by up to a tenth (`spread` from 0 to 1), not before the other side asks (at most a day); after the last, dead.
 */
export function afterAttempt(
  outcome: AttemptOutcome,
  { attempts, now, spread }: { attempts: number; now: Date; spread: number },
): AfterAttempt {
  const { status } = outcome;
  if (status !== null && status >= 200 && status < 300) return { state: 'delivered' };
  if (status === 410) return { state: 'gone' };
  const wait = schedule[attempts];
  if (wait === undefined) return { state: 'dead' };
  const asked = Math.min(retryAfterSeconds(outcome.retryAfter, now) ?? 0, longestWait);
  return { state: 'waiting', seconds: Math.max(wait * (1 + spreadOfWait * spread), asked) };
}
