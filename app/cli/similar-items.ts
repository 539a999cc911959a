import { z } from 'zod';
import { UsageError } from './usage-error';
import { decodeUtf8 } from '~/lib/texts/decoding/decode-utf8';
import type { SimilarItem } from '~/lib/similar-texts/similar-index';

const itemSchema = z.object({
  id: z.union([z.string().min(1, 'is empty'), z.int().transform(String)]),
  title: z.string().max(10_000, 'is longer than 10,000 characters'),
  text: z
    .string()
    .nullish()
    .transform((text) => text ?? undefined),
});

/** The items of a JSONL file, one object a line; other fields are left alone. Throws UsageError with the first bad line. */
export function readSimilarItems(file: string, bytes: Uint8Array): SimilarItem[] {
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) throw new UsageError(`${file}, line ${decoded.line}: not UTF-8`);
  const lineOf = new Map<string, number>();
  return decoded.text.split(/\r\n|\r|\n/).flatMap((text, index) => {
    if (text.trim() === '') return [];
    const item = readItem(text, (fault) => new UsageError(`${file}, line ${index + 1}: ${fault}`));
    const earlier = lineOf.get(item.id);
    if (earlier !== undefined)
      throw new UsageError(`${file}, line ${index + 1}: id ${item.id} stands on line ${earlier} too`);
    lineOf.set(item.id, index + 1);
    return [item];
  });
}

function readItem(text: string, faultOf: (words: string) => UsageError): SimilarItem {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw faultOf('not JSON');
  }
  const parsed = itemSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw faultOf(`${issue?.path.join('.') || 'the item'}: ${issue?.message ?? 'is not an item'}`);
}
