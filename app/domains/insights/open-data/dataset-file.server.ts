import type { ReadContext } from '../../context';
import type { PublishedCollection } from '../../known-subjects';
import { asVisitor } from './as-visitor';
import { byteOrderMark, csvLines } from '~/lib/csv/write-csv';
import type { Cell } from '~/lib/csv/write-csv';

export type FileForm = 'csv' | 'json' | 'ndjson';

/** So many are in memory at a time. */
const atOnce = 200;

type Item = Record<string, unknown>;

/** All of a collection, the newest first, so many at a time; other requests go first between two. */
async function* pagesOf(
  ctx: ReadContext,
  { page }: PublishedCollection<ReadContext>,
): AsyncGenerator<Item[]> {
  let cursor: string | undefined;
  do {
    const { items, next } = await page(ctx, { size: atOnce, cursor });
    yield items;
    cursor = next ?? undefined;
    await ctx.giveWay();
  } while (cursor !== undefined);
}

/** What no cell holds as it is stands in it as JSON. */
function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'string') return value;
  return JSON.stringify(value);
}

async function* csvOf(pages: AsyncIterable<Item[]>, fields: readonly string[]): AsyncGenerator<string> {
  yield byteOrderMark + csvLines([fields]);
  for await (const items of pages)
    if (items.length > 0) yield csvLines(items.map((item) => fields.map((field) => cellOf(item[field]))));
}

async function* jsonOf(pages: AsyncIterable<Item[]>): AsyncGenerator<string> {
  let before = '[';
  for await (const items of pages) {
    if (items.length === 0) continue;
    yield `${before}\n${items.map((item) => JSON.stringify(item)).join(',\n')}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}

async function* linesOf(pages: AsyncIterable<Item[]>): AsyncGenerator<string> {
  for await (const items of pages) yield items.map((item) => `${JSON.stringify(item)}\n`).join('');
}

/** A whole dataset as a file, written while it is read: what stands in memory does not grow with it. */
export function datasetText(
  ctx: ReadContext,
  collection: PublishedCollection<ReadContext>,
  form: FileForm,
): AsyncGenerator<string> {
  const pages = pagesOf(asVisitor(ctx), collection);
  if (form === 'csv') return csvOf(pages, Object.keys(collection.item.shape));
  return form === 'json' ? jsonOf(pages) : linesOf(pages);
}
