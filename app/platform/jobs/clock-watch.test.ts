import { expect, it } from 'vitest';
import { ClockWatch } from './clock-watch';

const minute = 60_000;
const day = 24 * 60 * minute;

function pair(start = Date.parse('2026-11-24T08:00:00Z')) {
  let [wall, elapsed] = [start, 0];
  return {
    now: () => new Date(wall),
    monotonic: () => elapsed,
    passes: (milliseconds: number) => {
      wall += milliseconds;
      elapsed += milliseconds;
    },
    jumps: (milliseconds: number) => void (wall += milliseconds),
  };
}

it.each([
  ['an hour', 60 * minute, 10],
  ['thirty days', 30 * day, 60],
])('believes a clock that is ahead by %s only after it has gone evenly', (_, jump, minutes) => {
  const clock = pair();
  const watch = new ClockWatch(clock);
  expect(watch.look()).toBeNull();
  clock.jumps(jump);
  expect(watch.look()).toMatchObject({ remainingMilliseconds: minutes * minute });
  clock.passes((minutes - 1) * minute);
  expect(watch.look()).not.toBeNull();
  clock.jumps(5 * minute);
  expect(watch.look()).toMatchObject({ remainingMilliseconds: minutes * minute });
  clock.passes(minutes * minute);
  expect(watch.look()).toBeNull();
});

it('lets small steps and a long, slow slewing pass, and a way back at once', () => {
  const clock = pair();
  const watch = new ClockWatch(clock);
  for (let hour = 0; hour < 48; hour += 1) {
    clock.passes(60 * minute);
    clock.jumps(2000);
    expect(watch.look()).toBeNull();
  }
  clock.jumps(-3 * day);
  expect(watch.look()).toBeNull();
  clock.jumps(60 * minute);
  expect(watch.look()).not.toBeNull();
});

it('does not believe at once a clock that is days after all that the database knows', () => {
  const clock = pair();
  const known = new Date(clock.now().getTime() - 30 * day);
  const watch = new ClockWatch(clock, known);
  expect(watch.look()).not.toBeNull();
  clock.passes(60 * minute);
  expect(watch.look()).toBeNull();
  expect(new ClockWatch(pair(), new Date('2026-11-24T06:00:00Z')).look()).toBeNull();
  expect(new ClockWatch(pair(), null).look()).toBeNull();
});

it('believes a clock that has no other half: tests and the demo move theirs', () => {
  let at = new Date('2026-11-24T08:00:00Z');
  const watch = new ClockWatch({ now: () => at }, new Date('2026-01-01T00:00:00Z'));
  at = new Date('2027-11-24T08:00:00Z');
  expect(watch.look()).toBeNull();
});
