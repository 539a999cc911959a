import fc from 'fast-check';
import { expect, it } from 'vitest';
import { responsibleFor } from './responsible-for';
import type { ListedEntry } from './responsible-for';
import { areaLevels, trailOf } from '~/lib/geo/division-code';

const path = trailOf('421002001001');
const entry = (id: string, change: Partial<ListedEntry> = {}): ListedEntry => ({
  id,
  areaId: '421002',
  category: 'greening',
  level: '',
  departmentId: `department-${id}`,
  ...change,
});
const matter = { categories: ['greening', 'city-management'], areaPath: path, level: 'community' };

it('takes the exact category of the own area first, and says how it fits', () => {
  const exact = entry('b', { areaId: '421002001001' });
  const parent = entry('a', { areaId: '421002001001', category: 'city-management' });
  expect(responsibleFor([parent, exact], matter)).toEqual({
    entry: exact,
    fit: { category: 'exact', area: 'own', level: 'any' },
  });
});

it('asks the parent category before the area above', () => {
  const parent = entry('b', { areaId: '421002001001', category: 'city-management' });
  const above = entry('a', { areaId: '421002' });
  expect(responsibleFor([above, parent], matter)?.fit).toEqual({
    category: 'parent',
    area: 'own',
    level: 'any',
  });
  expect(responsibleFor([above], matter)?.fit).toEqual({ category: 'exact', area: 'above', level: 'any' });
});

it('takes an entry for the level before one for any level, and none of another level', () => {
  const any = entry('a');
  const street = entry('b', { level: 'street' });
  const community = entry('c', { level: 'community' });
  expect(responsibleFor([any, street, community], matter)?.entry).toBe(community);
  expect(responsibleFor([any, street], matter)?.entry).toBe(any);
  expect(responsibleFor([street], matter)).toBeNull();
});

const areas = [...path, '421003', '421002001002'];
const anyEntry = fc.record({
  id: fc.uuid(),
  areaId: fc.constantFrom(...areas),
  category: fc.constantFrom('greening', 'safety', 'other', 'city-management', 'order-and-trade'),
  level: fc.constantFrom('', ...areaLevels),
  departmentId: fc.constantFrom('x', 'y'),
});
const anyMatter = fc.record({
  categories: fc.constantFrom<string[]>(
    ['greening', 'city-management'],
    ['safety', 'order-and-trade'],
    ['other'],
  ),
  areaPath: fc.constantFrom(...path).map((id) => trailOf(id)),
  level: fc.constantFrom(...areaLevels),
});

it('finds an entry exactly where one covers the matter, the nearest, whatever their order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyEntry, { selector: ({ id }) => id }), anyMatter, (entries, asked) => {
      const trail = asked.categories;
      const covering = entries.filter(
        (one) =>
          asked.areaPath.includes(one.areaId) &&
          trail.includes(one.category) &&
          ['', asked.level].includes(one.level),
      );
      const found = responsibleFor(entries, asked);
      expect(found === null).toBe(covering.length === 0);
      expect(responsibleFor([...entries].reverse(), asked)).toEqual(found);
      if (!found) return;
      expect(covering).toContain(found.entry);
      const rank = (one: ListedEntry) => [
        -one.areaId.length,
        trail.indexOf(one.category),
        one.level === '' ? 1 : 0,
      ];
      for (const other of covering) expect(before(rank(found.entry), rank(other))).toBe(true);
    }),
  );
});

/** Lexicographically not behind. */
function before(left: number[], right: number[]): boolean {
  const at = left.findIndex((value, index) => value !== right[index]);
  return at === -1 || (left[at] ?? 0) < (right[at] ?? 0);
}
