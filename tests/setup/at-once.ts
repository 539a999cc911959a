import { DomainError } from '~/domains/domain-error';

export const fifty = Array.from({ length: 50 }, (_, at) => at);

export interface AtOnce<Result> {
  ok: Result[];
  /** How many were refused with which reason (or code, where there is none). */
  refused: Record<string, number>;
}

/**
 * Begins all acts in the same turn and waits for every one. What is no refusal with words (a breach of an index, a
 * deadlock, a time-out: an error page for the person) is thrown.
 */
export async function atOnce<Item, Result>(
  items: readonly Item[],
  act: (item: Item) => Promise<Result>,
): Promise<AtOnce<Result>> {
  const settled = await Promise.allSettled(items.map((item) => act(item)));
  const outcome: AtOnce<Result> = { ok: [], refused: {} };
  for (const one of settled) {
    if (one.status === 'fulfilled') {
      outcome.ok.push(one.value);
      continue;
    }
    const error: unknown = one.reason;
    if (!(error instanceof DomainError)) throw error;
    const why = error.reason ?? error.code;
    outcome.refused[why] = (outcome.refused[why] ?? 0) + 1;
  }
  return outcome;
}

/**
 * How often a row presses: twice as many as a pool has connections. Half of them wait for a row, the others for a
 * connection, which is what fifty would do as well, in two fifths of the time.
 */
export const presses = 20;

/** How many were done, beside how many were refused with which reason. */
export type Outcome = { done: number } & Record<string, number>;

/** Fires the act so often in one turn and answers what came of it, to be compared as a whole. */
export async function fired(act: (at: number) => Promise<unknown>, times = presses): Promise<Outcome> {
  const { ok, refused } = await atOnce(fifty.slice(0, times), act);
  return { ...refused, done: ok.length };
}

/** What comes of it where one is done, and the others hear that reason. */
export const oneAnd = (reason: string): Outcome => ({ done: 1, [reason]: presses - 1 });

/** What comes of it where every one is answered. */
export const all: Outcome = { done: presses };
