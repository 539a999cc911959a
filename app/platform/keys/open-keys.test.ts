import { afterEach, beforeEach, expect, it } from 'vitest';
import { newestKey, withNewKey, wrap } from './key-ring.server';
import { ensureRing, isDataKey, openKept, replaceRing } from './kept-ring.server';
import { openKeys, ringTimes } from './open-keys.server';
import { checkName } from './begun-with.server';
import { seal } from '../crypto/seal.server';
import { keyedHash } from '../crypto/keyed-hash.server';
import { writeKept } from '../db/kept-values.server';
import { testDatabase } from '../../../tests/setup/database';
import type { TestDatabase } from '../../../tests/setup/database';

const dataKey = Buffer.alloc(32, 5).toString('base64');
const other = Buffer.alloc(32, 6).toString('base64');
let test: TestDatabase;
beforeEach(async () => {
  test = await testDatabase();
});
afterEach(() => test.dispose());

let replaced = 0;
async function opened(now = () => 0) {
  const { database } = test;
  replaced = 0;
  return openKeys({ database, dataKey, onReplaced: () => void (replaced += 1), now });
}

async function kept() {
  const found = await openKept(test.database, dataKey);
  if (!found) throw new Error('DATA_KEY opens no ring');
  return found;
}

it('gives all processes of a new database one ring of random keys, whoever is first', async () => {
  const all = await Promise.all(Array.from({ length: 5 }, () => opened()));
  const [sealed = ''] = all.map(({ keys }) => keys.seal('address'));
  for (const { keys, close } of all) {
    expect(keys.open(sealed)).toBe('address');
    close();
  }
  const { ring } = await kept();
  expect([...ring.hashing.map(({ key }) => key), ...ring.keys.map(({ key }) => key)]).not.toContain(dataKey);
  expect([await isDataKey(test.database, dataKey), await isDataKey(test.database, other)]).toEqual([
    true,
    false,
  ]);
  await expect(ensureRing(test.database, other)).rejects.toThrow('sealed with another key');
});

it('goes on with the key of an older database, and takes no other one for it', async () => {
  await writeKept(test.database, checkName, seal(dataKey, 'sealed with the data key of this portal'));
  await expect(ensureRing(test.database, other)).rejects.toThrow('sealed with another key');
  const { keys, close } = await opened();
  expect(keys.open(seal(dataKey, 'address'))).toBe('address');
  expect(keys.hash('a')).toBe(keyedHash(dataKey, 'a'));
  close();
});

it('takes the key for the one of an older database in which people are and nothing is sealed', async () => {
  const at = new Date();
  const person = { id: 'ann', email: 'ann@example.org', displayName: '安', createdAt: at };
  await test.database.transaction((tx) => tx.prisma.person.create({ data: person }));
  const { keys, close } = await opened();
  expect(keys.hash('a')).toBe(keyedHash(dataKey, 'a'));
  close();
});

it('seals by a new key once it reads that, and not with a ring that it could not read for a minute', async () => {
  let now = 0;
  const { keys, read, close } = await opened(() => now);
  const before = await kept();
  const added = withNewKey(before.ring);
  const ring = { ...added, sealing: newestKey(added) };
  await test.database.transaction((tx) => replaceRing(tx, before.text, { wraps: [wrap(ring, dataKey)] }));
  expect(keys.seal('a')).toContain(before.ring.sealing);
  await read();
  expect(keys.seal('a')).toContain(ring.sealing);
  now = ringTimes.staleSeconds * 1000 + 1;
  expect(() => keys.seal('a')).toThrow('could not be read for a minute');
  await read();
  expect(keys.open(keys.seal('a'))).toBe('a');
  close();
});

it('seals nothing more once DATA_KEY was replaced, and says so once', async () => {
  const { keys, read, isReplaced, close } = await opened();
  const sealed = keys.seal('a');
  const before = await kept();
  await test.database.transaction((tx) =>
    replaceRing(tx, before.text, { wraps: [wrap(before.ring, other)] }),
  );
  await read();
  await read();
  expect([replaced, isReplaced()]).toEqual([1, true]);
  expect(() => keys.seal('a')).toThrow('DATA_KEY was replaced');
  expect(keys.open(sealed)).toBe('a');
  close();
});
