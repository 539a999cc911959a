import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newestFirst, listPage, pageOfRows, readCursor, writeCursor } from './list-page';
import { testDatabase } from '../../../../tests/setup/database';
import type { TestDatabase } from '../../../../tests/setup/database';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.dispose());

const byName = { unique: 'id', direction: 'asc', column: 'name', kind: 'text' } as const;
const organisation = (id: string, name: string) => ({
  ...{ id, name, kind: 'enterprise', areaId: '4210', state: 'verified', about: '', creditCode: id },
  createdAt: new Date(0),
});

function page(cursor: string | null, size: number, order: typeof byName | typeof newestFirst = byName) {
  const read = test.database.read.organisation;
  return 'column' in order
    ? listPage({ order: byName, cursor, size }, ({ behind, ...rest }) =>
        read.findMany({ where: { AND: behind }, ...rest }),
      )
    : listPage({ order: newestFirst, cursor, size }, ({ behind, ...rest }) =>
        read.findMany({ where: { AND: behind }, ...rest }),
      );
}

async function all(size: number): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  for (let pages = 0; pages < 100; pages += 1) {
    const { items, next } = await page(cursor, size);
    ids.push(...items.map(({ id }) => id));
    if (next === null) return ids;
    cursor = next;
  }
  throw new Error('The pages did not end');
}

describe('pages by cursor', () => {
  it('hold every row once, however many are equal, and whatever comes meanwhile', async () => {
    const rows = Array.from({ length: 23 }, (_, at) =>
      organisation(`o${String(at).padStart(2, '0')}`, `名:${at % 3}`),
    );
    await test.database.transaction((tx) => tx.prisma.organisation.createMany({ data: rows }));
    const expected = [...rows].sort((a, b) => (a.name + a.id < b.name + b.id ? -1 : 1)).map(({ id }) => id);
    for (const size of [1, 2, 7, 22, 23, 24]) expect(await all(size)).toEqual(expected);
    const first = await page(null, 8);
    await test.database.transaction((tx) =>
      tx.prisma.organisation.create({ data: organisation('a', '名:0') }),
    );
    await test.database.transaction((tx) =>
      tx.prisma.organisation.delete({ where: { id: expected[7] ?? '' } }),
    );
    const second = await page(first.next, 8);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(expected.slice(0, 16));
  });

  it('take a cursor of another order, or none at all, for the first page or an empty one, and never fail', async () => {
    const odd = [
      '',
      ':',
      'x',
      '1:',
      ':x',
      '9'.repeat(400),
      '-1:x',
      '99999999999999:x',
      '%',
      '\u0000',
      '\u0007:x',
      '💥:💥',
    ];
    for (const cursor of odd)
      for (const order of [byName, newestFirst])
        expect((await page(cursor, 5, order)).items.length, cursor).toBeLessThanOrEqual(5);
  });
});

describe('a cursor', () => {
  it('reads as what was written', () => {
    const id = fc.stringMatching(/^[0-9A-Z]{1,26}$/);
    const whole = fc.integer({ min: -2_147_483_647, max: 2_147_483_647 });
    fc.assert(
      fc.property(
        id,
        whole,
        fc.date({ min: new Date(0), max: new Date('9999-01-01'), noInvalidDate: true }),
        (name, value, at) => {
          expect(readCursor(undefined, writeCursor({ value: null, id: name }))).toEqual({
            value: null,
            id: name,
          });
          expect(readCursor('number', writeCursor({ value, id: name }))).toEqual({ value, id: name });
          expect(readCursor('time', writeCursor({ value: at, id: name }))).toEqual({ value: at, id: name });
          expect(readCursor('text', writeCursor({ value: `a:${value}`, id: name }))).toEqual({
            value: `a:${value}`,
            id: name,
          });
        },
      ),
    );
  });

  it('of numbers and times that no database holds is none', () => {
    for (const text of ['2147483648:x', '1e3:x', '1.5:x', 'NaN:x', ':x', 'x'])
      expect(readCursor('number', text)).toBeNull();
    for (const text of ['999999999999999:x', '2026:', '2026-01-01:x'])
      expect(readCursor('time', text)).toBeNull();
  });
});

it('gives rows at hand in pages, too', () => {
  const rows = ['a', 'b', 'c', 'd', 'e'];
  const asked = (cursor: string | null) => pageOfRows(rows, { keyOf: (row) => row, cursor, size: 2 });
  expect(asked(null)).toEqual({ items: ['a', 'b'], next: 'b' });
  expect(asked('b')).toEqual({ items: ['c', 'd'], next: 'd' });
  expect(asked('d')).toEqual({ items: ['e'], next: null });
  expect(asked('z')).toEqual({ items: [], next: null });
});
