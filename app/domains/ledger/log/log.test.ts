import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendToLog } from './append-to-log.server';
import { lastSequence, readMark } from './reading-mark.server';
import { auditLog } from './audit-log.query.server';
import { rewriteEvent } from '../rewrite-events.server';
import { onPostgresql, onSqlite } from '../../../../tests/setup/needs';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { openPostgresql } from '~/platform/db/postgresql/postgresql-database.server';

let test: TestContext;
beforeEach(async () => {
  test = await testContext();
});
afterEach(() => test.dispose());

/** Events as they come to stand in the table; every fifth is not public. */
async function makeEvents(count: number, from = 0): Promise<void> {
  await test.database.transaction((tx) =>
    tx.prisma.event.createMany({
      data: Array.from({ length: count }, (_, at) => ({
        id: `event-${from + at}`,
        type: 'proposal.published',
        subjectKind: 'proposal',
        subjectId: `proposal-${at % 7}`,
        actorPersonId: at % 2 === 0 ? 'wang' : null,
        at: test.clock.now(),
        isPublic: at % 5 !== 4,
        publicData: JSON.stringify({ title: `提案 ${from + at}`, name: '王五' }),
      })),
    }),
  );
}

const append = () => appendToLog(test.as('system'));
/** Appends until numbers are settled: on PostgreSQL once all transactions of the server have ended that ran before. */
async function settle(): Promise<void> {
  const last = await lastSequence(test.database.sql);
  for (let turn = 0; turn < 1000; turn += 1) {
    await append();
    if ((await readMark(test.database.sql)).settled >= last) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('The numbers of events were never settled');
}
const audit = () => auditLog(test.as('system'));
const entries = () => test.database.read.logEntry.findMany({ orderBy: { index: 'asc' } });
const sql = (text: string) => test.database.transaction((tx) => tx.sql.run(text));

describe('the public log', () => {
  it('enters every public event once, in their order, and signs heads over them', async () => {
    await makeEvents(600);
    await append();
    await append();
    await makeEvents(10, 600);
    await append();
    const logged = await entries();
    expect(logged.map(({ index }) => index)).toEqual(logged.map((_, at) => at));
    const numbers = logged.map(({ eventId }) => Number(eventId?.slice(6)));
    const wanted = Array.from({ length: 610 }, (_, at) => at).filter((at) => at % 5 !== 4);
    expect(numbers).toEqual(wanted);
    const heads = await test.database.read.logHead.findMany({ orderBy: { size: 'asc' } });
    expect(heads.map(({ size }) => size)).toEqual([200, 400, 480, 488]);
    expect(await audit()).toEqual({ size: 488, replaced: 0, findings: [] });
  });

  it('names nobody: neither names nor ids of persons stand in what is published', async () => {
    await makeEvents(20);
    await append();
    const [heads, logged] = [await test.database.read.logHead.findMany(), await entries()];
    const published = JSON.stringify([heads, logged.map(({ commitment }) => commitment)]);
    expect(published).not.toMatch(/wang|王五|event-|提案/);
    // The words alone do not give the entry: what opens it is 32 bytes that nobody else has.
    expect(new Set(logged.map(({ secret }) => secret)).size).toBe(logged.length);
  });

  it('lets words that are erased go: the tree stays, and the event is entered anew', async () => {
    await makeEvents(300);
    await append();
    const before = await entries();
    await test.database.transaction((tx) => rewriteEvent(tx, 'event-7', '{"title":"提案 7"}'));
    expect((await audit()).findings).toEqual([]);
    await append();
    const after = await entries();
    expect(after[6]).toMatchObject({ eventId: null, secret: null, commitment: before[6]?.commitment });
    expect(after.at(-1)).toMatchObject({ eventId: 'event-7', replaces: 6 });
    expect(await audit()).toMatchObject({ replaced: 1, findings: [] });
  });

  it.each([
    [`UPDATE "Event" SET "publicData" = '{"title":"x"}' WHERE "id" = 'event-271'`, 'event-changed', 217],
    [`UPDATE "Event" SET "actorPersonId" = 'li' WHERE "id" = 'event-271'`, 'event-changed', 217],
    [`UPDATE "Event" SET "subjectId" = 'other' WHERE "id" = 'event-0'`, 'event-changed', 0],
    [`DELETE FROM "Event" WHERE "id" = 'event-1'`, 'event-gone', 1],
    [`UPDATE "Event" SET "isPublic" = false WHERE "id" = 'event-2'`, 'event-gone', 2],
    [`UPDATE "LogEntry" SET "secret" = NULL, "eventId" = NULL WHERE "index" = 3`, 'secret-gone', 3],
    [`DELETE FROM "LogEntry" WHERE "index" = 200`, 'entry-changed', 200],
    [`UPDATE "LogHead" SET "note" = replace("note", 'log', 'lob') WHERE "size" = 240`, 'head-changed', 240],
    [`UPDATE "Event" SET "isPublic" = true WHERE "id" = 'event-4'`, 'event-not-entered', null],
  ])('is found changed by SQL, with the place: %s', async (change, fault, index) => {
    await makeEvents(300);
    await settle();
    expect((await audit()).findings).toEqual([]);
    expect(await sql(change)).toBe(1);
    const { findings } = await audit();
    expect(findings).toContainEqual(expect.objectContaining({ fault, index }));
  });

  it('finds an entry and its tree changed together, by the head that was signed', async () => {
    await makeEvents(20);
    await append();
    const [tile] = await test.database.read.logTile.findMany();
    const hashes = Uint8Array.from(tile?.hashes ?? []);
    hashes[40] = (hashes[40] ?? 0) ^ 1;
    const where = { level_index: { level: 0, index: 0 } };
    await test.database.transaction((tx) => tx.prisma.logTile.update({ where, data: { hashes } }));
    expect((await audit()).findings).toEqual([{ fault: 'entry-changed', index: 1, eventId: null }]);
  });

  it('signs nothing more once its key is gone, or the database is older than what was signed', async () => {
    await makeEvents(20);
    await append();
    const directory = test.as('system').configuration.logKeyDirectory;
    const files = readdirSync(directory).map((file) => path.join(directory, file));
    expect(files.map((file) => path.extname(file)).sort()).toEqual(['.head', '.key']);
    await sql(`UPDATE "LogHead" SET "root" = 'another'`);
    await expect(append()).rejects.toThrow('older than the public log');
    for (const file of files) rmSync(file);
    await expect(append()).rejects.toThrow('key of the public log is missing');
    expect(files.some((file) => existsSync(file))).toBe(false);
  });

  it('writes nothing where nothing happened', onSqlite, async () => {
    await makeEvents(5);
    await append();
    const changes = () => test.database.sql.all('PRAGMA data_version');
    const before = await changes();
    await append();
    expect(await changes()).toEqual(before);
  });

  it('passes over no number that commits after a higher one', onPostgresql, async () => {
    const other = await openPostgresql(test.url, test.url);
    try {
      let commit = () => undefined as void;
      const held = new Promise<void>((resolve) => (commit = resolve));
      let written = () => undefined as void;
      const wrote = new Promise<void>((resolve) => (written = resolve));
      const about = { type: 't', subjectKind: 'proposal', subjectId: 'p', isPublic: true, publicData: '{}' };
      const slow = other.transaction(async (tx) => {
        await tx.prisma.event.create({ data: { ...about, id: 'late', at: test.clock.now() } });
        written();
        await held;
      });
      await wrote;
      await makeEvents(3);
      for (let turn = 0; turn < 5; turn += 1) await append();
      expect((await entries()).map(({ eventId }) => eventId)).not.toContain('late');
      commit();
      await slow;
      for (let turn = 0; turn < 5; turn += 1) await append();
      expect((await entries()).map(({ eventId }) => eventId)).toEqual([
        'event-0',
        'event-1',
        'event-2',
        'late',
      ]);
      expect((await audit()).findings).toEqual([]);
    } finally {
      await other.close();
    }
  });
});
