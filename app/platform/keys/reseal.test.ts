import { afterEach, beforeEach, expect, it } from 'vitest';
import { newestKey, newRing, openBy, sealBy, withNewKey } from './key-ring.server';
import type { KeyRing } from './key-ring.server';
import { reseal } from './reseal.server';
import type { Database } from '../db/database.server';
import { testDatabase } from '../../../tests/setup/database';
import type { TestDatabase } from '../../../tests/setup/database';

const tables = [{ table: 'DoneAct', key: 'key', columns: ['result'] }];
let test: TestDatabase;
let [old, ring]: KeyRing[] = [];
beforeEach(async () => {
  test = await testDatabase();
  old = newRing();
  const added = withNewKey(old);
  ring = { ...added, sealing: newestKey(added) };
});
afterEach(() => test.dispose());

const sealed = (text: string, by = old) => sealBy(by ?? newRing(), text);
const opened = (text: string) => openBy(ring ?? newRing(), text);
const pass = (database: Database = test.database) =>
  reseal(database, ring ?? newRing(), { tables, told: () => undefined });

async function lay(results: readonly string[]): Promise<void> {
  const rows = results.map((result, at) => ({
    key: `k${String(at).padStart(5, '0')}`,
    result,
    doneAt: new Date(),
  }));
  await test.database.transaction((tx) => tx.prisma.doneAct.createMany({ data: rows }));
}
const results = async () =>
  (await test.database.read.doneAct.findMany({ orderBy: { key: 'asc' } })).map(({ result }) => result);

it('seals more rows anew than are read at once, each within the text around it, and only once', async () => {
  const texts = Array.from({ length: 450 }, (_, at) => `text ${at}`);
  await lay(texts.map((text, at) => (at % 3 === 0 ? 'no secret' : `id${at} ${sealed(text)}`)));
  expect(await pass()).toEqual({ resealed: 300, changed: 0, unopened: 0 });
  const after = await results();
  texts.forEach((text, at) => {
    const [id = '', secret = ''] = after[at]?.split(' ') ?? [];
    if (at % 3 === 0) expect(after[at]).toBe('no secret');
    else expect([id, opened(secret)]).toEqual([`id${at}`, text]);
  });
  expect(await pass()).toEqual({ resealed: 0, changed: 0, unopened: 0 });
  expect(await results()).toEqual(after);
});

it('never writes over what the portal wrote meanwhile, and seals that anew in the next pass', async () => {
  await lay([sealed('first'), sealed('other'), sealed('gone')]);
  const change = `UPDATE "DoneAct" SET "result" = ? WHERE "key" = 'k00000'`;
  const transaction: Database['transaction'] = async (work) => {
    await test.database.transaction((tx) => tx.sql.run(change, [sealed('changed')]));
    await test.database.transaction((tx) => tx.sql.run(`DELETE FROM "DoneAct" WHERE "key" = 'k00002'`));
    return test.database.transaction(work);
  };
  expect(await pass({ ...test.database, transaction })).toEqual({ resealed: 1, changed: 2, unopened: 0 });
  expect((await results()).map(opened)).toEqual(['changed', 'other']);
  expect(await pass()).toEqual({ resealed: 1, changed: 0, unopened: 0 });
  expect((await results()).map(opened)).toEqual(['changed', 'other']);
});

it('leaves what does not open, and says how many there are', async () => {
  const strange = sealed('of another portal', { ...newRing() });
  const torn = `${sealed('torn').slice(0, -2)}AA`;
  await lay([torn, strange, sealed('whole')]);
  expect(await pass()).toEqual({ resealed: 1, changed: 0, unopened: 1 });
  expect((await results()).slice(0, 2)).toEqual([torn, strange]);
});
