import type { Quota } from '../council';
import { readTable } from './read-rows';
import { quoted, UnreadableCouncil } from './unreadable-council';
import type { CsvRecord } from '~/lib/csv/read-csv';
import { plainWidth } from '~/lib/texts/plain-width';

export const mostQuotas = 1_000;

/** Reads `feature,value,min,max`, a row a value, both bounds included. Throws UnreadableCouncil with the first fault. */
export function readQuotas(bytes: Uint8Array): (Quota & { line: number })[] {
  const needed = ['feature', 'value', 'min', 'max'];
  const { records } = readTable('quotas', bytes, { mostRows: mostQuotas, needed });
  const lineOf = new Map<string, number>();
  return records.map((record) => {
    const quota = quotaOf(record);
    const key = JSON.stringify([quota.feature, quota.value]);
    const before = lineOf.get(key);
    if (before !== undefined)
      throw new UnreadableCouncil(
        'quotas',
        { line: record.line, column: 'value' },
        `${quoted(quota.value)} of ${quoted(quota.feature)} stands on line ${before} already`,
      );
    lineOf.set(key, record.line);
    return { ...quota, line: record.line };
  });
}

function quotaOf({ line, cells }: CsvRecord): Quota {
  const { feature = '', value = '' } = cells;
  if (feature === '')
    throw new UnreadableCouncil('quotas', { line, column: 'feature' }, 'no feature is named');
  if (value === '') throw new UnreadableCouncil('quotas', { line, column: 'value' }, 'no value is named');
  const [min, max] = [wholeNumber(line, 'min', cells.min), wholeNumber(line, 'max', cells.max)];
  if (min > max)
    throw new UnreadableCouncil('quotas', { line, column: 'max' }, `the max ${max} is below the min ${min}`);
  return { feature, value, min, max };
}

function wholeNumber(line: number, column: string, cell = ''): number {
  const plain = plainWidth(cell);
  if (/^\d{1,6}$/.test(plain)) return Number(plain);
  throw new UnreadableCouncil(
    'quotas',
    { line, column },
    cell === '' ? 'there is no number' : `${quoted(cell)} is no whole number from 0 to 999999`,
  );
}
