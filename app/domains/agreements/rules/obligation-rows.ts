import { dayIn, isDay, endOfDay } from '~/lib/time/days';
import type { FieldValues } from '~/lib/form-state';
import { dueDayFault } from './due-days';
import type { DueBounds } from './due-days';
import { fenOfYuan } from '~/lib/numbers/yuan';

/** As many rows as one agreement may have. */
export const mostObligations = 60;

export const obligationColumns = ['party', 'what', 'due', 'amount', 'payer'] as const;
export type ObligationColumn = (typeof obligationColumns)[number];

/** The name of a field of the form: `what.3` is what the third row says is done. */
export const fieldOf = (column: ObligationColumn, row: number) => `${column}.${row}`;

export interface ObligationRow {
  organisationId: string;
  text: string;
  dueAt: Date | null;
  /** In fen. */
  amountFen: bigint | null;
  payerId: string | null;
}

/** No promise is of ten billion yuan. */
const mostFen = 10n ** 12n;

/** What was typed as yuan, in fen; null where it is no such amount. */
export function fenOf(text: string): bigint | null {
  const fen = fenOfYuan(text);
  return fen !== null && fen < mostFen ? fen : null;
}

export function yuanOf(fen: bigint): string {
  const parts = fen % 100n;
  return `${fen / 100n}${parts === 0n ? '' : `.${String(parts).padStart(2, '0')}`}`;
}

export interface RowFault {
  field: string;
  reason: string;
}

export type RowsRead = { ok: true; rows: ObligationRow[] } | { ok: false; fault: RowFault };

/** Which fault a row has, if any. A row in which nothing stands is passed over. */
function faultOf(
  row: Record<ObligationColumn, string>,
  at: number,
  partyIds: readonly string[],
): RowFault | null {
  const fault = (column: ObligationColumn, reason: string) => ({ field: fieldOf(column, at), reason });
  if (!partyIds.includes(row.party)) return fault('party', 'agreements.row-party');
  if (row.what.length < 2) return fault('what', 'agreements.row-what');
  if (row.due !== '' && !isDay(row.due)) return fault('due', 'agreements.no-such-day');
  if (row.amount !== '' && !fenOf(row.amount)) return fault('amount', 'agreements.row-amount');
  if (row.payer === '') return null;
  if (!partyIds.includes(row.payer) || row.payer === row.party) return fault('payer', 'agreements.row-payer');
  return row.amount === '' ? fault('amount', 'agreements.row-amount') : null;
}

interface RowsAsked extends DueBounds {
  partyIds: readonly string[];
  timeZone: string;
}

/**
 * Reads the rows of the form: who does what by when, and for how much. Days end by the clock of the zone, and a day that
 * is none (2027-02-30), is over or comes after the last one of the agreement is refused at its field, as is a party that
 * is not one of those chosen.
 */
export function readObligationRows(
  given: Readonly<Record<string, string>>,
  { partyIds, timeZone, ...bounds }: RowsAsked,
): RowsRead {
  const rows: ObligationRow[] = [];
  for (let at = 1; at <= mostObligations; at += 1) {
    const cell = (column: ObligationColumn) => (given[fieldOf(column, at)] ?? '').trim();
    const row = {
      party: cell('party'),
      what: cell('what'),
      due: cell('due'),
      amount: cell('amount'),
      payer: cell('payer'),
    };
    if (row.what === '' && row.due === '' && row.amount === '') continue;
    const fault = faultOf(row, at, partyIds);
    if (fault) return { ok: false, fault };
    const dueAt = row.due === '' ? null : endOfDay(row.due, timeZone);
    const reason = dueDayFault({ organisationId: row.party, dueAt }, bounds);
    if (reason) return { ok: false, fault: { field: fieldOf('due', at), reason } };
    rows.push({
      organisationId: row.party,
      text: row.what,
      dueAt,
      amountFen: row.amount === '' ? null : fenOf(row.amount),
      payerId: row.payer === '' ? null : row.payer,
    });
  }
  return { ok: true, rows };
}

/** The fields that `readObligationRows` reads back to the same rows. */
export function obligationFields(rows: readonly ObligationRow[], timeZone: string): FieldValues {
  const fields: FieldValues = {};
  for (const [index, { organisationId, text, dueAt, amountFen, payerId }] of rows.entries()) {
    const cells = {
      party: organisationId,
      what: text,
      due: dueAt ? dayIn(dueAt, timeZone) : '',
      amount: amountFen === null ? '' : yuanOf(amountFen),
      payer: payerId ?? '',
    };
    for (const column of obligationColumns) fields[fieldOf(column, index + 1)] = cells[column];
  }
  return fields;
}
