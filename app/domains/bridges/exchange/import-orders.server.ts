import { setTimeout as pause } from 'node:timers/promises';
import type { Context, ReadContext, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { readCategories } from '../../categories/index.server';
import type { CategoryRow } from '../../categories/index.server';
import { DomainError, ensure } from '../../domain-error';
import { applyStatus } from '../inbound/apply-status.server';
import { appendEvent } from '../../ledger/index.server';
import { exchangedOrder, registerImportedOrder } from '../../workorders/index.server';
import type { ExchangedOrder } from '../../workorders/index.server';
import { bridgeEvents } from '../events';
import { mayExchangeOrders } from '../policy';
import { areasOfPoints } from '../areas-of-points.server';
import { mostRows, readRows } from '../rules/exchange/read-rows';
import type { LineFault, NumberedRow } from '../rules/exchange/read-rows';
import { statusOfOrder } from '../rules/open311/statuses';
import { readDate } from '../rules/open311/w3c-dates';
import { titleAndBody } from '../rules/title-and-body';
import { knownOrder } from './known-order.server';
import { isWithin } from '../../actor';
import { departmentsByName } from '../../organisations/index.server';
import { areasNamed } from '../../territory/index.server';
import { readTable } from '~/lib/csv/read-xlsx';
import { restMilliseconds } from '~/platform/db/lists/in-steps';
import { isUniqueViolation } from '~/platform/db/unique-violation';
import { newId } from '~/platform/ids';

export interface ImportOrders {
  bytes: Uint8Array;
  areaId: string;
  /** The system whose numbers the table carries. */
  system: string;
  /** Checks everything, by doing it and undoing it. */
  dryRun: boolean;
}

export interface ImportReport {
  encoding: string;
  faults: LineFault[];
  created: number;
  updated: number;
  unchanged: number;
}

/** Undoes a transaction that was a trial, or that met a fault, and carries what was found. */
class Undone extends Error {
  constructor(readonly report: Omit<ImportReport, 'encoding'>) {
    super('undone');
  }
}

interface Importing {
  input: ImportOrders;
  /** Areas by the names that stand as addresses. */
  named: { id: string; name: string }[];
  areaAt: Awaited<ReturnType<typeof areasOfPoints>>;
  departments: ReadonlyMap<string, string>;
  /** Those that can be chosen. */
  categories: CategoryRow[];
}

const placeOf = ({ lat, long }: NumberedRow['row']) => ({ latitude: Number(lat), longitude: Number(long) });

async function prepare(
  ctx: ReadContext,
  input: ImportOrders,
  rows: readonly NumberedRow[],
): Promise<Importing> {
  const places = rows.flatMap(({ row }) => (row.lat === '' ? [] : [placeOf(row)]));
  const addresses = rows.flatMap(({ row: { address } }) => (address === '' ? [] : [address]));
  const [named, areaAt, departments, categories] = await Promise.all([
    areasNamed(ctx, input.areaId, addresses),
    areasOfPoints(ctx, input.areaId, places),
    departmentsByName(ctx),
    readCategories(ctx.database),
  ]);
  return {
    ...{ input, named, areaAt, departments },
    categories: categories.filter(({ retiredAt }) => retiredAt === null),
  };
}

/** By its code or its name in either language. */
function categoryOf({ categories }: Importing, text: string): string | null {
  const known = categories.find(
    ({ id, name, nameEnglish }) => text !== '' && [id, name, nameEnglish].includes(text),
  );
  return known?.id ?? null;
}

/** By the point; without one by the address, where it is the name of one area alone. */
function areaOf({ input, named, areaAt }: Importing, row: NumberedRow['row']): string | null {
  if (row.lat !== '') return areaAt(placeOf(row));
  const same = named.filter(({ name }) => name === row.address);
  return (same.length === 1 && same[0]?.id) || input.areaId;
}

type Result = 'created' | 'updated' | 'unchanged' | Omit<LineFault, 'line'>;

const isClosed = (status: string) => status.toLowerCase() === 'closed';
const isNews = (status: string) => status.toLowerCase() !== 'open';

async function create(
  ctx: TransactionContext,
  importing: Importing,
  { row, serviceCode }: NumberedRow,
): Promise<Result> {
  const { input, departments } = importing;
  const category = categoryOf(importing, row.service_name) ?? categoryOf(importing, serviceCode);
  if (!category) return { key: 'csv.no-service', params: { name: row.service_name } };
  const departmentId = row.agency_responsible === '' ? null : departments.get(row.agency_responsible);
  if (departmentId === undefined)
    return { key: 'csv.no-department', params: { name: row.agency_responsible } };
  if (isClosed(row.status_description))
    return { key: 'csv.closed-new', params: { number: row.service_request_id } };
  const areaId = areaOf(importing, row);
  if (!areaId) return { key: 'csv.not-a-place' };
  const requestedAt = readDate(row.requested_datetime) ?? ctx.clock.now();
  if (requestedAt > ctx.clock.now())
    return { key: 'csv.in-future', params: { column: 'requested_datetime' } };
  const { title, body } = titleAndBody(row.description);
  const isAreaName = importing.named.some(({ id, name }) => id === areaId && name === row.address);
  const id = await registerImportedOrder(ctx, {
    externalSystem: input.system,
    externalNumber: row.service_request_id,
    title,
    description: body,
    category,
    areaId,
    latitude: row.lat === '' ? null : Number(row.lat),
    longitude: row.long === '' ? null : Number(row.long),
    place: row.address === '' || isAreaName ? null : row.address,
    requestedAt,
    departmentId,
  });
  await keepStatus(ctx, importing, { id, title, areaId, departmentId, row });
  return 'created';
}

/** How far the order was where it comes from: done where a table of statuses says how, else told in its history. */
async function keepStatus(
  ctx: TransactionContext,
  { input }: Importing,
  made: { id: string; title: string; areaId: string; departmentId: string | null; row: NumberedRow['row'] },
): Promise<void> {
  const { id, title, areaId, departmentId, row } = made;
  const { status_description: status, service_subtype: finer } = row;
  const source = await ctx.prisma.inboundSource.findUnique({ where: { name: input.system } });
  if (source && isNews(status)) {
    const message = { type: 'work_order.status' as const, data: { number: row.service_request_id, status } };
    if ((await applyStatus(ctx, source, message)).outcome === 'applied') return;
  }
  const words = isNews(status) ? status : finer;
  if (words === '' || words === 'registered' || words === 'dispatched') return;
  await appendEvent(ctx, bridgeEvents, {
    type: 'bridge.order-followed',
    subjectKind: 'work-order',
    subjectId: id,
    areaId,
    publicData: { title, target: input.system, status: words },
    privateData: { departmentId },
  });
}

/** Brings an order up to date by what its status means in the table of the source of that name. */
async function update(
  ctx: TransactionContext,
  { input }: Importing,
  { order, numbered }: { order: ExchangedOrder; numbered: NumberedRow },
): Promise<Result> {
  const { row } = numbered;
  const number = row.service_request_id;
  if (!isWithin(order.areaId, input.areaId)) return { key: 'csv.other-area', params: { number } };
  const status = row.status_description;
  const told: Partial<Record<string, string>> = statusOfOrder;
  if (!isNews(status) || status.toLowerCase() === told[order.state]) return 'unchanged';
  const source = await ctx.database.read.inboundSource.findUnique({ where: { name: input.system } });
  if (!source) return { key: 'csv.no-status', params: { status } };
  const report = row.status_notes === '' ? {} : { report: row.status_notes };
  const done = await applyStatus(ctx, source, {
    type: 'work_order.status',
    data: { number, status, ...report },
  });
  if (done.outcome === 'unmapped') return { key: 'csv.no-status', params: { status } };
  if (done.outcome === 'ignored') return 'unchanged';
  if (done.outcome !== 'applied') return { key: 'csv.refused', params: { detail: done.detail ?? number } };
  const after = await exchangedOrder(ctx, order.id);
  return after?.version === order.version ? 'unchanged' : 'updated';
}

async function importAll(ctx: TransactionContext, importing: Importing, rows: readonly NumberedRow[]) {
  const report = { faults: [] as LineFault[], created: 0, updated: 0, unchanged: 0 };
  for (const numbered of rows) {
    const known = await knownOrder(ctx, importing.input.system, numbered);
    if ('fault' in known) {
      report.faults.push({ line: numbered.line, ...known.fault });
      continue;
    }
    const { order } = known;
    const result = order
      ? await update(ctx, importing, { order, numbered })
      : await create(ctx, importing, numbered);
    if (typeof result === 'string') report[result] += 1;
    else report.faults.push({ line: numbered.line, ...result });
  }
  return report;
}

type Done = Omit<ImportReport, 'encoding'>;

const added = (parts: readonly Done[]): Done => ({
  faults: parts.flatMap(({ faults }) => faults),
  created: parts.reduce((sum, part) => sum + part.created, 0),
  updated: parts.reduce((sum, part) => sum + part.updated, 0),
  unchanged: parts.reduce((sum, part) => sum + part.unchanged, 0),
});

/** Lines of one transaction. */
const together = 25;

interface Lines {
  rows: readonly NumberedRow[];
  trial: boolean;
}

/** Does a few lines, and undoes them where it is a trial or one of them has a fault. */
async function someLines(ctx: Context, importing: Importing, { rows, trial }: Lines): Promise<Done> {
  try {
    return await inTransaction(ctx, async (ctx) => {
      const done = await importAll(ctx, importing, rows);
      if (done.faults.length > 0 || trial) throw new Undone(done);
      return done;
    });
  } catch (error) {
    if (error instanceof Undone) return error.report;
    // Of two that import the same line at once the other has made the order meanwhile.
    if (isUniqueViolation(error) || (error instanceof DomainError && error.code === 'conflict'))
      throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    throw error;
  }
}

/** All lines, a few at a time, so that others write in between; ends after the first few with a fault unless it is a trial. */
async function allLines(ctx: Context, importing: Importing, { rows, trial }: Lines): Promise<Done> {
  const parts: Done[] = [];
  for (let at = 0; at < rows.length; at += together) {
    if (at > 0) await pause(restMilliseconds);
    const part = await someLines(ctx, importing, { rows: rows.slice(at, at + together), trial });
    parts.push(part);
    if (part.faults.length > 0 && !trial) return { ...added(parts.slice(0, -1)), faults: part.faults };
  }
  return added(parts);
}

/**
 * Imports a table of orders: first a trial that does every line and undoes it; nothing is imported where that finds a
 * fault. Then a few lines at a time, each for good: an import that was broken off is run again, and finds what it
 * made before unchanged. Throws `forbidden` where the actor may not exchange orders there.
 */
export async function importOrders(ctx: Context, input: ImportOrders): Promise<ImportReport> {
  ensure(mayExchangeOrders(ctx.actor, input.areaId));
  const { encoding, rows, faults } = readRows(await readTable(input.bytes, { mostRows }));
  if (faults.length > 0) return { encoding, faults, created: 0, updated: 0, unchanged: 0 };
  const prepared = await prepare(ctx, input, rows);
  const trial = await allLines(ctx, prepared, { rows, trial: true });
  if (input.dryRun) return { encoding, ...trial };
  if (trial.faults.length > 0)
    return { encoding, faults: trial.faults, created: 0, updated: 0, unchanged: 0 };
  const done = await allLines(ctx, prepared, { rows, trial: false });
  await inTransaction(ctx, (ctx) =>
    appendEvent(ctx, bridgeEvents, {
      type: 'bridge.orders-imported',
      subjectKind: 'order-import',
      subjectId: newId(ctx.clock.now()),
      areaId: input.areaId,
      publicData: { title: input.system, count: done.created + done.updated },
    }),
  );
  return { encoding, ...done };
}
