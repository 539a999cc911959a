import { hiddenBy, reckonHidden } from '../rules/small-numbers';
import type { CountsToHide, Hidden, HiddenNumbers } from '../rules/small-numbers';
import { sha256 } from '~/lib/sha256';
import { runInThread } from '~/platform/threads/run-in-thread.server';

/** So many answers are kept: of a few years, what is told of orders, of people and of hours. */
const mostKept = 16;

/** By the counts themselves: the same counts hide the same, and whoever asks meanwhile waits for one answer. */
const kept = new Map<string, Promise<Hidden>>();
/** One after the other: of the cores of the process one at most is busy with it. */
let last: Promise<unknown> = Promise.resolve();

const keyOf = (counts: CountsToHide) =>
  sha256(JSON.stringify(counts, (_, value: unknown) => (value instanceof Map ? [...value] : value)));

const reckon = (counts: CountsToHide): Promise<Hidden> =>
  runInThread<HiddenNumbers>(
    { entry: 'hide-numbers', longestMilliseconds: 5 * 60_000 },
    () => counts,
    () => reckonHidden(counts),
  ).then(hiddenBy);

/**
 * What of the counts is not told (see `reckonHidden`), in a thread: of a city's year it takes seconds, and nothing else
 * waits for it.
 */
export function hideNumbers(counts: CountsToHide): Promise<Hidden> {
  const key = keyOf(counts);
  const known = kept.get(key);
  if (known) return known;
  const hidden = last.then(() => reckon(counts));
  last = hidden.catch(() => undefined);
  kept.set(key, hidden);
  hidden.catch(() => kept.delete(key));
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return hidden;
}
