import { closeSync, openSync, statSync, writeFileSync, writeSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { contextOf } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';
import { backup } from '~/platform/db/backup.server';
import { migrate } from '~/platform/db/migrate.server';
import { openConnection } from '~/platform/db/sqlite/sqlite-connection.server';
import { testDatabase } from '../setup/database';
import { remixBuild } from '../setup/remix-build';
import { testPortal } from '../setup/portal';
import { onSqlite } from '../setup/needs';

afterEach(() => vi.restoreAllMocks());

/** Lays zeros over all pages but the first, as a failing disk does. */
function damage(file: string): void {
  const pageSize = 4096;
  const opened = openSync(file, 'r+');
  writeSync(opened, Buffer.alloc(statSync(file).size - pageSize), 0, null, pageSize);
  closeSync(opened);
}

const fileOf = (url: string) => url.replace(/^file:/, '');
describe('a fault of the database file', onSqlite, () => {
  it('while the portal runs is told to the operator with the file, and to visitors without', async () => {
    const build = remixBuild(
      [
        {
          path: 'files',
          page: false,
          loader: (args) =>
            load(args, async () => Response.json(await contextOf(args).database.read.storedFile.count())),
        },
      ],
      () => new Response('page'),
    );
    const portal = await testPortal(build);
    const told: unknown[] = [];
    vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => void told.push(...words));
    const file = fileOf(portal.services.configuration.databaseUrl);
    try {
      await portal.services.database.clearRemains(['BallotPaper']);
      damage(file);
      const answer = await portal.ask('/files');
      expect(answer.status).toBe(503);
      const ready = await portal.ask('/readyz');
      expect([ready.status, await ready.text()]).toEqual([
        503,
        'database: damaged; the log says which file and what to do\n',
      ]);
      expect(await answer.text()).not.toContain(path.basename(file));
      const log = told.map((one) => (one instanceof Error ? one.message : String(one))).join('\n');
      expect(log).toContain('database disk image is malformed');
      expect(log).toContain(file);
      expect(log).toContain('put back the last backup');
    } finally {
      await portal.dispose();
    }
  });

  it('that cannot be written names it', async () => {
    const test = await testDatabase();
    const file = fileOf(test.url);
    const opened = await openConnection(file, { role: 'reader', pragmas: ['query_only = ON'] });
    const write = () => opened.sql.run(`UPDATE "Person" SET "about" = ''`);
    await expect(write()).rejects.toThrow(`readonly database (database file ${file}: it cannot be written`);
    await expect(
      opened.prisma.area.create({ data: { id: '4210', code: '4', level: 'city', name: 'x' } }),
    ).rejects.toThrow(file);
    await opened.prisma.$disconnect();
    await test.dispose();
  });

  it('names it on the command line: migrating, opening and backing up', async () => {
    const file = path.join(os.tmpdir(), `${randomUUID()}.sqlite`);
    writeFileSync(file, 'this is a letter and no database. '.repeat(500));
    await expect(migrate(`file:${file}`)).rejects.toThrow(`database file ${file}: it is no SQLite database`);
    await expect(openConnection(file, { role: 'writer', pragmas: ['journal_mode = WAL'] })).rejects.toThrow(
      file,
    );
    await expect(backup(`file:${file}`, `${file}.copy`)).rejects.toThrow(file);
    await expect(migrate(`file:${file}/all.sqlite`)).rejects.toThrow(file);
  });
});
