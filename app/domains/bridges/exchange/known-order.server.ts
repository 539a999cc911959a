import type { LineFault, NumberedRow } from '../rules/exchange/read-rows';
import { sourceOfOwn } from '../rules/exchange/columns';
import { readDate } from '../rules/open311/w3c-dates';
import type { Transaction } from '~/platform/db/database.server';

const columns = {
  id: true,
  areaId: true,
  state: true,
  version: true,
  number: true,
  title: true,
  createdAt: true,
} as const;

export interface KnownOrder {
  id: string;
  areaId: string;
  state: string;
  version: number;
}

const inSeconds = (instant: Date) => Math.floor(instant.getTime() / 1000);

/**
 * The order from which the row was exported. Two portals give the same numbers, being day and serial: the row has to
 * name its source, and to agree in the instant and the title as well.
 */
async function exportedOrder(tx: Transaction, row: NumberedRow['row']) {
  const { source, service_request_id: number } = row;
  const requested = readDate(row.requested_datetime);
  if (source === '') return { same: null, alike: null };
  const where = source === sourceOfOwn ? { number } : { externalSystem: source, externalNumber: number };
  const alike = await tx.prisma.workOrder.findFirst({ where, select: columns });
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
async function withItsZeros(tx: Transaction, system: string, { row, wasGuarded }: NumberedRow) {
  const number = row.service_request_id;
  if (wasGuarded || !/^\d+$/.test(number)) return null;
  const candidates = Array.from({ length: mostZeros }, (_, index) => '0'.repeat(index + 1) + number);
  const found = await tx.prisma.workOrder.findFirst({
    where: { externalSystem: system, externalNumber: { in: candidates } },
    select: { externalNumber: true },
  });
  return found?.externalNumber ?? null;
}

/**
 * The order that a row is about: the one it was exported from, else the one that carries the number in the system that
 * was named. Numbers of another system are never taken for our own. Null where it is new; a fault where that is not
 * certain.
 */
export async function knownOrder(
  tx: Transaction,
  system: string,
  numbered: NumberedRow,
): Promise<{ order: KnownOrder | null } | { fault: Omit<LineFault, 'line'> }> {
  const { row } = numbered;
  const number = row.service_request_id;
  const { same, alike } = await exportedOrder(tx, row);
  if (same) return { order: same };
  const order = await tx.prisma.workOrder.findUnique({
    where: { externalSystem_externalNumber: { externalSystem: system, externalNumber: number } },
    select: columns,
  });
  if (order) return { order };
  if (alike && system === defaultSystem)
    return { fault: { key: 'csv.other-system', params: { number, source: row.source } } };
  const known = await withItsZeros(tx, system, numbered);
  return known === null ? { order: null } : { fault: { key: 'csv.lost-zeros', params: { number, known } } };
}

/** The hotline, whose numbers a table carries where nobody says otherwise. */
export const defaultSystem = '12345';
