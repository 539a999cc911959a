/**
 * Pages of lists by cursor. A cursor is the place of a page's last row in the list's order, so that rows that come or go
 * meanwhile neither double nor lose another; the order ends in a column without equals.
 */
export interface ListPage<Item> {
  items: Item[];
  /** The cursor of the next page; null on the last. */
  next: string | null;
}

type Direction = 'asc' | 'desc';
interface Kinds {
  number: number;
  time: Date;
  text: string;
}
type Kind = keyof Kinds;

/** The order of a list: by a column without equals alone, or by another before it. */
export interface ListOrder<Unique extends string, Column extends string = never, K extends Kind = never> {
  unique: Unique;
  direction: Direction;
  column?: Column;
  kind?: K;
}

export const newestFirst: ListOrder<'id'> = { unique: 'id', direction: 'desc' };
export const oldestFirst: ListOrder<'id'> = { unique: 'id', direction: 'asc' };

const longest = 300;
const mostNumber = 2_147_483_647;
/** The end of the year 9999, which both databases can write. */
const lastTime = 253_402_300_799_999;

interface Place {
  value: number | Date | string | null;
  id: string;
}

function readValue(kind: Kind, text: string): Place['value'] | undefined {
  if (kind === 'text') return text;
  if (!/^-?\d{1,15}$/.test(text)) return undefined;
  const number = Number(text);
  if (kind === 'number') return Math.abs(number) <= mostNumber ? number : undefined;
  return Math.abs(number) <= lastTime ? new Date(number) : undefined;
}

/** The place that a cursor names; null for what is none of this order: then the first page is meant. */
export function readCursor(kind: Kind | undefined, cursor: string | null | undefined): Place | null {
  if (!cursor || cursor.length > longest || /\p{Cc}/u.test(cursor)) return null;
  if (!kind) return { value: null, id: cursor };
  const at = cursor.lastIndexOf(':');
  const value = at === -1 ? undefined : readValue(kind, cursor.slice(0, at));
  const id = cursor.slice(at + 1);
  return value === undefined || id === '' ? null : { value, id };
}

export function writeCursor({ value, id }: Place): string {
  if (value === null) return id;
  return `${value instanceof Date ? value.getTime() : value}:${id}`;
}

type Beyond<Value> = { gt: Value } | { lt: Value };

/** As Prisma takes it: the rows behind a place. */
export type Behind<Unique extends string, Column extends string, Value> = {
  [Name in Unique]?: Beyond<string>;
} & {
  OR?: ({ [Name in Column]?: Beyond<Value> | Value } & { [Name in Unique]?: Beyond<string> })[];
};

export interface PageAsked<Unique extends string, Column extends string, Value> {
  behind: Behind<Unique, Column, Value>;
  orderBy: { [Name in Unique | Column]?: Direction }[];
  /** One more than the page shows: whether there is a next. */
  take: number;
}

/** One page of rows that are all at hand, in the order of a text without equals. */
export function pageOfRows<Row>(
  rows: readonly Row[],
  asked: { keyOf: (row: Row) => string; cursor: string | null | undefined; size: number },
): ListPage<Row> {
  const { keyOf, size } = asked;
  const after = readCursor(undefined, asked.cursor)?.id ?? '';
  const behind = rows.filter((row) => keyOf(row) > after);
  const items = behind.slice(0, size);
  const last = items.at(-1);
  return { items, next: behind.length > size && last !== undefined ? keyOf(last) : null };
}

/** Reads one page: `read` takes what is handed to it into its query. */
export async function listPage<
  Unique extends string,
  Row extends Record<Unique, string> & Record<Column, Kinds[K] | null>,
  Column extends string = never,
  K extends Kind = never,
>(
  asked: { order: ListOrder<Unique, Column, K>; cursor: string | null | undefined; size: number },
  read: (page: PageAsked<Unique, Column, Kinds[K]>) => Promise<Row[]>,
): Promise<ListPage<Row>> {
  const { unique, column, direction, kind } = asked.order;
  const place = readCursor(kind, asked.cursor);
  const side = direction === 'asc' ? 'gt' : 'lt';
  const behind = !place
    ? {}
    : column
      ? {
          OR: [
            { [column]: { [side]: place.value } },
            { [column]: place.value, [unique]: { [side]: place.id } },
          ],
        }
      : { [unique]: { [side]: place.id } };
  const rows = await read({
    behind: behind as Behind<Unique, Column, Kinds[K]>,
    orderBy: [...(column ? [{ [column]: direction }] : []), { [unique]: direction }] as {
      [Name in Unique | Column]?: Direction;
    }[],
    take: asked.size + 1,
  });
  const items = rows.slice(0, asked.size);
  const last = items.at(-1);
  const value = last && column ? last[column] : null;
  return { items, next: rows.length > asked.size && last ? writeCursor({ value, id: last[unique] }) : null };
}
