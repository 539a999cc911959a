import type { ReadContext } from '~/domains/context';
import { DomainError } from '~/domains/domain-error';
import { asVisitor } from '~/domains/insights/open-data/as-visitor';
import { calendarSpan, collectionNamed } from '~/domains/insights/open-data/datasets.query.server';
import { datasetWords } from '~/domains/insights/open-data/field-words';
import { keyOfSubject } from '~/domains/ledger/index.server';
import { isAreaId } from '~/lib/geo/division-code';
import { sha256 } from '~/lib/sha256';
import { escapeText, icalStamp, writeCalendarFile } from '~/lib/time/icalendar';

const mostEntries = 500;

type Item = Record<string, unknown>;
const textOf = (item: Item, field: string) => (typeof item[field] === 'string' ? item[field] : '');
const instantOf = (item: Item, field: string) =>
  textOf(item, field) === '' ? null : new Date(textOf(item, field));

/** Shifts are called as their activity is: the titles of what such parts belong to, as anyone reads them. */
async function titlesAbove(ctx: ReadContext, items: readonly Item[]): Promise<(item: Item) => string> {
  const keyOf = (item: Item) => ({ kind: 'opportunity', id: textOf(item, 'activityId') });
  const above = items.filter((item) => textOf(item, 'activityId') !== '').map(keyOf);
  const shown = await ctx.subjects.access.outgoing(ctx, above);
  return (item) => shown.get(keyOfSubject(keyOf(item)))?.title ?? '';
}

interface Told {
  host: string;
  title: string;
  starts: Date;
  ends: Date | null;
  changed: Date | null;
}

/** One thing: called off it stays where it stood, so that programs take it out. */
function eventLines(item: Item, { host, title, starts, ends, changed }: Told): string[] {
  const isOff = item.state === 'cancelled' || textOf(item, 'cancelledAt') !== '';
  const place = textOf(item, 'place');
  return [
    'BEGIN:VEVENT',
    `UID:${sha256(textOf(item, 'url') + textOf(item, 'id')).slice(0, 26)}@${host}`,
    `DTSTAMP:${icalStamp(changed ?? starts)}`,
    `DTSTART:${icalStamp(starts)}`,
    ...(ends && ends > starts ? [`DTEND:${icalStamp(ends)}`] : []),
    `STATUS:${isOff ? 'CANCELLED' : 'CONFIRMED'}`,
    `SUMMARY:${escapeText(title)}`,
    ...(place === '' ? [] : [`LOCATION:${escapeText(place)}`]),
    `URL:${textOf(item, 'url')}`,
    'END:VEVENT',
  ];
}

/** A collection whose things have their times, as a calendar to subscribe to. Throws `not-found` for others. */
export async function collectionCalendar(ctx: ReadContext, url: URL, name: string): Promise<string> {
  const collection = collectionNamed(ctx, name);
  const span = calendarSpan(collection);
  const areaId = url.searchParams.get('area') || undefined;
  if (!span || (areaId !== undefined && !isAreaId(areaId))) throw new DomainError('not-found');
  const visitor = asVisitor(ctx);
  const { items } = await collection.page(visitor, { areaId, byTime: true, size: mostEntries });
  const titleAbove = await titlesAbove(visitor, items);
  const { host } = new URL(ctx.configuration.publicUrl);
  const words = datasetWords(ctx.locale, name).title;
  const lines = items.flatMap((item) => {
    const starts = instantOf(item, span.starts);
    if (starts === null) return [];
    const title = textOf(item, 'title') || titleAbove(item) || words;
    const changed = instantOf(item, collection.changed ?? '');
    return eventLines(item, { host, title, starts, ends: instantOf(item, span.ends), changed });
  });
  return writeCalendarFile({ product: 'Open data', method: 'PUBLISH', name: words }, lines);
}
