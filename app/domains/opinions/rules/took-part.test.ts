import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tookPart } from './took-part';

const times = (count: number, areaId: string | null) => Array.from({ length: count }, () => areaId);

/** As the database counts them. */
const counted = (areaIds: readonly (string | null)[]) =>
  [...new Set(areaIds)].map((areaId) => ({
    areaId,
    people: areaIds.filter((one) => one === areaId).length,
  }));

it('puts areas with fewer than five people together', () => {
  const people = [...times(7, 'a'), ...times(3, 'b'), ...times(2, 'c'), ...times(1, null)];
  expect(tookPart(counted(people))).toEqual({ areas: [{ areaId: 'a', people: 7 }], elsewhere: 6, total: 13 });
});

it('gives up the smallest area where the rest would give a few people away', () => {
  const people = [...times(9, 'a'), ...times(6, 'b'), ...times(2, 'c')];
  expect(tookPart(counted(people))).toEqual({ areas: [{ areaId: 'a', people: 9 }], elsewhere: 8, total: 17 });
  expect(tookPart(counted([...times(9, 'a'), 'b']))).toEqual({ areas: [], elsewhere: 10, total: 10 });
  expect(tookPart(counted([]))).toEqual({ areas: [], elsewhere: 0, total: 0 });
});

it('never shows a number from one to four unless nobody else is there, and loses nobody', () => {
  const areas = fc.array(fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { nil: null }), { maxLength: 40 });
  fc.assert(
    fc.property(areas, (people) => {
      const told = tookPart(counted(people));
      for (const { people: count } of told.areas) expect(count).toBeGreaterThanOrEqual(5);
      expect(told.areas.reduce((sum, area) => sum + area.people, told.elsewhere)).toBe(people.length);
      if (told.areas.length > 0 && told.elsewhere > 0) expect(told.elsewhere).toBeGreaterThanOrEqual(5);
    }),
  );
});
