/**
 * How long the pages of insights take over 1,000,000 orders of five years against 10,000 of them: `npm run bench --
 * --insights [orders]`. Each page is made anew, nothing kept; the public one hides its small numbers anew. Fails where the
 * large one takes more than twice the time of the small one.
 */
import { rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { fillAreas, fillOrders } from './fill-orders';
import { insightsPage } from '~/domains/insights/figures/insights.query.server';
import { recountStatistics } from '~/domains/statistics/index.server';
import { contextFor, openServices } from '~/http/server/services.server';
import { readConfiguration } from '~/platform/configuration.server';
import { migrate } from '~/platform/db/migrate.server';

const days = 5 * 365;
const small = 10_000;
const large = Number(process.argv[3] ?? 1_000_000);
const mostRatio = 2;
const say = (text: string) => process.stdout.write(`${text}\n`);

async function timed(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}

/** The middle of seven runs after one that warms up, in milliseconds. */
async function middle(act: () => Promise<unknown>): Promise<number> {
  await act();
  const times: number[] = [];
  for (let run = 0; run < 7; run += 1) times.push(await timed(act));
  return times.sort((one, other) => one - other)[3] ?? NaN;
}

const queries = {
  'public, whole portal': '',
  'public, one district by community': 'area=421002&level=community',
  'exact, whole portal': 'exact=1',
  'exact, one district by community': 'area=421002&level=community&exact=1',
};

/** The time of each page over so many orders. */
async function measured(count: number): Promise<Record<string, number>> {
  const file = path.join(os.tmpdir(), `gongzhi-insights-${process.pid}-${count}.sqlite`);
  try {
    await migrate(`file:${file}`);
    const raw = new BetterSqlite3(file);
    raw.pragma('synchronous = OFF');
    raw.pragma('foreign_keys = OFF');
    raw.transaction(() => (fillAreas(raw), fillOrders(raw, count, days)))();
    const services = await openServices(readConfiguration({ DATABASE_URL: `file:${file}` }));
    const administrator = {
      ...{ kind: 'person' as const, personId: 'a', displayName: 'a', emailConfirmed: true, homeAreaId: null },
      ...{ residenceAreaId: null, roles: [{ role: 'administrator' as const, areaId: '4210' }] },
      ...{ memberships: [], actingFor: null },
    };
    const ctx = contextFor(services, administrator, 'zh-CN');
    raw
      .prepare('INSERT INTO "Person" ("id", "email", "displayName", "createdAt") VALUES (?, ?, ?, ?)')
      .run(...['a', 'a@example.org', 'a', new Date().toISOString()]);
    raw
      .prepare(
        'INSERT INTO "RoleHeld" ("id", "personId", "role", "areaId", "createdAt") VALUES (?, ?, ?, ?, ?)',
      )
      .run(...['r', 'a', 'administrator', '4210', new Date().toISOString()]);
    await recountStatistics(contextFor(services, { kind: 'system' }, 'zh-CN'));
    const turn = raw.prepare('UPDATE "StatisticsTurn" SET "turn" = "turn" + 1');
    const times: Record<string, number> = {};
    for (const [name, query] of Object.entries(queries))
      times[name] = await middle(() => {
        turn.run();
        return insightsPage(ctx, new URLSearchParams(query));
      });
    raw.close();
    await services.database.close();
    return times;
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  }
}

const [few, many] = [await measured(small), await measured(large)];
for (const name of Object.keys(queries)) {
  const [before, after] = [few[name] ?? NaN, many[name] ?? NaN];
  const ratio = after / before;
  say(
    `${name}: ${before.toFixed(0)} ms at ${small}, ${after.toFixed(0)} ms at ${large}: ${ratio.toFixed(2)} (at most ${mostRatio})`,
  );
  if (!(ratio <= mostRatio)) process.exitCode = 1;
}
