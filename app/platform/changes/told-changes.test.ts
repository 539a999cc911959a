import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ToldChanges } from './told-changes.server';
import { testDatabase } from '../../../tests/setup/database';
import type { TestDatabase } from '../../../tests/setup/database';
import { onPostgresql } from '../../../tests/setup/needs';

describe('what processes tell each other', onPostgresql, () => {
  let test: TestDatabase;
  let time = 0;
  const open: ToldChanges[] = [];
  beforeEach(async () => {
    test = await testDatabase();
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((changes) => changes.close()));
    await test.dispose();
  });

  function process(url = test.url) {
    const dropped: string[] = [];
    const counts = { everything: 0 };
    const changes = new ToldChanges({
      url,
      drop: (topics) => dropped.push(...topics),
      dropAll: () => void (counts.everything += 1),
      now: () => time,
    });
    open.push(changes);
    return { changes, dropped, counts };
  }

  it('is known to the others at their next question, once, and to itself not at all', async () => {
    const [one, other] = [process(), process()];
    expect(await Promise.all([one.changes.confirm(), other.changes.confirm()])).toEqual([true, true]);
    one.changes.tell(['proposals', 'person:1']);
    one.changes.tell(['proposals']);
    await one.changes.told();
    await other.changes.confirm();
    expect([one.dropped, other.dropped]).toEqual([[], ['proposals', 'person:1']]);
  });

  it('comes whole however much it is', async () => {
    const [one, other] = [process(), process()];
    await Promise.all([one.changes.confirm(), other.changes.confirm()]);
    const topics = Array.from({ length: 3000 }, (_, index) => `person:用户${index}`);
    one.changes.tell(topics);
    await one.changes.told();
    await other.changes.confirm();
    expect(other.dropped).toEqual(topics);
    other.counts.everything = 0;
    one.changes.tell(Array.from({ length: 6000 }, (_, index) => `person:${index}`));
    await one.changes.told();
    await other.changes.confirm();
    expect(other.counts.everything).toBe(1);
  });

  it('drops everything where something is heard that this version does not understand', async () => {
    const { changes, counts } = process();
    await changes.confirm();
    counts.everything = 0;
    const client = new pg.Client({ connectionString: test.url });
    await client.connect();
    for (const payload of ['', 'no JSON', '{"topics":[]}', '["somebody"]', '[1]'])
      await client.query('SELECT pg_notify($1, $2)', ['gongzhi_changes', payload]);
    await client.end();
    await changes.confirm();
    expect(counts.everything).toBe(5);
  });

  it('holds up nobody for long where it cannot be told, and is told later', async () => {
    const [one, other] = [process(), process()];
    await Promise.all([one.changes.confirm(), other.changes.confirm()]);
    const client = new pg.Client({ connectionString: test.url });
    await client.connect();
    await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'gongzhi listening'`);
    one.changes.tell(['proposals']);
    await one.changes.told();
    await client.end();
    for (let times = 0; times < 100 && !other.dropped.includes('proposals'); times += 1) {
      await other.changes.confirm();
      await pause(20);
    }
    // Either it was heard, or everything was dropped after it was told.
    expect(other.dropped.includes('proposals') || other.counts.everything > 1).toBe(true);
  });

  it('lets nothing be answered from memory once the database is out of reach for five seconds', async () => {
    const { changes } = process();
    expect(await changes.confirm()).toBe(true);
    const url = new URL(test.url);
    const name = url.pathname.slice(1);
    url.pathname = '/postgres';
    const client = new pg.Client({ connectionString: url.toString() });
    await client.connect();
    await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
    await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
    await changes.confirm();
    expect(await changes.confirm()).toBe(true);
    time += 5001;
    expect(await changes.confirm()).toBe(false);
    await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
    await client.end();
    let isBack = false;
    for (let times = 0; times < 200 && !isBack; times += 1) {
      isBack = await changes.confirm();
      if (!isBack) await pause(50);
    }
    expect(isBack).toBe(true);
  });
});
