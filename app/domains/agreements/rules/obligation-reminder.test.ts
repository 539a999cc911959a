import fc from 'fast-check';
import { expect, it } from 'vitest';
import { reminderDue } from './obligation-reminder';
import type { RemindedObligation, ReminderStage } from './obligation-reminder';

const now = new Date('2026-11-25T00:00:00Z');
const day = 24 * 3600_000;
const at = (days: number) => new Date(now.getTime() + days * day);
const row = (change: Partial<RemindedObligation>): RemindedObligation => ({
  ...{ state: 'open', dueAt: null, cureBy: null, reportedAt: null, doneAt: null, payerId: null },
  ...{ amountFen: null, releasedAt: null, writtenOffAt: null, carriedTo: null, reminded: null },
  ...change,
});
const paid = { state: 'done', doneAt: at(-15), payerId: 'a', amountFen: 1n };

it.each<[string, Partial<RemindedObligation>, ReminderStage | null]>([
  ['a day far ahead', { dueAt: at(8) }, null],
  ['a day that comes', { dueAt: at(6) }, 'before'],
  ['a day that comes, told', { dueAt: at(6), reminded: 'before' }, null],
  ['a day that went by', { dueAt: at(-1), reminded: 'before' }, 'after'],
  ['a day that went by, told', { dueAt: at(-1), reminded: 'after' }, null],
  ['a term to cure that comes', { state: 'breached', dueAt: at(-9), cureBy: at(2) }, 'cure-before'],
  ['a term to cure far ahead', { state: 'breached', dueAt: at(-9), cureBy: at(4) }, null],
  ['a term that went by', { state: 'breached', cureBy: at(-1), reminded: 'cure-before' }, 'cure-after'],
  ['a term that went by, told', { state: 'breached', cureBy: at(-1), reminded: 'cure-after' }, null],
  ['evidence that was sent back', { dueAt: at(-9), cureBy: at(2), reminded: 'after' }, 'cure-before'],
  ['a report of yesterday', { state: 'reported', reportedAt: at(-1) }, null],
  ['a report that waits', { state: 'reported', reportedAt: at(-8) }, 'answer'],
  ['a report that waits, told', { state: 'reported', reportedAt: at(-8), reminded: 'answer' }, null],
  ['money that waits', paid, 'pay'],
  ['money that came', { ...paid, releasedAt: at(-1) }, null],
  ['money that nobody waits for', { ...paid, writtenOffAt: at(-1) }, null],
  ['money that an amendment pays', { ...paid, carriedTo: '1' }, null],
  ['what costs nothing', { ...paid, payerId: null }, null],
])('of %s', (_what, change, expected) => {
  expect(reminderDue(row(change), now)).toBe(expected);
});

it('is given once for each stage, however often it is asked', () => {
  const instant = fc.option(fc.integer({ min: -30, max: 30 }).map(at));
  const state = fc.constantFrom('open', 'breached', 'reported', 'done');
  const rows = fc.record({ state, dueAt: instant, cureBy: instant, reportedAt: instant, doneAt: instant });
  fc.assert(
    fc.property(rows, fc.boolean(), (change, paid) => {
      let reminded: string | null = null;
      const told: string[] = [];
      for (let days = -40; days < 60; days += 1) {
        const stage = reminderDue(
          row({ ...change, ...(paid ? { payerId: 'a', amountFen: 1n } : {}), reminded }),
          at(days),
        );
        if (stage) told.push((reminded = stage));
      }
      expect(new Set(told).size).toBe(told.length);
    }),
  );
});
