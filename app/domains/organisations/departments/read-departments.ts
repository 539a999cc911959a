import { z } from 'zod';
import { organisationSchema } from '../schema';
import { isSpoiltNumber, unguarded } from '~/lib/csv/cells';
import type { CsvReading, CsvRecord } from '~/lib/csv/read-csv';
import { linesTwice } from '~/lib/csv/lines-twice';
import { tableFaults } from '~/lib/csv/table-faults';
import { cutText } from '~/lib/texts/cut-text';

/** The columns of a list of departments, for export and import; `mail` is never written. */
export const departmentColumns = ['credit_code', 'name', 'area', 'about', 'contact'] as const;
const mailColumn = 'mail';

export interface DepartmentFault {
  line: number;
  /** A key of the catalogue `departments`. */
  fault: string;
  value: string;
}

export interface DepartmentLine {
  line: number;
  creditCode: string;
  name: string;
  /** A division code, or the name of an area. */
  area: string;
  /** What the department is for, and answers for. */
  about: string;
  contact: string;
  /** Who is invited to act for a department that is new; empty where nobody is. */
  mail: string;
}

/** A province has fewer at one level. */
export const mostDepartments = 1000;
export const mostDepartmentFaults = 200;

const { creditCode, name, about, contact } = organisationSchema.shape;
const cells = {
  ...{ credit_code: creditCode, name, about, contact },
  area: z.string().min(1).max(60),
  mail: z.union([z.literal(''), z.email().max(254)]),
};

function readLine({ line, cells: given }: CsvRecord): DepartmentLine | DepartmentFault {
  const raw = (column: string) => given[column] ?? '';
  const cell = (column: string) => unguarded(raw(column)).trim();
  if (isSpoiltNumber(cell('credit_code'), cell('credit_code') !== raw('credit_code')))
    return { line, fault: 'fault.spoilt', value: cell('credit_code') };
  for (const column of [...departmentColumns, mailColumn] as const)
    if (!cells[column].safeParse(cell(column)).success)
      return { line, fault: `fault.${column}`, value: cutText(cell(column), 100) };
  return {
    ...{ line, creditCode: creditCode.parse(cell('credit_code')), name: name.parse(cell('name')) },
    ...{ area: cell('area'), about: about.parse(cell('about')), contact: contact.parse(cell('contact')) },
    mail: cell('mail').toLowerCase(),
  };
}

const doubles = (lines: readonly DepartmentLine[]): DepartmentFault[] =>
  linesTwice(lines, ({ creditCode }) => creditCode).map((one) => ({ ...one, fault: 'fault.double' }));

/** The lines of a list of departments, and each fault with its line. */
export function readDepartments(reading: CsvReading): { lines: DepartmentLine[]; faults: DepartmentFault[] } {
  const whole = (fault: string, value = '') => ({ lines: [], faults: [{ line: 1, fault, value }] });
  if (!reading.ok)
    return {
      lines: [],
      faults: reading.faults.map(({ line, fault, detail }) => ({
        ...{ line, fault: tableFaults[fault], value: detail },
      })),
    };
  const missing = departmentColumns.filter(
    (column) => column !== 'contact' && !reading.columns.includes(column),
  );
  if (missing.length > 0) return whole('fault.columns', missing.join(', '));
  if (reading.records.length === 0) return whole('fault.empty');
  const read = reading.records.map(readLine);
  const lines = read.filter((one): one is DepartmentLine => !('fault' in one));
  const faults = read.filter((one): one is DepartmentFault => 'fault' in one);
  return { lines, faults: [...faults, ...doubles(lines)] };
}
