import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shortenLists } from './long-lists';
import { testDatabase } from '../../../../tests/setup/database';
import type { TestDatabase } from '../../../../tests/setup/database';

const many = Array.from({ length: 60 }, (_, index) => `id-${index}`);

describe('shortenLists', () => {
  it('sends a long list as one value, and counts the other places anew', () => {
    const marks = many.map(() => '?').join(',');
    expect(
      shortenLists('sqlite', {
        text: `SELECT '?', "a?" FROM t WHERE b = ? AND id NOT IN (${marks}) AND c IN (?, ?) AND d = ?`,
        values: ['b', ...many, 'c', 'd', 7],
      }),
    ).toEqual({
      text: `SELECT '?', "a?" FROM t WHERE b = ? AND id NOT IN (SELECT "value" FROM json_each(?)) AND c IN (?, ?) AND d = ?`,
      values: ['b', JSON.stringify(many), 'c', 'd', 7],
    });
  });

  it('numbers places on PostgreSQL, which may come again and in any order', () => {
    const marks = many.map((_, index) => `$${index + 2}`).join(', ');
    expect(
      shortenLists('postgresql', {
        text: `SELECT * FROM t WHERE d = $62 AND id IN (${marks}) AND b = $1 AND e = $1`,
        values: ['b', ...many, 'd'],
      }),
    ).toEqual({
      text: `SELECT * FROM t WHERE d = $1 AND id = ANY($2) AND b = $3 AND e = $4`,
      values: ['d', many, 'b', 'b'],
    });
  });

  it('leaves short lists, and lists of other things than texts and numbers', () => {
    const dates = many.map(() => new Date(0));
    const text = `SELECT * FROM t WHERE at IN (${many.map(() => '?').join(', ')})`;
    expect(shortenLists('sqlite', { text, values: dates })).toEqual({ text, values: dates });
    const short = { text: 'SELECT * FROM t WHERE id IN (?, ?)', values: ['a', 'b'] };
    expect(shortenLists('sqlite', short)).toBe(short);
  });
});

describe('statements with many values', () => {
  let test: TestDatabase;
  beforeEach(async () => {
    test = await testDatabase();
  });
  afterEach(() => test.dispose());

  const createdAt = new Date('2026-11-24T08:00:00Z');
  const count = 40_000;
  const ids = Array.from({ length: count }, (_, index) => `f${String(index).padStart(6, '0')}`);
  const file = (id: string) => ({ id, contentHash: 'x', mediaType: 'image/webp', bytes: 1, createdAt });
  const present = ['f000001', 'f000998', 'f001200', 'f039999'];
  const store = (some: readonly string[]) =>
    test.database.transaction((tx) => tx.prisma.storedFile.createMany({ data: some.map(file) }));

  it('reads by 40,000 ids, through Prisma and raw, in lists of those wanted and of those not', async () => {
    await store([...present, 'other']);
    const { read, sql } = test.database;
    const select = { id: true };
    const orderBy = { id: 'asc' } as const;
    const sorted = await read.storedFile.findMany({ where: { id: { in: ids } }, select, orderBy, take: 10 });
    expect(sorted.map(({ id }) => id)).toEqual(present);
    const two = { id: { in: ids }, contentHash: { in: [...ids, 'x'] }, bytes: 1 };
    expect(await read.storedFile.count({ where: two })).toBe(4);
    const rest = await read.storedFile.findMany({ where: { id: { notIn: ids }, bytes: { lte: 1 } }, select });
    expect(rest).toEqual([{ id: 'other' }]);
    const raw = await sql.all(
      `SELECT "id" FROM "StoredFile" WHERE "bytes" = ? AND "id" IN (${many.map(() => '?').join(', ')}, ?)`,
      [1, ...many, 'f000998'],
    );
    expect(raw).toEqual([{ id: 'f000998' }]);
  });

  it('changes and deletes by many ids, and undoes them with their transaction', async () => {
    await store(present);
    const where = { id: { in: ids } };
    await expect(
      test.database.transaction(async (tx) => {
        expect(await tx.prisma.storedFile.deleteMany({ where })).toEqual({ count: 4 });
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    await test.database.transaction((tx) => tx.prisma.storedFile.updateMany({ where, data: { bytes: 2 } }));
    expect(await test.database.read.storedFile.count({ where: { bytes: 2 } })).toBe(4);
  });

  it('stores many thousand rows by one call, all or none', async () => {
    const some = ids.slice(0, 6500);
    await store(some);
    expect(await test.database.read.storedFile.count()).toBe(6500);
    await expect(store([...ids.slice(6500, 13_000), 'f000001'])).rejects.toThrow();
    expect(await test.database.read.storedFile.count()).toBe(6500);
  });

  it('loads the relations of thousands of rows', async () => {
    const people = ids.slice(0, 2500).map((id) => ({
      id,
      email: `${id}@example.org`,
      displayName: id,
      passwordHash: '',
      locale: 'zh-CN',
      createdAt,
    }));
    await test.database.transaction(async (tx) => {
      await tx.prisma.person.createMany({ data: people });
      await tx.prisma.roleHeld.createMany({
        data: people.map(({ id }) => ({
          id,
          personId: id,
          role: 'moderator',
          areaId: '42',
          createdAt,
        })),
      });
    });
    const found = await test.database.read.person.findMany({
      include: { roles: { orderBy: { id: 'asc' }, take: 3 } },
      orderBy: { id: 'asc' },
    });
    expect(found.filter(({ roles }) => roles.length === 1)).toHaveLength(2500);
  });
});
