import type { ReadContext } from '../../context';
import type { PublishedCollection } from '../../known-subjects';
import { asVisitor } from './as-visitor';
import { jsonSchemaOf } from './openapi-document';
import { byteOrderMark, csvLines } from '~/lib/csv/write-csv';
import type { Cell } from '~/lib/csv/write-csv';
import type { XlsxCell } from '~/lib/csv/write-xlsx';
import { wallClockOf } from '~/lib/time/local-time';

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

/** Which fields are times, and days: by the schema that shapes the items. */
function timesIn(collection: PublishedCollection<ReadContext>) {
  const properties = jsonSchemaOf(collection.item).properties as Record<string, Schema>;
  const formats = ({ format, anyOf = [] }: Schema): (string | undefined)[] => [
    format,
    ...anyOf.flatMap(formats),
  ];
  const having = (format: string) =>
    new Set(Object.keys(properties).filter((name) => formats(properties[name] ?? {}).includes(format)));
  return { times: having('date-time'), days: having('date') };
}
interface Schema {
  format?: string;
  anyOf?: Schema[];
}

/**
 * The newest rows of a dataset behind its header, for a workbook that holds at most so many: numbers as numbers, times by the
 * portal's clock. One row more than that, so that it is seen where there are more.
 */
export async function datasetRows(
  ctx: ReadContext,
  collection: PublishedCollection<ReadContext>,
  mostRowsOf: (columns: number) => number,
): Promise<XlsxCell[][]> {
  const fields = Object.keys(collection.item.shape);
  const { times, days } = timesIn(collection);
  const { timeZone } = ctx.configuration;
  const written = (field: string, value: unknown): XlsxCell => {
    if (typeof value === 'string' && days.has(field)) return { time: value };
    if (typeof value === 'string' && times.has(field))
      return { time: wallClockOf(new Date(value), timeZone) };
    return cellOf(value);
  };
  const rows: XlsxCell[][] = [fields];
  const most = mostRowsOf(fields.length);
  for await (const items of pagesOf(asVisitor(ctx), collection)) {
    for (const item of items) rows.push(fields.map((field) => written(field, item[field])));
    if (rows.length > most) break;
  }
  return rows;
}
