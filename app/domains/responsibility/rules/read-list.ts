import { z } from 'zod';
import { entryKey } from '../schema';
import type { EntryInput } from '../schema';
import { categoryCode } from '../../categories/schema';
import { unguarded } from '~/lib/csv/cells';
import type { CsvReading, CsvRecord } from '~/lib/csv/read-csv';
import { linesTwice } from '~/lib/csv/lines-twice';
import { tableFaults } from '~/lib/csv/table-faults';
import { areaLevels, readCode } from '~/lib/geo/division-code';
import { numberField } from '~/lib/numbers/number-field';
import { plainWidth } from '~/lib/texts/plain-width';

/** The columns of a list as CSV, for export and import. */
export const listColumns = [
  'area_code',
  'category',
  'level',
  'department_code',
  'department',
  'basis',
  'days',
] as const;

export interface LineFault {
  line: number;
  /** A key of the catalogue `responsibility`. */
  fault: string;
  value: string;
}

export interface ListLine extends Omit<EntryInput, 'reason' | 'departmentId'> {
  line: number;
  /** Unified social credit code of the department. */
  departmentCode: string;
}

const columnSchema = {
  category: categoryCode,
  level: z.union([z.literal(''), z.enum(areaLevels)]),
  department_code: z.string().min(1).max(40),
  basis: z.string().min(4).max(300),
  days: z.union([z.literal(''), numberField(z.number().int().min(1).max(365))]),
};

function readLine({ line, cells }: CsvRecord): ListLine | LineFault {
  const cell = (name: string) => unguarded(cells[name] ?? '').trim();
  const place = readCode(plainWidth(cell('area_code')));
  if (!place) return { line, fault: 'fault.area_code', value: cell('area_code') };
  for (const [name, schema] of Object.entries(columnSchema))
    if (!schema.safeParse(cell(name)).success) return { line, fault: `fault.${name}`, value: cell(name) };
  const days = columnSchema.days.parse(cell('days'));
  return {
    line,
    areaId: place.id,
    category: columnSchema.category.parse(cell('category')),
    level: columnSchema.level.parse(cell('level')),
    departmentCode: plainWidth(cell('department_code')),
    basis: cell('basis'),
    days: days === '' ? undefined : days,
  };
}

/** A city's list has some thousand lines. */
export const mostLines = 5000;
/** More faults than these are not named at once. */
export const mostFaults = 200;

const needed = listColumns.filter((name) => name !== 'department');

/** The lines of a responsibility list, and each fault with its line. */
export function readList(reading: CsvReading): { lines: ListLine[]; faults: LineFault[] } {
  if (!reading.ok)
    return {
      lines: [],
      faults: reading.faults.map(({ line, fault, detail }) => ({
        line,
        fault: tableFaults[fault],
        value: detail,
      })),
    };
  if (reading.records.length === 0)
    return { lines: [], faults: [{ line: 1, fault: 'fault.empty', value: '' }] };
  const missing = needed.filter((name) => !reading.columns.includes(name));
  if (missing.length > 0)
    return { lines: [], faults: [{ line: 1, fault: 'fault.columns', value: missing.join(', ') }] };
  const read = reading.records.map(readLine);
  const lines = read.filter((one): one is ListLine => !('fault' in one));
  const faults = read.filter((one): one is LineFault => 'fault' in one);
  const all = [...faults, ...doubles(lines)].sort((a, b) => a.line - b.line);
  return { lines, faults: all.slice(0, mostFaults) };
}

const doubles = (lines: readonly ListLine[]): LineFault[] =>
  linesTwice(lines, entryKey).map((one) => ({ ...one, fault: 'fault.double' }));
