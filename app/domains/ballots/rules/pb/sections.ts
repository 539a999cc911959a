import type { Remarks } from './remarks';
import type { FieldRow } from '~/lib/csv/field-rows';

const sectionNames = ['META', 'PROJECTS', 'VOTES'] as const;
export type SectionName = (typeof sectionNames)[number];

export interface Section {
  line: number;
  /** Column names, trimmed. */
  columns: string[];
  rows: FieldRow[];
}

export type Sections = Record<SectionName, Section>;

/** The three sections with their headers; null, with the faults noted, where one is missing or has no usable header. */
export function splitSections(rows: FieldRow[], remarks: Remarks): Sections | null {
  const found: Partial<Record<SectionName, FieldRow[]>> = {};
  const lines: Partial<Record<SectionName, number>> = {};
  let current: FieldRow[] | null = null;
  for (const row of rows) {
    const name = sectionNameOf(row);
    if (name) {
      if (found[name]) remarks.fault(row.line, 'section-repeated', name);
      current = found[name] ??= [];
      lines[name] ??= row.line;
    } else if (current) current.push(row);
    else remarks.fault(row.line, 'outside-section', row.fields.slice(0, 20).join(';'));
  }
  const lastLine = rows.at(-1)?.line ?? 1;
  const sectionOf = (name: SectionName): Section | null => {
    const rows = found[name] ?? [];
    const line = lines[name];
    if (line === undefined) remarks.fault(lastLine, 'section-missing', name);
    if (line === undefined) return null;
    if (name === 'META' && hasNoHeader(rows)) return headless(line, rows, remarks);
    const [header, ...body] = rows;
    return { line, columns: columnsOf(header, line, remarks), rows: body };
  };
  const [META, PROJECTS, VOTES] = [sectionOf('META'), sectionOf('PROJECTS'), sectionOf('VOTES')];
  if (!META || !PROJECTS || !VOTES) return null;
  requireColumns(META, ['key', 'value'], remarks);
  requireColumns(PROJECTS, ['project_id', 'cost'], remarks);
  requireColumns(VOTES, ['voter_id', 'vote'], remarks);
  return remarks.faults.length > 0 ? null : { META, PROJECTS, VOTES };
}

/** Older files begin META with its first key: without a column that is called so, the row is one of its own. */
function hasNoHeader([first]: FieldRow[]): boolean {
  return first === undefined || !first.fields.some((field) => nameSpelled(field) === 'key');
}

function headless(line: number, rows: FieldRow[], remarks: Remarks): Section {
  const [first] = rows;
  if (first) remarks.notice(first.line, 'meta-without-header', first.fields[0]);
  return { line, columns: ['key', 'value'], rows };
}

/** A section's name stands alone on its line; spreadsheets leave empty fields behind it. */
function sectionNameOf(row: FieldRow): SectionName | undefined {
  const [first, ...others] = row.fields;
  if (others.some((field) => field.trim() !== '')) return undefined;
  return sectionNames.find((name) => name === first?.trim().toUpperCase());
}

/** A name of the format in whatever spelling: "Vote Type" is vote_type. */
export function nameSpelled(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '_');
}

const readColumns = new Set(['key', 'value', 'project_id', 'cost', 'voter_id', 'vote', 'points', 'name']);

/** Pabulib's own files have about twenty. */
const mostColumns = 200;

function columnsOf(header: FieldRow | undefined, line: number, remarks: Remarks): string[] {
  const columns = (header?.fields ?? []).map((field) => {
    const name = nameSpelled(field);
    return readColumns.has(name) ? name : field.trim();
  });
  while (columns.at(-1) === '') columns.pop();
  if (columns.length > mostColumns) {
    remarks.fault(header?.line ?? line, 'too-many-fields', columns[mostColumns]);
    return columns.slice(0, mostColumns);
  }
  const repeated = columns.find((column, index) => columns.indexOf(column) !== index);
  if (repeated !== undefined) remarks.fault(header?.line ?? line, 'column-repeated', repeated);
  return columns;
}

function requireColumns(section: Section, required: string[], remarks: Remarks): void {
  for (const column of required) {
    if (!section.columns.includes(column)) remarks.fault(section.line + 1, 'column-missing', column);
  }
}

/** The row's values by column, trimmed; missing ones at the end are empty. Null, noted as a fault, for too many. */
export function valuesOf(row: FieldRow, columns: string[], remarks: Remarks): Map<string, string> | null {
  const extra = row.fields.slice(columns.length).find((field) => field.trim() !== '');
  if (extra !== undefined) {
    remarks.fault(row.line, 'too-many-fields', extra);
    return null;
  }
  return new Map(columns.map((column, index) => [column, (row.fields[index] ?? '').trim()]));
}
