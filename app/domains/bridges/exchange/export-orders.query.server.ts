import { categoryNamer } from '../../categories/index.server';
import type { ReadContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { organisationNames } from '../../organisations/index.server';
import { areaNames } from '../../territory/index.server';
import { exchangedOrdersAfter } from '../../workorders/index.server';
import type { ExchangedOrder } from '../../workorders/index.server';
import { mayExchangeOrders } from '../policy';
import { columns, sourceOfOwn } from '../rules/exchange/columns';
import type { BulkRow } from '../rules/exchange/columns';
import { writeDate } from '../rules/open311/w3c-dates';
import { statusOfOrder } from '../rules/open311/statuses';
import { guardedNumber } from '~/lib/csv/cells';
import { byteOrderMark, csvLines } from '~/lib/csv/write-csv';

const batch = 1000;

interface Names {
  areas: Record<string, string>;
  departments: Record<string, string>;
  category: (code: string) => string;
}

function rowOf(order: ExchangedOrder, { areas, departments, category }: Names): BulkRow {
  const date = (instant: Date | null) => (instant ? writeDate(instant) : '');
  const table: Partial<Record<string, string>> = statusOfOrder;
  return {
    service_request_id: order.externalNumber ?? order.number,
    requested_datetime: date(order.createdAt),
    updated_datetime: date(order.updatedAt),
    closed_date: date(order.closedAt ?? order.doneAt),
    status_description: table[order.state] ?? 'open',
    status_notes: order.report ?? '',
    source: order.externalSystem ?? sourceOfOwn,
    service_name: category(order.category),
    service_subtype: order.state,
    description: `${order.title}\n\n${order.description}`,
    agency_responsible: (order.departmentId && departments[order.departmentId]) || '',
    address: order.place ?? areas[order.areaId] ?? '',
    lat: order.latitude === null ? '' : String(order.latitude),
    long: order.longitude === null ? '' : String(order.longitude),
  };
}

/** Numbers of orders are guarded as such: a spreadsheet would make days and powers of ten of them. */
function cellsOf({ service_request_id: number, ...row }: BulkRow) {
  return [{ asIs: guardedNumber(number) }, ...Object.values(row)];
}

/** The area's orders as GeoReport Bulk, piece by piece: with a byte-order mark for Excel, formulas guarded. */
export async function* exportOrders(ctx: ReadContext, areaId: string): AsyncGenerator<string> {
  ensure(mayExchangeOrders(ctx.actor, areaId));
  yield byteOrderMark + csvLines([columns]);
  for await (const rows of rowsOf(ctx, areaId)) yield csvLines(rows.map(cellsOf));
}

/** A workbook is made in one piece, in memory. */
const mostInWorkbook = 50_000;

/** The same as the rows of a sheet, whose cells need no guard. Throws `invalid` where it would be too large. */
export async function orderTable(ctx: ReadContext, areaId: string): Promise<string[][]> {
  ensure(mayExchangeOrders(ctx.actor, areaId));
  const table: string[][] = [[...columns]];
  for await (const rows of rowsOf(ctx, areaId)) {
    table.push(...rows.map((row) => Object.values(row)));
    if (table.length > mostInWorkbook)
      throw new DomainError('invalid', {
        reason: 'bridges.too-many-for-workbook',
        params: { most: mostInWorkbook },
      });
  }
  return table;
}

async function* rowsOf(ctx: ReadContext, areaId: string): AsyncGenerator<BulkRow[]> {
  const category = await categoryNamer(ctx);
  let after: string | undefined;
  for (;;) {
    const orders = await exchangedOrdersAfter(ctx, { areaId, after, most: batch });
    const [areas, departments] = await Promise.all([
      areaNames(
        ctx,
        orders.map((order) => order.areaId),
      ),
      organisationNames(
        ctx,
        orders.flatMap((order) => order.departmentId ?? []),
      ),
    ]);
    if (orders.length > 0) yield orders.map((order) => rowOf(order, { areas, departments, category }));
    if (orders.length < batch) return;
    after = orders.at(-1)?.id;
  }
}
