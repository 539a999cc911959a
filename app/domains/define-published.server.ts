import { z } from 'zod';
import type { ReadContext } from './context';
import type { PublishedAsked, PublishedCollection } from './known-subjects';
import { keyOfSubject } from './ledger/subject-access';
import { paths, pathOfSubject } from '~/paths';
import type { SubjectKind } from '~/paths';
import { within } from '~/platform/db/lists/area-scope';
import type { ListPage } from '~/platform/db/lists/list-page';

/** A time as it is given out: a kept one becomes a text in ISO 8601. */
export const instant = z.iso.datetime();

/**
 * One of the words that the portal uses now. Rows keep those of earlier versions, and one of them must not close the whole
 * collection: the document names what there is and admits others.
 */
export const known = (words: readonly string[]) => z.union([z.enum(words), z.string()]);

/** A place on the map, in degrees (WGS 84). */
export const place = {
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  place: z.string().nullable(),
};

interface Given<Shape extends z.ZodRawShape> {
  name: string;
  kind: SubjectKind | null;
  shape: Shape;
  states?: readonly string[];
  time?: keyof Shape & string;
  changed?: keyof Shape & string;
  inAreas?: boolean;
  /** The page of an item; by its kind where nothing is said. */
  pathOf?: (item: Record<string, unknown>) => string;
  /** Rows have a value for each field of the shape, as the database gives it: the shape is asked of each when it is given out. */
  rows(
    ctx: ReadContext,
    asked: PublishedAsked,
  ): Promise<ListPage<{ id: string } & Record<keyof Shape, unknown>>>;
}

/** Times and amounts as JSON has them. */
function written(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(written);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, written(one)]));
}

/**
 * A collection that is given out. What its rows have beside the fields of its shape is left out, so that the document of
 * the API, which is made of the same shape, says all that anyone gets.
 */
export function definePublished<Shape extends z.ZodRawShape>(
  given: Given<Shape>,
): PublishedCollection<ReadContext> {
  const { name, kind, states = [], time = null, changed = time, inAreas = true } = given;
  const item = z.object({ id: z.string(), url: z.url(), ...given.shape });
  const pathOf = given.pathOf ?? (({ id }) => (kind ? pathOfSubject(kind, String(id)) : paths.home));
  return {
    ...{ name, kind, states, time, changed, inAreas, item },
    page: async (ctx, asked) => {
      const { items, next } = await given.rows(ctx, asked);
      const { publicUrl } = ctx.configuration;
      return {
        next,
        items: items.map((row) => item.parse(written({ ...row, url: publicUrl + pathOf(row) }))),
      };
    },
  };
}

/** What was asked for, as Prisma takes it: of one item, of an area and below, of a state, of a span of time. */
export function askedOf<Time extends string = never>(
  asked: PublishedAsked,
  time?: Time,
): {
  id?: string;
  areaId?: { gte: string; lt: string };
  state?: string;
} & { [Name in Time]?: { gte?: Date; lt?: Date } } {
  const { id, areaId, state, since, until } = asked;
  const span = { ...(since && { gte: since }), ...(until && { lt: until }) };
  return {
    ...(id !== undefined && { id }),
    ...(areaId !== undefined && { areaId: within(areaId) }),
    ...(state !== undefined && { state }),
    ...(time !== undefined && (since ?? until) !== undefined && { [time]: span }),
  } as ReturnType<typeof askedOf<Time>>;
}

/**
 * The order of a page where it is not that of ids: a thing gets its id when it is drafted, and a feed shows first what was
 * published last.
 */
export function orderOf<Time extends string>(
  asked: PublishedAsked,
  time: Time,
): { orderBy?: ({ [Name in Time]?: { sort: 'desc'; nulls: 'last' } } & { id?: 'desc' })[] } {
  if (!asked.byTime) return {};
  const last = { [time]: { sort: 'desc', nulls: 'last' } } as {
    [Name in Time]?: { sort: 'desc'; nulls: 'last' };
  };
  return { orderBy: [last, { id: 'desc' } as typeof last & { id: 'desc' }] };
}

/** Of the things of a kind to which rows lead, by id, those that the reader may read: to others nothing leads. */
export async function readableIds(
  ctx: ReadContext,
  kind: SubjectKind,
  ids: readonly (string | null)[],
): Promise<(id: string | null) => string | null> {
  const keys = ids.flatMap((id) => (id === null ? [] : { kind, id }));
  const readable = await ctx.subjects.access.readable(ctx, keys);
  return (id) => (id !== null && readable.has(keyOfSubject({ kind, id })) ? id : null);
}
