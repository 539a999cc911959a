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
