import { quoted, UnreadableCouncil } from './unreadable-council';
import type { CouncilFile } from './unreadable-council';
import { readCsv } from '~/lib/csv/read-csv';
import type { CsvFault, CsvRecord } from '~/lib/csv/read-csv';

export interface CouncilTable {
  columns: readonly string[];
  records: readonly CsvRecord[];
}

/**
 * Reads a table in UTF-8, UTF-16 or GB18030, with commas, tabs or semicolons. Throws UnreadableCouncil for what is no
 * table, is too long, or lacks one of `needed` columns.
 */
export function readTable(
  file: CouncilFile,
  bytes: Uint8Array,
  { mostRows, needed }: { mostRows: number; needed: readonly string[] },
): CouncilTable {
  const reading = readCsv(bytes, { mostRows, ownNames: true });
  if (!reading.ok) {
    const [fault] = reading.faults;
    const column = fault?.fault === 'double-column' ? { column: fault.detail } : {};
    throw new UnreadableCouncil(
      file,
      { line: fault?.line ?? 1, ...column },
      fault ? wordsOf(fault) : 'broken',
    );
  }
  const { columns, records } = reading;
  if (columns.every((name) => name === ''))
    throw new UnreadableCouncil(file, { line: 1 }, 'the file is empty');
  for (const name of needed)
    if (!columns.includes(name))
      throw new UnreadableCouncil(file, { line: 1, column: name }, `there is no column ${quoted(name)}`);
  return { columns, records };
}

function wordsOf(fault: CsvFault): string {
  switch (fault.fault) {
    case 'mixed-encoding':
      return `the line is not in ${fault.detail} as the rest is`;
    case 'too-many-rows':
      return `more than ${fault.detail} rows`;
    case 'too-long-row':
      return `a row of more than ${fault.detail} characters`;
    case 'double-column':
      return `two columns are named ${quoted(fault.detail)}`;
    case 'not-csv':
      return `no table: ${fault.detail.replace(/ at line \d+.*$/s, '')}`;
  }
}
