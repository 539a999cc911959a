import { rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { fillAreas, fillOrders } from './fill-orders';
import { countedOrders } from '~/domains/statistics/counted-orders.query.server';
import { recountStatistics } from '~/domains/statistics/index.server';
import { partsOfNumber } from '~/domains/statistics/schema';
import { statisticsPage } from '~/domains/statistics/statistics-page.query.server';
import { contextFor, openServices } from '~/http/server/services.server';
import { readConfiguration } from '~/platform/configuration.server';
import { migrate } from '~/platform/db/migrate.server';

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
