import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dueDayFault } from './due-days';
import { readObligationRows } from './obligation-rows';

const instant = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
const due = fc.record({ organisationId: fc.constantFrom('a', 'b'), dueAt: fc.option(instant) });
const bounds = fc.record({ now: instant, endsAt: fc.option(instant), promisedBefore: fc.array(due) });

it('lets no promise fall due when it is over, unless it was promised so before, or when nothing is reported any more', () => {
  fc.assert(
    fc.property(due, bounds, (one, given) => {
      const { now, endsAt, promisedBefore } = given;
      const isKnown = promisedBefore.some(
        ({ organisationId, dueAt }) =>
          organisationId === one.organisationId && Number(dueAt) === Number(one.dueAt),
      );
      const isOver = one.dueAt !== null && one.dueAt <= now && !isKnown;
      const isAfter = one.dueAt !== null && endsAt !== null && one.dueAt > endsAt;
      expect(dueDayFault(one, given) === null).toBe(!isOver && !isAfter);
    }),
  );
});

it('names the field of the row, and takes the present day, which is not over', () => {
  const read = (due: string, endsAt: Date | null = null) =>
    readObligationRows(
      { 'party.2': 'a', 'what.2': '提供场地', 'due.2': due },
      { partyIds: ['a'], timeZone: 'Asia/Shanghai', now: new Date('2026-11-25T15:00:00Z'), endsAt },
    );
  expect(read('2026-11-24')).toEqual({
    ok: false,
    fault: { field: 'due.2', reason: 'agreements.day-is-over' },
  });
  expect(read('2026-11-25').ok).toBe(true);
  expect(read('2026-12-02', new Date('2026-12-01T15:59:59Z'))).toEqual({
    ok: false,
    fault: { field: 'due.2', reason: 'agreements.due-after-end' },
  });
});
