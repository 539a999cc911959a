import type { ReadContext } from '../../context';
import { DomainError } from '../../domain-error';
import type { PublishedCollection } from '../../known-subjects';
import { lastPublicEventAt } from '../../ledger/index.server';
import { datasetWords, fieldWords } from './field-words';
import { jsonSchemaOf } from './openapi-document';
import { asVisitor } from './as-visitor';

export interface Dataset {
  name: string;
  title: string;
  about: string;
  /** When something of it changed last; null where nothing did. */
  changedAt: Date | null;
}

/** By the events of its subject; the events themselves, and what has none, by the newest of them. */
async function changedAt(ctx: ReadContext, collection: PublishedCollection<ReadContext>) {
  const { kind, changed } = collection;
  const subject = kind === null ? undefined : ctx.subjects.all.find(({ kinds }) => kind in kinds);
  const told = subject ? await lastPublicEventAt(ctx, Object.keys(subject.events)) : null;
  if (told) return told;
  const { items } = await collection.page(asVisitor(ctx), { size: 1 });
  const at = changed === null ? undefined : items[0]?.[changed];
  return typeof at === 'string' ? new Date(at) : null;
}

async function datasetOf(ctx: ReadContext, collection: PublishedCollection<ReadContext>): Promise<Dataset> {
  const { name } = collection;
  return { name, ...datasetWords(ctx.locale, name), changedAt: await changedAt(ctx, collection) };
}

/** All that is given out, in the order of the subjects. */
export function listDatasets(ctx: ReadContext): Promise<Dataset[]> {
  return Promise.all([...ctx.subjects.published.values()].map((one) => datasetOf(ctx, one)));
}

/** The collection of this name. Throws `not-found`. */
export function collectionNamed(ctx: ReadContext, name: string): PublishedCollection<ReadContext> {
  const collection = ctx.subjects.published.get(name);
  if (!collection) throw new DomainError('not-found');
  return collection;
}

/** Whether it has a feed: its things have titles by which they are listed. */
export const hasFeed = ({ item }: PublishedCollection<ReadContext>): boolean => 'title' in item.shape;

/** The fields between which a thing of a collection takes place. */
const spans = [
  ['startsAt', 'endsAt'],
  ['opensAt', 'closesAt'],
  ['openedAt', 'closesAt'],
  ['inForceAt', 'endsAt'],
] as const;

/** From when to when its things are, where they are at any time: those have a calendar. */
export function calendarSpan({
  item,
}: PublishedCollection<ReadContext>): { starts: string; ends: string } | null {
  const found = spans.find((span) => span.every((field) => field in item.shape));
  return found ? { starts: found[0], ends: found[1] } : null;
}

export interface DatasetField {
  name: string;
  words: string;
  type: 'text' | 'integer' | 'number' | 'boolean' | 'time' | 'address' | 'list' | 'object';
  /** The words that it may hold; empty where it may hold any. */
  choices: string[];
  /** It may be empty. */
  optional: boolean;
}

type Schema = Record<string, unknown>;

const typeNames: Record<string, DatasetField['type']> = {
  string: 'text',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  array: 'list',
  object: 'object',
};

function typeOf({ type, format }: Schema): DatasetField['type'] {
  if (format === 'date-time') return 'time';
  if (format === 'uri') return 'address';
  return typeNames[String(type)] ?? 'text';
}

/** What it may be of: JSON Schema writes several types as a list, or as schemas of which one is to hold. */
function eitherOf(schema: Schema): Schema[] {
  if (Array.isArray(schema.anyOf)) return (schema.anyOf as Schema[]).flatMap(eitherOf);
  return Array.isArray(schema.type) ? schema.type.map((type) => ({ ...schema, type })) : [schema];
}

function fieldOf(name: string, words: string, schema: Schema): DatasetField {
  const either = eitherOf(schema);
  const [meant = {}] = either.filter(({ type }) => type !== 'null');
  return {
    ...{ name, words, type: typeOf(meant) },
    choices: either.flatMap((one) => (Array.isArray(one.enum) ? one.enum.map(String) : [])),
    optional: either.some(({ type }) => type === 'null'),
  };
}

/** One dataset with its fields, read off the schema that shapes it. Throws `not-found`. */
export async function datasetPage(ctx: ReadContext, name: string) {
  const collection = collectionNamed(ctx, name);
  const properties = jsonSchemaOf(collection.item).properties as Record<string, Schema>;
  const fields = Object.entries(properties).map(([field, schema]) =>
    fieldOf(field, fieldWords(ctx.locale, name, field), schema),
  );
  return {
    ...(await datasetOf(ctx, collection)),
    fields,
    hasFeed: hasFeed(collection),
    hasCalendar: calendarSpan(collection) !== null,
  };
}
