import type { Person, Quota } from '../council';
import { readTable } from './read-rows';
import { quoted, UnreadableCouncil } from './unreadable-council';
import type { CsvRecord } from '~/lib/csv/read-csv';

export const mostPeople = 20_000;

interface PoolTerms {
  quotas: readonly (Quota & { line: number })[];
  /** At most one member of a panel for each text in this column; blank ones bind nobody. */
  onePer: string | null;
}

/**
 * Reads the people of whom a council is drawn: `id`, a column for each feature of the quotas, and the one of `onePer`;
 * other columns are left aside. Values are compared exactly, but for blanks around them. Throws UnreadableCouncil with
 * the first fault, also for a value that no quota names.
 */
export function readPool(bytes: Uint8Array, { quotas, onePer }: PoolTerms) {
  const features = [...new Set(quotas.map(({ feature }) => feature))];
  const needed = ['id', ...(onePer === null ? [] : [onePer])];
  const { columns, records } = readTable('pool', bytes, { mostRows: mostPeople, needed });
  for (const { feature, line } of quotas)
    if (!columns.includes(feature))
      throw new UnreadableCouncil(
        'quotas',
        { line, column: 'feature' },
        `the pool has no column ${quoted(feature)}`,
      );
  if (records.length === 0) throw new UnreadableCouncil('pool', { line: 1 }, 'there is nobody in the pool');
  const named = new Map(features.map((feature) => [feature, new Set<string>()]));
  for (const { feature, value } of quotas) named.get(feature)?.add(value);
  const lineOf = new Map<string, number>();
  const people = records.map((record): Person => {
    const id = idOf(record, lineOf);
    const values = features.map((feature) => valueOf(record, feature, named.get(feature)));
    const household = onePer === null ? '' : (record.cells[onePer] ?? '');
    return { id, values, household: household === '' ? null : household };
  });
  return { features, people };
}

function idOf({ line, cells }: CsvRecord, lineOf: Map<string, number>): string {
  const { id = '' } = cells;
  const fault = (reason: string) => new UnreadableCouncil('pool', { line, column: 'id' }, reason);
  if (id === '') throw fault('there is no id');
  // In the published list commas part the ids, and line ends the panels.
  if (/[,\p{Cc}\u2028\u2029]/u.test(id)) throw fault(`the id ${quoted(id)} holds a comma or a line break`);
  const before = lineOf.get(id);
  if (before !== undefined) throw fault(`the id ${quoted(id)} stands on line ${before} already`);
  lineOf.set(id, line);
  return id;
}

function valueOf(
  { line, cells }: CsvRecord,
  feature: string,
  named: ReadonlySet<string> | undefined,
): string {
  const value = cells[feature] ?? '';
  if (named?.has(value)) return value;
  throw new UnreadableCouncil(
    'pool',
    { line, column: feature },
    value === '' ? 'there is no value' : `${quoted(value)} has no row in the quotas`,
  );
}
