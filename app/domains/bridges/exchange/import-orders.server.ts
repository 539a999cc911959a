import type { Context } from '../../context';
import { categories } from '../../categories';
import { DomainError, ensure } from '../../domain-error';
import { applyStatus } from '../inbound/apply-status.server';
import { appendEvent } from '../../ledger/index.server';
import { registerImportedOrder } from '../../workorders/index.server';
import { bridgeEvents } from '../events';
import { mayExchangeOrders } from '../policy';
import { areaOfPoint } from '../rules/area-of-point';
import type { MappedArea } from '../rules/area-of-point';
import { readRows } from '../rules/exchange/read-rows';
import type { LineFault, NumberedRow } from '../rules/exchange/read-rows';
import { statusOfOrder } from '../rules/open311/statuses';
import { readDate } from '../rules/open311/w3c-dates';
import { titleAndBody } from '../rules/title-and-body';
import { withinTransaction } from '../../within-transaction';
import { knownOrder } from './known-order.server';
import type { KnownOrder } from './known-order.server';
import { textIn } from '~/i18n/catalogue';
import { proposals } from '~/i18n/proposals';
import { isWithin } from '../../actor';
import { within } from '~/platform/db/area-scope';
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
  ctx: Context;
  input: ImportOrders;
  areas: (MappedArea & { name: string })[];
  departments: Map<string, string>;
}

const reach = 30;

async function prepare(ctx: Context, input: ImportOrders): Promise<Importing> {
  const [areas, departments] = await Promise.all([
    ctx.database.read.area.findMany({
      where: { id: within(input.areaId) },
      select: { id: true, name: true, bounds: true, latitude: true, longitude: true },
    }),
    ctx.database.read.organisation.findMany({
      where: { kind: 'department', state: 'verified' },
      select: { id: true, name: true },
    }),
  ]);
  return { ctx, input, areas, departments: new Map(departments.map(({ id, name }) => [name, id])) };
}

function categoryOf(name: string): string | null {
  const both = (['zh-CN', 'en'] as const).map((locale) => textIn(locale, proposals));
  const code = categories.find(
    (known) => known === name || both.some((t) => t(`category.${known}`).trim() === name),
  );
  return code ?? null;
}

/** By the point; without one by the address, where it is the name of one area alone. */
function areaOf({ input, areas }: Importing, { lat, long, address }: NumberedRow['row']): string | null {
  if (lat === '') {
    const named = address === '' ? [] : areas.filter(({ name }) => name === address);
    return (named.length === 1 && named[0]?.id) || input.areaId;
  }
  const found = areaOfPoint(areas, { latitude: Number(lat), longitude: Number(long) }, reach);
  return found === 'unmapped' ? input.areaId : (found?.areaId ?? null);
}

type Result = 'created' | 'updated' | 'unchanged' | Omit<LineFault, 'line'>;

const isClosed = (status: string) => status.toLowerCase() === 'closed';
const isNews = (status: string) => status.toLowerCase() !== 'open';

async function create(
  importing: Importing,
  tx: Parameters<typeof registerImportedOrder>[0],
  { row, serviceCode }: NumberedRow,
): Promise<Result> {
  const { ctx, input, departments } = importing;
  const category = categoryOf(row.service_name) ?? categoryOf(serviceCode);
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
  const isAreaName = importing.areas.some(({ id, name }) => id === areaId && name === row.address);
  const id = await registerImportedOrder(tx, ctx, {
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
  await keepStatus(importing, tx, { id, title, areaId, row });
  return 'created';
}

/** How far the order was where it comes from: done where a table of statuses says how, else told in its history. */
async function keepStatus(
  importing: Importing,
  tx: Parameters<typeof registerImportedOrder>[0],
  made: { id: string; title: string; areaId: string; row: NumberedRow['row'] },
): Promise<void> {
  const { ctx, input } = importing;
  const { id, title, areaId, row } = made;
  const { status_description: status, service_subtype: finer } = row;
  const source = await tx.prisma.inboundSource.findUnique({ where: { name: input.system } });
  if (source && isNews(status)) {
    const message = { type: 'work_order.status' as const, data: { number: row.service_request_id, status } };
    if ((await applyStatus(ctx, source, message)).outcome === 'applied') return;
  }
  const words = isNews(status) ? status : finer;
  if (words === '' || words === 'registered' || words === 'dispatched') return;
  await appendEvent(tx, ctx, bridgeEvents, {
    type: 'bridge.order-followed',
    subjectKind: 'work-order',
    subjectId: id,
    areaId,
    publicData: { title, target: input.system, status: words },
  });
}

/** Brings an order up to date by what its status means in the table of the source of that name. */
async function update({ ctx, input }: Importing, order: KnownOrder, { row }: NumberedRow): Promise<Result> {
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
  const after = await ctx.database.read.workOrder.findUniqueOrThrow({ where: { id: order.id } });
  return after.version === order.version ? 'unchanged' : 'updated';
}

async function importAll(
  importing: Importing,
  tx: Parameters<typeof registerImportedOrder>[0],
  rows: readonly NumberedRow[],
) {
  const report = { faults: [] as LineFault[], created: 0, updated: 0, unchanged: 0 };
  for (const numbered of rows) {
    const known = await knownOrder(tx, importing.input.system, numbered);
    if ('fault' in known) {
      report.faults.push({ line: numbered.line, ...known.fault });
      continue;
    }
    const { order } = known;
    const result = order ? await update(importing, order, numbered) : await create(importing, tx, numbered);
    if (typeof result === 'string') report[result] += 1;
    else report.faults.push({ line: numbered.line, ...result });
  }
  return report;
}

/**
 * Imports a table of orders in one transaction: all lines or none. A trial does the same and undoes it, so that it
 * finds what the import would find. Throws `forbidden` where the actor may not exchange orders there.
 */
export async function importOrders(ctx: Context, input: ImportOrders): Promise<ImportReport> {
  ensure(mayExchangeOrders(ctx.actor, input.areaId));
  const { encoding, rows, faults } = readRows(input.bytes);
  if (faults.length > 0) return { encoding, faults, created: 0, updated: 0, unchanged: 0 };
  const prepared = await prepare(ctx, input);
  try {
    const report = await ctx.database.transaction(async (tx) => {
      const done = await importAll({ ...prepared, ctx: withinTransaction(ctx, tx) }, tx, rows);
      if (done.faults.length > 0 || input.dryRun) throw new Undone(done);
      await appendEvent(tx, ctx, bridgeEvents, {
        type: 'bridge.orders-imported',
        subjectKind: 'order-import',
        subjectId: newId(ctx.clock.now()),
        areaId: input.areaId,
        publicData: { title: input.system, count: done.created + done.updated },
      });
      return done;
    });
    return { encoding, ...report };
  } catch (error) {
    if (error instanceof Undone) return { encoding, ...error.report };
    if (error instanceof DomainError && error.code === 'conflict')
      throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    throw error;
  }
}
