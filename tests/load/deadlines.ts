/**
 * How long 50,000 open orders take to be read again: each clock computed anew, none of it moved, and then all of it
 * moved by a holiday. Fails above the bound. Run by `npm run bench -- --deadlines`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { ulid } from 'ulid';
import { looseKeys } from '../setup/keys';
import type { Context } from '~/domains/context';
import { inTransaction } from '~/domains/in-transaction.server';
import { rereadDeadlines } from '~/domains/workorders/clocks/reread-deadlines.server';
import { escalateOverdue } from '~/domains/workorders/clocks/escalate-clocks.server';
import { holidayYears, openCalendar } from '~/domains/workorders/clocks/deadline-settings.server';
import { clockOf, timesOf } from '~/domains/workorders/clocks/clocks.server';
import { knownSubjects } from '~/domains/registry.server';
import { fixedClock } from '~/platform/clock';
import { readConfiguration } from '~/platform/configuration.server';
import { migrate } from '~/platform/db/migrate.server';
import { openDatabase } from '~/platform/db/open-database.server';
import { directoryFileStore } from '~/platform/files/file-store.server';

const orders = 50_000;
const scopes = ['area:4210', 'area:421002', 'area:421002001', 'area:421002001001', 'department:d'];
const boundMilliseconds = 2_000;
const now = new Date('2026-11-25T02:00:00Z');
const folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-deadlines-'));
const file = path.join(folder, 'load.sqlite');

const iso = (at: Date) => at.toISOString().replace('Z', '+00:00');

async function fill(ctx: Context): Promise<void> {
  const calendar = await openCalendar(ctx);
  const database = new BetterSqlite3(file);
  const order = database.prepare(
    `INSERT INTO "WorkOrder" ("id", "number", "title", "description", "category", "areaId", "handlingAreaId", "level",
     "departmentId", "state", "createdBy", "createdAt", "updatedAt", "deadlineAt")
     VALUES (?, ?, '工单', '内容', 'safety', '421002001001', '421002001001', 'community', 'd', 'accepted', 'm', ?, ?, ?)`,
  );
  const clock = database.prepare(
    `INSERT INTO "WorkOrderClock" ("id", "workOrderId", "kind", "round", "startedAt", "amount", "unit", "extendedBy",
     "source", "dueAt", "nextStepAt") VALUES (?, ?, 'resolution', 1, ?, ?, 'working-days', ?, '依据', ?, ?)`,
  );
  const queued = database.prepare(
    `INSERT INTO "QueuedOrder" ("scope", "queue", "dueAt", "workOrderId", "level") VALUES (?, 'work', ?, ?, 'community')`,
  );
  const suspension = database.prepare(
    `INSERT INTO "WorkOrderSuspension" ("id", "workOrderId", "startedAt", "until", "endedAt", "reason")
     VALUES (?, ?, ?, ?, ?, '等待材料')`,
  );
  database.transaction(() => {
    for (let index = 0; index < orders; index += 1) {
      const id = ulid(now.getTime() - orders + index);
      const startedAt = new Date(now.getTime() - (index % 3000) * 60_000);
      const row = {
        startedAt,
        amount: 5 + (index % 20),
        unit: 'working-days',
        extendedBy: index % 3,
        fixedDueAt: null,
      };
      const still =
        index % 10 === 0
          ? [
              {
                startedAt,
                until: new Date(startedAt.getTime() + 86_400_000),
                endedAt: new Date(startedAt.getTime() + 3_600_000),
              },
            ]
          : [];
      const { dueAt, nextStepAt } = timesOf(calendar, clockOf(row, still), {
        areaId: '421002001001',
        from: now,
      });
      order.run(id, `GZ${index}`, iso(startedAt), iso(startedAt), iso(dueAt));
      clock.run(
        id,
        id,
        iso(startedAt),
        row.amount,
        row.extendedBy,
        iso(dueAt),
        nextStepAt && iso(nextStepAt),
      );
      for (const scope of scopes) queued.run(scope, iso(dueAt), id);
      for (const span of still)
        suspension.run(id, id, iso(span.startedAt), iso(span.until), iso(span.endedAt));
    }
  })();
  database.close();
}

async function timed<Result>(work: () => Promise<Result>): Promise<{ milliseconds: number; result: Result }> {
  const start = performance.now();
  const result = await work();
  return { milliseconds: Math.round(performance.now() - start), result };
}

/** Enters two holidays that nobody knew of: every deadline behind them moves. */
async function enterHolidays(ctx: Context): Promise<void> {
  const days = ['2026-11-25', '2026-11-26'].map((date) => ({ date, kind: 'holiday', name: '停工' }));
  const known = (await openCalendar(ctx), await holidayYears(ctx)).find(({ year }) => year === 2026);
  await inTransaction(ctx, (ctx) =>
    ctx.prisma.holidayYear.create({
      data: {
        year: 2026,
        source: '负载测试',
        days: JSON.stringify([...(known?.days ?? []), ...days]),
        checked: false,
        updatedAt: now,
      },
    }),
  );
}

const say = (text: string) => void process.stdout.write(`${text}\n`);

async function measure(): Promise<boolean> {
  await migrate(`file:${file}`);
  const database = await openDatabase({ url: `file:${file}` });
  const ctx: Context = {
    database,
    actor: { kind: 'system' },
    clock: fixedClock(now),
    locale: 'zh-CN',
    configuration: readConfiguration({}),
    keys: looseKeys(),
    files: directoryFileStore(folder),
    subjects: knownSubjects,
    giveWay: () => Promise.resolve(),
    invalidatePages: () => undefined,
  };
  await fill(ctx);
  const runs = [];
  for (let run = 0; run < 3; run += 1) runs.push(await timed(() => rereadDeadlines(ctx)));
  const best = Math.min(...runs.map((run) => run.milliseconds));
  const { read, moved } = runs[0]?.result ?? { read: 0, moved: -1 };
  say(
    `reread ${read} running clocks, ${moved} moved: best of three ${best} ms (bound ${boundMilliseconds} ms)`,
  );
  const escalation = await timed(() => escalateOverdue(ctx));
  say(`looked for steps that are due: ${escalation.result} taken in ${escalation.milliseconds} ms`);
  await enterHolidays(ctx);
  const all = await timed(() => rereadDeadlines(ctx));
  say(
    `reread after two holidays were entered: ${all.result.moved} moved and queued anew in ${all.milliseconds} ms`,
  );
  const again = await rereadDeadlines(ctx);
  await database.close();
  const right = read === orders && moved === 0 && all.result.moved === orders && again.moved === 0;
  return right && best <= boundMilliseconds;
}

const good = await measure();
rmSync(folder, { recursive: true, force: true });
if (!good) process.exitCode = 1;
