/**
 * The first page of an area's queue, and the counts beside it, with 10,000 and with 1,000,000 orders: medians, and their
 * ratio. A fifth of the orders are open; they lie in a hundred communities of one district.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { looseKeys } from '../setup/keys';
import type { Context } from '~/domains/context';
import { orderQueue, queueCounts } from '~/domains/workorders/queue/queue.query.server';
import type { Scope } from '~/domains/workorders/queue/queue.query.server';
import { knownSubjects } from '~/domains/registry.server';
import { trailOf } from '~/lib/geo/division-code';
import { systemClock } from '~/platform/clock';
import { readConfiguration } from '~/platform/configuration.server';
import { migrate } from '~/platform/db/migrate.server';
import { openDatabase } from '~/platform/db/open-database.server';
import { directoryFileStore } from '~/platform/files/file-store.server';

const [large = 1_000_000, small = 10_000] = process.argv.slice(2).map(Number);
const reads = 300;
const scopes: Record<string, Scope> = {
  community: { kind: 'area', id: '421002001007' },
  district: { kind: 'area', id: '421002' },
};
const states = ['registered', 'accepted', 'dispatched', 'return-asked', 'done'];
const queues = ['dispatch', 'work', 'work', 'review', 'call-back'];
const iso = (milliseconds: number) => new Date(milliseconds).toISOString().replace('Z', '+00:00');

function fill(file: string, orders: number): void {
  const database = new BetterSqlite3(file);
  database.pragma('synchronous = OFF');
  const order = database.prepare(
    `INSERT INTO "WorkOrder" ("id", "number", "title", "description", "category", "areaId", "handlingAreaId", "level",
     "state", "createdBy", "createdAt", "updatedAt") VALUES (?, ?, ?, ?, 'facilities', ?, ?, 'community', ?, 'x', ?, ?)`,
  );
  const queued = database.prepare(
    `INSERT INTO "QueuedOrder" ("scope", "queue", "dueAt", "workOrderId", "level") VALUES (?, ?, ?, ?, 'community')`,
  );
  const start = Date.UTC(2026, 0, 1);
  database.transaction(() => {
    for (let index = 0; index < orders; index += 1) {
      const areaId = `421002001${String(index % 100).padStart(3, '0')}`;
      const id = `01${String(index).padStart(24, '0')}`;
      const at = iso(start + ((index * 7919) % orders) * 20_000);
      const kind = Math.floor(index / 100) % 25;
      order.run(
        id,
        `GZ${index}`,
        `第 ${index} 件事`,
        '说明',
        areaId,
        areaId,
        states[kind] ?? 'archived',
        at,
        at,
      );
      const queue = queues[kind];
      if (queue) for (const area of trailOf(areaId)) queued.run(`area:${area}`, queue, at, id);
    }
  })();
  database.exec('ANALYZE');
  database.close();
}

function contextOver(database: Context['database'], folder: string): Context {
  return {
    database,
    actor: { kind: 'system' },
    clock: systemClock,
    locale: 'zh-CN',
    configuration: readConfiguration({}),
    keys: looseKeys(),
    files: directoryFileStore(folder),
    subjects: knownSubjects,
    giveWay: () => Promise.resolve(),
    invalidatePages: () => undefined,
  };
}

async function median(act: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < reads; index += 1) {
    const before = performance.now();
    await act();
    times.push(performance.now() - before);
  }
  return times.sort((a, b) => a - b)[Math.floor(reads / 2)] ?? 0;
}

async function measure(orders: number): Promise<Record<string, number>> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-order-queue-'));
  const file = path.join(folder, 'orders.sqlite');
  try {
    await migrate(`file:${file}`);
    fill(file, orders);
    const database = await openDatabase({ url: `file:${file}` });
    const ctx = contextOver(database, folder);
    const result: Record<string, number> = {};
    for (const [name, scope] of Object.entries(scopes)) {
      result[`${name}: first page`] = await median(() => orderQueue(ctx, { scope, queue: 'work' }));
      result[`${name}: counts`] = await median(() => queueCounts(ctx, scope));
    }
    await database.close();
    return result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const few = await measure(small);
const many = await measure(large);
for (const [name, time] of Object.entries(many)) {
  const base = few[name] ?? 0;
  console.log(
    `${name}: ${base.toFixed(2)} ms at ${small}, ${time.toFixed(2)} ms at ${large}, ratio ${(time / base).toFixed(2)}`,
  );
}
