import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import pg from 'pg';
import { z } from 'zod';
import { contextOf } from '../actor.server';
import { runForm } from '../forms/forms.server';
import { holdWriteLock } from '../../../tests/setup/write-lock';
import { remixBuild } from '../../../tests/setup/remix-build';
import { testPortal } from '../../../tests/setup/portal';
import type { TestPortal } from '../../../tests/setup/portal';
import { onPostgresql } from '../../../tests/setup/needs';

const createdAt = new Date('2026-11-24T08:00:00Z');
const file = (id: string) => ({ id, contentHash: 'x', mediaType: 'image/webp', bytes: 1, createdAt });

/** Stores what is posted; reads how many there are. */
const build = remixBuild(
  [
    {
      path: 'files',
      page: false,
      loader: async (args) => Response.json(await contextOf(args).database.read.storedFile.count()),
      action: async (args) => {
        const answer = await runForm(args, z.object({ id: z.string() }), async ({ id }) => {
          const { database } = contextOf(args);
          await database.transaction(async (tx) => {
            if (tx.engine === 'postgresql') await tx.sql.run('UPDATE "StoredFile" SET "bytes" = "bytes" + 1');
            await tx.prisma.storedFile.create({ data: file(id) });
          });
          return new Response('stored', { status: 201 });
        });
        // What a page would show: the form with its faults.
        return answer instanceof Response ? answer : Response.json(answer.data, answer.init ?? {});
      },
    },
    { path: 'page', page: true, loader: async (args) => contextOf(args).database.read.storedFile.count() },
  ],
  () =>
    new Response('<!doctype html><p>page</p>', {
      headers: { 'Content-Type': 'text/html', 'X-Cache-Topics': 'proposals' },
    }),
);

const isPostgresql = process.env.DATABASE_URL?.startsWith('postgres') ?? false;
let portal: TestPortal;
beforeEach(async () => {
  portal = await testPortal(build);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await portal.dispose();
});

const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
const post = (id: string) => portal.ask('/files', { method: 'POST', headers: form, body: `id=${id}` });
const ready = async () => {
  const response = await portal.ask('/readyz');
  return [response.status, await response.text()];
};

/** Another process holds what every post here needs. */
async function holdElsewhere(): Promise<{ release(): Promise<void> }> {
  const { configuration, database } = portal.services;
  if (!isPostgresql) return holdWriteLock(configuration.databaseUrl);
  await database.transaction((tx) => tx.prisma.storedFile.create({ data: file('held') }));
  const client = new pg.Client({ connectionString: configuration.databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('BEGIN; SELECT * FROM "StoredFile" FOR UPDATE');
  return { release: () => client.end() };
}

describe('while another process holds the lock for longer than anyone waits', () => {
  it('answers posts within bounds with what was typed, serves pages at once, and goes on by itself', async () => {
    const lock = await holdElsewhere();
    const since = performance.now();
    let answered = 0;
    const posts = Array.from({ length: 12 }, async (_, index) => {
      const response = await post(`p${index}`);
      answered += 1;
      return response;
    });
    expect((await portal.ask('/files')).status).toBe(200);
    expect((await portal.ask('/page')).status).toBe(200);
    expect((await portal.ask('/healthz')).status).toBe(200);
    expect(answered).toBe(0);
    if (!isPostgresql) expect(await ready()).toEqual([503, expect.stringContaining('another process')]);
    // There it is a row that others wait for: whoever asks is answered all the same, before any of them.
    else await ready();
    expect(answered).toBe(0);
    for (const response of await Promise.all(posts)) {
      expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
      const told = JSON.stringify(await response.json());
      expect(told).toContain('系统正忙');
      expect(told).toMatch(/"id":"p\d+"/);
    }
    expect(performance.now() - since).toBeLessThan(25_000);
    await lock.release();
    expect((await post('after')).status).toBe(201);
    expect(await ready()).toEqual([200, 'ready\n']);
  }, 90_000);
});

describe('while PostgreSQL is away', onPostgresql, () => {
  /** Ends the connections of this database and refuses new ones, as a server does that is being stopped. */
  async function refuseConnections(refused: boolean): Promise<void> {
    const url = new URL(portal.services.configuration.databaseUrl);
    const name = url.pathname.slice(1);
    url.pathname = '/postgres';
    const client = new pg.Client({ connectionString: url.toString() });
    await client.connect();
    await client.query(`ALTER DATABASE ${name} CONNECTION LIMIT ${refused ? 0 : -1}`);
    await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS ${refused ? 'false' : 'true'}`);
    if (refused)
      await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
    await client.end();
  }

  it('answers 503 and kept pages, and serves again by itself', async () => {
    expect((await portal.ask('/page')).status).toBe(200);
    await refuseConnections(true);
    const response = await portal.ask('/files');
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
    expect((await post('x')).status).toBe(503);
    expect((await portal.ask('/page')).status).toBe(200);
    expect((await ready())[0]).toBe(503);
    await refuseConnections(false);
    expect((await post('after')).status).toBe(201);
    expect((await ready())[0]).toBe(200);
  }, 60_000);
});

describe('a row that somebody else made first', () => {
  it('is a conflict, and not our fault', async () => {
    expect((await post('same')).status).toBe(201);
    const again = await post('same');
    expect(again.status).toBe(409);
    expect(JSON.stringify(await again.json())).toContain('刚刚有人改动');
  });
});
