import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/setup/database';
import type { TestDatabase } from '../../../tests/setup/database';

const refusal = /Inside a transaction there is only the transaction/;
let test: TestDatabase;

beforeEach(async () => {
  test = await testDatabase();
});
afterEach(() => test.dispose());

describe('inside a transaction', () => {
  it('a read on another connection is refused', async () => {
    const { database } = test;
    await expect(database.transaction(async () => database.read.person.count())).rejects.toThrow(refusal);
    await expect(database.transaction(() => database.sql.all('SELECT 1'))).rejects.toThrow(refusal);
  });

  it('so is another transaction, which would wait for the first', async () => {
    const { database } = test;
    await expect(
      database.transaction(() => database.transaction((tx) => tx.prisma.person.count())),
    ).rejects.toThrow(refusal);
  });

  it('also where something else calls it, some steps further', async () => {
    const { database } = test;
    const further = async () => {
      await Promise.resolve();
      return database.read.person.count();
    };
    await expect(
      database.transaction(async (tx) => (await tx.prisma.person.count(), further())),
    ).rejects.toThrow(refusal);
  });
});

describe('outside of it', () => {
  it('reads are free: before, after, beside, and in what the commit sets off', async () => {
    const { database } = test;
    let afterwards: Promise<number> | undefined;
    const [inside, beside] = await Promise.all([
      database.transaction(async (tx) => {
        tx.afterCommit(() => {
          afterwards = database.read.person.count();
        });
        return tx.prisma.person.count();
      }),
      database.read.person.count(),
    ]);
    expect([inside, beside, await afterwards, await database.read.person.count()]).toEqual([0, 0, 0, 0]);
  });

  it('what a transaction left to run later holds nothing any more', async () => {
    const { database } = test;
    const later = await database.transaction(async () => ({
      read: new Promise<number>((resolve, reject) =>
        setTimeout(() => void database.read.person.count().then(resolve, reject), 20),
      ),
    }));
    expect(await later.read).toBe(0);
  });
});
