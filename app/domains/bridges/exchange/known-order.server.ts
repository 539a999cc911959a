import type { ReadContext } from '../../context';
import { orderOfOwnNumber, orderOfSystem } from '../../workorders/index.server';
import type { ExchangedOrder } from '../../workorders/index.server';
import type { LineFault, NumberedRow } from '../rules/exchange/read-rows';
import { sourceOfOwn } from '../rules/exchange/columns';
import { readDate } from '../rules/open311/w3c-dates';

const inSeconds = (instant: Date) => Math.floor(instant.getTime() / 1000);

/**
 * The order from which the row was exported. Two portals give the same numbers, being day and serial: the row has to
 * name its source, and to agree in the instant and the title as well.
 */
async function exportedOrder(ctx: ReadContext, row: NumberedRow['row']) {
  const { source, service_request_id: number } = row;
  const requested = readDate(row.requested_datetime);
  if (source === '') return { same: null, alike: null };
  const alike =
    source === sourceOfOwn ? await orderOfOwnNumber(ctx, number) : await orderOfSystem(ctx, source, [number]);
  const title = row.description.split('\n', 1)[0]?.trim();
  const isSame =
    alike !== null &&
    requested !== null &&
    inSeconds(requested) === inSeconds(alike.createdAt) &&
    title === alike.title.trim();
  return { same: isSame ? alike : null, alike };
}

const mostZeros = 12;

/** A number without the zeros that a spreadsheet drops is no new number. */
async function withItsZeros(ctx: ReadContext, system: string, { row, wasGuarded }: NumberedRow) {
  const number = row.service_request_id;
  if (wasGuarded || !/^\d+$/.test(number)) return null;
  const candidates = Array.from({ length: mostZeros }, (_, index) => '0'.repeat(index + 1) + number);
  const found = await orderOfSystem(ctx, system, candidates);
  return found?.externalNumber ?? null;
}

/**
 * The order that a row is about: the one it was exported from, else the one that carries the number in the system that
 * was named. Numbers of another system are never taken for our own. Null where it is new; a fault where that is not
 * certain.
 */
export async function knownOrder(
  ctx: ReadContext,
  system: string,
  numbered: NumberedRow,
): Promise<{ order: ExchangedOrder | null } | { fault: Omit<LineFault, 'line'> }> {
  const { row } = numbered;
  const number = row.service_request_id;
  const { same, alike } = await exportedOrder(ctx, row);
  if (same) return { order: same };
  const order = await orderOfSystem(ctx, system, [number]);
  if (order) return { order };
  if (alike && system === defaultSystem)
    return { fault: { key: 'csv.other-system', params: { number, source: row.source } } };
  const known = await withItsZeros(ctx, system, numbered);
  return known === null ? { order: null } : { fault: { key: 'csv.lost-zeros', params: { number, known } } };
}

/** The hotline, whose numbers a table carries where nobody says otherwise. */
export const defaultSystem = '12345';
