import { rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { countedOrders } from '~/domains/statistics/counted-orders.query.server';
import { recountStatistics } from '~/domains/statistics/index.server';
import { partsOfNumber } from '~/domains/statistics/schema';
import { statisticsPage } from '~/domains/statistics/statistics-page.query.server';
import { contextFor, openServices } from '~/http/server/services.server';
import { readConfiguration } from '~/platform/configuration.server';
import { migrate } from '~/platform/db/migrate.server';

/** Ten streets of ten communities, thirty departments, twelve categories, twelve months. */
const communities = Array.from(
  { length: 100 },
  (_, index) => `4210020${String(10 + Math.floor(index / 10))}${String(1 + (index % 10)).padStart(3, '0')}`,
);
const categories = Array.from({ length: 12 }, (_, index) => `category-${index}`);
const departments = 30;
const aDay = 86_400_000;
const now = Date.now();
const iso = (milliseconds: number) => new Date(milliseconds).toISOString().replace('Z', '+00:00');

function fillAreas(database: BetterSqlite3.Database): void {
  const area = database.prepare(
    'INSERT OR IGNORE INTO "Area" ("id", "code", "level", "name", "parentId") VALUES (?, ?, ?, ?, ?)',
  );
  const add = (id: string, level: string, parent: string | null) =>
    area.run(id, id.padEnd(12, '0'), level, id, parent);
  add('4210', 'city', null);
  add('421002', 'district', '4210');
  for (const id of communities) {
    add(id.slice(0, 9), 'street', '421002');
    add(id, 'community', id.slice(0, 9));
  }
}

/** Ids in the order of time, without the cost of a million random ones. */
const idOf = (index: number) => String(index).padStart(26, '0');

/** Orders of the past year as they stand; every second one with an answered call-back. */
function fillOrders(database: BetterSqlite3.Database, count: number): void {
  const order = database.prepare(
    `INSERT INTO "WorkOrder" ("id", "number", "title", "description", "category", "areaId", "level", "departmentId",
     "state", "createdBy", "createdAt", "updatedAt", "acceptedAt", "doneAt", "deadlineAt", "reopenedCount")
     VALUES (?, ?, 't', 'd', ?, ?, 'community', ?, ?, 'system', ?, ?, ?, ?, ?, ?)`,
  );
  const callBack = database.prepare(
    `INSERT INTO "CallBack" ("id", "workOrderId", "personId", "round", "askedAt", "answeredAt", "solved", "rating")
     VALUES (?, ?, 'p', 1, ?, ?, ?, ?)`,
  );
  for (let index = 0; index < count; index += 1) {
    const at = now - 360 * aDay + Math.floor((index / count) * 355 * aDay);
    const id = idOf(index);
    const mix = (index * 2_654_435_761) % 4_294_967_296;
    const created = iso(at);
    order.run(
      ...[
        id,
        `B${index}`,
        categories[mix % 12],
        communities[Math.floor(mix / 16) % 100],
        `d${Math.floor(mix / 512) % departments}`,
      ],
      ...['archived', created, created, created, iso(at + 3 * aDay)],
      ...[iso(at + (mix % 10 === 0 ? 2 : 5) * aDay), mix % 17 === 0 ? 1 : 0],
    );
    if (index % 2 === 0)
      callBack.run(idOf(index), id, created, created, mix % 5 === 0 ? 0 : 1, 1 + (mix % 5));
  }
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}

/** The middle of nine warm runs, in milliseconds. */
async function warm(act: () => Promise<unknown>): Promise<number> {
  await act();
  const times: number[] = [];
  for (let run = 0; run < 9; run += 1) times.push(await timed(act));
  return times.sort((one, other) => one - other)[4] ?? NaN;
}

/**
 * Fills a SQLite database with orders of one year, counts them, and measures the statistics page and the list behind
 * a number: `npm run bench -- statistics [orders]`. Answers whether the page stays within 300 ms.
 */
async function main(): Promise<void> {
  const count = Number(process.argv[3] ?? 1_000_000);
  const file = path.join(os.tmpdir(), `gongzhi-statistics-${process.pid}.sqlite`);
  const say = (text: string) => process.stdout.write(`${text}\n`);
  try {
    await migrate(`file:${file}`);
    const raw = new BetterSqlite3(file);
    raw.pragma('synchronous = OFF');
    raw.pragma('foreign_keys = OFF');
    raw.pragma('cache_size = -1000000');
    say(
      `fill: ${Math.round(await timed(async () => raw.transaction(() => (fillAreas(raw), fillOrders(raw, count)))()))} ms`,
    );
    raw.close();
    const services = await openServices(readConfiguration({ DATABASE_URL: `file:${file}` }));
    const ctx = contextFor(services, { kind: 'system' }, 'zh-CN');
    say(`recount of ${count}: ${Math.round(await timed(() => recountStatistics(ctx)))} ms`);
    const cells = await services.database.read.statisticsCell.count();
    say(`cells: ${cells}`);
    const page = await warm(() => statisticsPage(ctx, new URLSearchParams()));
    const street = await warm(() => statisticsPage(ctx, new URLSearchParams('area=421002010')));
    const list = await warm(() =>
      countedOrders(ctx, {
        filter: { from: '2000-01', to: '2100-12', areaId: '421002' },
        parts: partsOfNumber('overdue', {
          weights: { response: 10, resolution: 50, satisfaction: 40 },
          denominators: { response: 'orders', resolution: 'answered', satisfaction: 'answered' },
          ...{ satisfiedFrom: 4, basicFrom: 3, basicFactor: 90, smallDenominator: 10 },
        }),
      }),
    );
    say(`year of the whole city: ${page.toFixed(1)} ms (at most 300)`);
    say(`year of one street: ${street.toFixed(1)} ms`);
    say(`first page of the orders behind a number: ${list.toFixed(1)} ms`);
    await services.database.close();
    process.exitCode = page <= 300 ? 0 : 1;
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  }
}

await main();
