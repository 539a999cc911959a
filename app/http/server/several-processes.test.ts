import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contextOf } from '../actor.server';
import { testDatabase } from '../../../tests/setup/database';
import type { TestDatabase } from '../../../tests/setup/database';
import { onPostgresql } from '../../../tests/setup/needs';
import { portalOn } from '../../../tests/setup/portal';
import type { TestPortal } from '../../../tests/setup/portal';
import { remixBuild } from '../../../tests/setup/remix-build';
import { personWithSession } from '../../../tests/setup/session-cookie';

/** Stands for what the database holds: both processes show it as it is when the page is made. */
let value = 0;
let rendered = 0;
const build = remixBuild(
  [
    { path: 'page', page: true },
    {
      path: 'change',
      page: false,
      action: async (args) => {
        const ctx = contextOf(args);
        await ctx.database.transaction(async (tx) => {
          await tx.sql.run('DELETE FROM "KeptValue" WHERE "name" = ?', ['none']);
          tx.afterCommit(() => {
            value += 1;
            ctx.invalidatePages(['proposals']);
          });
        });
        return new Response(String(value));
      },
    },
    // What a person does for themselves alone names no topic.
    { path: 'own', page: false, action: () => new Response(String((value += 1))) },
  ],
  (_nonce, { context }) => {
    rendered += 1;
    const who = context.actor.kind === 'person' ? context.actor.personId : 'visitor';
    const headers = { 'Content-Type': 'text/html', 'X-Cache-Topics': 'proposals' };
    return new Response(`<p>${who} ${value}</p>`, { headers });
  },
);

describe('two processes on one database', onPostgresql, () => {
  let test: TestDatabase;
  let one: TestPortal;
  let other: TestPortal;
  beforeEach(async () => {
    value = 0;
    test = await testDatabase();
    [one, other] = await Promise.all([portalOn(test.url, build), portalOn(test.url, build)]);
  });
  afterEach(async () => {
    await Promise.all([one.dispose(), other.dispose()]);
    await test.dispose();
  });

  const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const post = async (portal: TestPortal, path: string, headers = {}) => {
    const answer = await portal.ask(path, { method: 'POST', body: 'a=1', headers: { ...form, ...headers } });
    expect(answer.status).toBe(200);
    return Number(await answer.text());
  };
  const shown = async (portal: TestPortal, headers = {}) => {
    const text = await (await portal.ask('/page', { headers })).text();
    return Number(/(\d+)<\/p>/.exec(text)?.[1]);
  };
  const timesRendered = async (act: () => Promise<unknown>) => {
    const before = rendered;
    await act();
    return rendered - before;
  };
  /** Ends the connections on which the processes listen. */
  async function cutListening(): Promise<number> {
    const client = new pg.Client({ connectionString: test.url });
    await client.connect();
    const { rowCount } = await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'gongzhi listening'`,
    );
    await client.end();
    return rowCount ?? 0;
  }

  it('keep pages, and never answer one that was stale before it was asked for, whoever changed it', async () => {
    expect(await timesRendered(() => Promise.all([shown(one), shown(other)]))).toBe(2);
    expect(await timesRendered(() => Promise.all([shown(one), shown(other)]))).toBe(0);
    let acknowledged = 0;
    let isOver = false;
    const reading = [one, other, one, other].map(async (portal) => {
      let answers = 0;
      while (!isOver) {
        const known = acknowledged;
        expect(await shown(portal)).toBeGreaterThanOrEqual(known);
        answers += 1;
      }
      return answers;
    });
    for (let change = 0; change < 60; change += 1) {
      const changed = await post(change % 2 === 0 ? one : other, '/change');
      acknowledged = Math.max(acknowledged, changed);
      expect(await Promise.all([shown(one), shown(other)])).toEqual([changed, changed]);
    }
    isOver = true;
    for (const answers of await Promise.all(reading)) expect(answers).toBeGreaterThan(10);
  });

  it('keep pages of who is signed in, and drop them everywhere before what this person did is answered', async () => {
    const cookie = { Cookie: `session=${await personWithSession(one.services, 'ann')}` };
    expect(await timesRendered(() => shown(other, cookie))).toBe(1);
    expect(await timesRendered(() => shown(other, cookie))).toBe(0);
    for (let times = 0; times < 20; times += 1) {
      const done = await post(one, '/own', cookie);
      expect(await shown(other, cookie)).toBe(done);
      expect(await timesRendered(() => shown(other, cookie))).toBe(0);
    }
  });

  it('answer nothing kept while they cannot hear each other, and drop everything when they can again', async () => {
    await Promise.all([shown(one), shown(other)]);
    for (let times = 0; times < 10; times += 1) {
      expect(await cutListening()).toBe(2);
      const changed = await post(one, '/change');
      expect(await Promise.all([shown(one), shown(other)])).toEqual([changed, changed]);
    }
    await Promise.all([shown(one), shown(other)]);
    expect(await timesRendered(() => Promise.all([shown(one), shown(other)]))).toBe(0);
    await cutListening();
    await Promise.all([shown(one), shown(other)]);
    expect(
      await timesRendered(async () => {
        for (let times = 0; times < 20; times += 1) await Promise.all([shown(one), shown(other)]);
      }),
    ).toBeLessThan(4);
  });

  it('find out by its events what a process did that ended before it could tell', async () => {
    await shown(other);
    value += 1;
    await test.database.transaction((tx) =>
      tx.sql.run(
        `INSERT INTO "Event" ("id", "type", "subjectKind", "subjectId", "at", "isPublic", "publicData")
         VALUES ('untold', 'proposal.published', 'proposal', 'x', ?, true, '{}')`,
        [new Date()],
      ),
    );
    // About a second; pages grow old by themselves only after twenty.
    const until = performance.now() + 15_000;
    while ((await shown(other)) !== value && performance.now() < until) await pause(50);
    expect(performance.now()).toBeLessThan(until);
  });

  it('tell each other also of what a command of an administrator changed', async () => {
    await shown(other);
    const command = await portalOn(test.url, build);
    value += 1;
    command.services.changes.tell(['proposals']);
    await command.dispose();
    expect(await shown(other)).toBe(value);
  });
});
