import { z } from 'zod';

/** What stands in a field as a number; what is no text goes on as it is, and an empty field is missing. */
function read(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const text = value.trim();
  return text === '' ? undefined : Number(text);
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
