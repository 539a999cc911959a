import { z } from 'zod';

/** As people write one. `1.23E+05` is what a spreadsheet leaves of a number, and 0x10 none of theirs. */
const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE]-\d{1,3})?$/;

const longest = 100;

/** What stands in a field as a number, in digits of any width; what is no text goes on, and an empty field is missing. */
function read(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  // Signs that are laid over one another take long to be put in order.
  if (value.length > longest) return value.trim() === '' ? undefined : Number.NaN;
  const text = value.normalize('NFKC').trim();
  if (text === '') return undefined;
  return number.test(text) ? Number(text) : Number.NaN;
}

/**
 * A number as it is typed. An empty field is a missing one, never 0: what may be missing says so inside, by
 * `.optional()` or `.default(…)`. Coercion of zod reads an empty text as 0.
 */
export function numberField<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess(read, schema);
}

/**
 * The number of the version that a form was filled with. Where a form knows none it is 0, which no version has: whoever
 * sends it is told that something else is saved, and is shown what.
 */
export const versionField = numberField(z.number().int().min(0).max(2_000_000_000).default(0));
