import { expect, it } from 'vitest';
import { AttemptCounter } from './attempt-counter';

function counter(mostKeys = 100) {
  const clock = { at: 0 };
  const limits = { most: 2, windowMilliseconds: 1_000, mostKeys, now: () => clock.at };
  return { clock, attempts: new AttemptCounter(limits) };
}

it('says how long to wait, and no attempt makes it longer', () => {
  const { clock, attempts } = counter();
  attempts.count('a');
  expect(attempts.wait('a')).toBe(0);
  clock.at = 400;
  attempts.count('a');
  expect(attempts.wait('a')).toBe(600);
  attempts.count('a');
  clock.at = 900;
  expect([attempts.wait('a'), attempts.wait('b')]).toEqual([100, 0]);
  clock.at = 1_000;
  expect(attempts.wait('a')).toBe(0);
});

it('gives back what was no attempt', () => {
  const { attempts } = counter();
  attempts.count('a');
  attempts.count('a');
  attempts.giveBack('a');
  expect(attempts.wait('a')).toBe(0);
  attempts.giveBack('a');
  attempts.giveBack('a');
  expect(attempts.size).toBe(0);
});

it('remembers no more keys than it may, and forgets the oldest first', () => {
  const { clock, attempts } = counter(3);
  for (const key of ['a', 'a', 'b', 'b', 'c', 'c', 'd', 'd']) attempts.count(key);
  expect(attempts.size).toBe(3);
  expect(['a', 'b', 'c', 'd'].map((key) => attempts.wait(key) > 0)).toEqual([false, true, true, true]);
  clock.at = 2_000;
  attempts.count('e');
  expect(attempts.size).toBe(1);
});
