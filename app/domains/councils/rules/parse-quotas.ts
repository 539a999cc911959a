import type { Quota } from './council';
import { cutText } from '~/lib/texts/cut-text';
import { plainWidth } from '~/lib/texts/plain-width';

const mostFeatures = 10;
export const mostLines = 200;
const longestWord = 40;

/** The first thing that is wrong with typed quotas: its line, and which. */
export interface QuotaFault {
  line: number;
  fault: 'form' | 'word' | 'bounds' | 'twice' | 'reserved' | 'too-many' | 'never-fit' | 'one-value';
  word: string;
}

/** Columns that the files have beside the features. */
const reserved = ['id', 'household', 'commitment'];
/** Begins with a letter or digit, so that no table program takes a cell for a formula. */
const wordForm = /^[\p{L}\p{N}][^|｜,;"\p{Cc}\u2028\u2029]*$/u;

/**
 * Reads a line for each value, `feature | value | min | max`, both bounds included, for a council of `seats`. Refused is
 * also what no people could ever meet: mins of a feature above the seats, or maxes below.
 */
export function parseQuotas(text: string, seats: number): Quota[] | QuotaFault {
  const quotas: Quota[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const read = quotaOf(line);
    const fault = 'fault' in read ? read : clashOf(read, quotas);
    if (fault) return { ...fault, line: at + 1 };
    if (!('fault' in read)) quotas.push(read);
  }
  const fault = faultOfAll(quotas, seats);
  return fault ? { ...fault, line: 0 } : quotas;
}

type Fault = Pick<QuotaFault, 'fault' | 'word'>;

function quotaOf(line: string): Quota | Fault {
  const cells = line.split(/[|｜]/).map((cell) => cell.trim());
  const [feature = '', value = ''] = cells;
  const [min = '', max = ''] = cells.slice(2).map(plainWidth);
  if (cells.length !== 4 || !/^\d{1,4}$/.test(min) || !/^\d{1,4}$/.test(max))
    return { fault: 'form', word: cutText(line.trim(), longestWord) };
  for (const word of [feature, value])
    if (word.length > longestWord || !wordForm.test(word))
      return { fault: 'word', word: cutText(word, longestWord) };
  if (reserved.includes(feature.toLowerCase())) return { fault: 'reserved', word: feature };
  const quota = { feature, value, min: Number(min), max: Number(max) };
  return quota.min > quota.max ? { fault: 'bounds', word: value } : quota;
}

function clashOf({ feature, value }: Quota, before: readonly Quota[]): Fault | null {
  if (before.length >= mostLines) return { fault: 'too-many', word: value };
  return before.some((one) => one.feature === feature && one.value === value)
    ? { fault: 'twice', word: value }
    : null;
}

function faultOfAll(quotas: readonly Quota[], seats: number): Fault | null {
  const features = featuresOf(quotas);
  if (features.length > mostFeatures) return { fault: 'too-many', word: features[mostFeatures] ?? '' };
  for (const feature of features) {
    const own = quotas.filter((quota) => quota.feature === feature);
    if (own.length < 2) return { fault: 'one-value', word: feature };
    const [least, most] = [sum(own.map(({ min }) => min)), sum(own.map(({ max }) => max))];
    if (least > seats || most < seats) return { fault: 'never-fit', word: feature };
  }
  return null;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

/** The features in the order in which they first come. */
export const featuresOf = (quotas: readonly Quota[]): string[] => [
  ...new Set(quotas.map(({ feature }) => feature)),
];

/** The text that `parseQuotas` reads back. */
export const quotaLines = (quotas: readonly Quota[]): string =>
  quotas.map(({ feature, value, min, max }) => `${feature} | ${value} | ${min} | ${max}`).join('\n');

/** Whether two tables have the same features and values, in the same order: only bounds differ. */
export const sameValues = (one: readonly Quota[], other: readonly Quota[]): boolean =>
  one.length === other.length &&
  one.every(({ feature, value }, at) => feature === other[at]?.feature && value === other[at]?.value);

/** What of two tables of the same features and values differs, for a reader: `租住 9–12`. */
export function changedQuotas(before: readonly Quota[], now: readonly Quota[]): { was: string; is: string } {
  const changed = before.flatMap((was, at) => {
    const is = now[at];
    return is && (was.min !== is.min || was.max !== is.max) ? [{ was, is }] : [];
  });
  const words = ({ feature, value, min, max }: Quota) => `${feature} ${value} ${min}–${max}`;
  return {
    was: changed.map(({ was }) => words(was)).join(', '),
    is: changed.map(({ is }) => words(is)).join(', '),
  };
}
