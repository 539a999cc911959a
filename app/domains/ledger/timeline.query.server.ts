import type { ReadContext } from '../context';
import { otherSubject } from './other-subject';
import { keyOfSubject } from './subject-access';
import type { ShownSubject } from './subject-access';
import { eventDetails } from '~/i18n/event-details';
import { eventText } from '~/i18n/event-text';
import { textIn } from '~/i18n/catalogue';
import { events as eventWords } from '~/i18n/events';

export interface TimelineEntry {
  id: string;
  type: string;
  at: Date;
  actorName: string | null;
  organisationName: string | null;
  mandate: string | null;
  /** What happened, in the reader's words. */
  text: string;
  /** With whom, until when and why, a line each. */
  details: string[];
}

/** A part of the history of things: what came last, or what came before a place in it. */
export interface History {
  /** Oldest first. */
  events: TimelineEntry[];
  /** The place before which the older ones stand; null where there are none. */
  older: string | null;
}

/** So many events stand on one page. */
export const shownAtOnce = 200;

/** A thing of which the history tells; `also` names types of events that its reader may see, public or not. */
export interface ToldThing {
  kind: string;
  id: string;
  also?: readonly string[];
}

const publicOr = (also: readonly string[] = []) =>
  also.length === 0 ? { isPublic: true } : { OR: [{ isPublic: true }, { type: { in: [...also] } }] };

/**
 * The public events of the given subjects that came last, or last before a place, with the names to show. The first of
 * them is what the page is about: its title is not said again.
 */
export async function timelineOf(
  ctx: ReadContext,
  subjects: readonly ToldThing[],
  before?: string | null,
): Promise<History> {
  if (subjects.length === 0) return { events: [], older: null };
  const found = await ctx.database.read.event.findMany({
    where: {
      OR: subjects.map(({ kind, id, also }) => ({ subjectKind: kind, subjectId: id, ...publicOr(also) })),
      ...(before && /^\d{1,9}$/.test(before) ? { sequence: { lt: Number(before) } } : {}),
    },
    orderBy: { sequence: 'desc' },
    take: shownAtOnce + 1,
  });
  const events = found.slice(0, shownAtOnce).reverse();
  const older = found.length > shownAtOnce ? String(events[0]?.sequence) : null;
  const [own] = subjects;
  return { events: await shownEvents(ctx, events, own), older };
}

type FoundEvent = Told & {
  subjectId: string;
  id: string;
  at: Date;
  mandate: string | null;
  actorPersonId: string | null;
  actorOrganisationId: string | null;
};

async function shownEvents(
  ctx: ReadContext,
  events: readonly FoundEvent[],
  own: ToldThing | undefined,
): Promise<TimelineEntry[]> {
  const names = await namesOf(ctx, events);
  const others = await readableOthers(ctx, events);
  return events.map((event) => ({
    id: event.id,
    type: event.type,
    at: event.at,
    actorName: (event.actorPersonId && names.people[event.actorPersonId]) ?? null,
    organisationName: (event.actorOrganisationId && names.organisations[event.actorOrganisationId]) ?? null,
    mandate: event.mandate,
    ...wordsOf(ctx, event, { others, isOwn: event.subjectKind === own?.kind && event.subjectId === own.id }),
  }));
}

type Told = { type: string; subjectKind: string; publicData: string };

const dataOf = ({ publicData }: Told) => JSON.parse(publicData) as Record<string, unknown>;

const otherOf = (event: Told) => otherSubject(event.subjectKind, dataOf(event));

/** Of the things that the events name beside their own those that the reader may read now. */
function readableOthers(ctx: ReadContext, events: readonly Told[]): Promise<Map<string, ShownSubject>> {
  return ctx.subjects.access.readable(
    ctx,
    events.flatMap((event) => otherOf(event) ?? []),
  );
}

async function namesOf(
  ctx: ReadContext,
  events: readonly { actorPersonId: string | null; actorOrganisationId: string | null }[],
) {
  const present = (id: string | null): id is string => id !== null;
  const personIds = [...new Set(events.map((event) => event.actorPersonId).filter(present))];
  const organisationIds = [...new Set(events.map((event) => event.actorOrganisationId).filter(present))];
  const called = (kind: string, ids: readonly string[]): Promise<Partial<Record<string, string>>> =>
    ctx.subjects.names.get(kind)?.(ctx, ids) ?? Promise.resolve({});
  const [people, organisations] = await Promise.all([
    called('person', personIds),
    called('organisation', organisationIds),
  ]);
  return { people, organisations };
}

function wordsOf(
  { locale, configuration }: ReadContext,
  event: Told,
  { others: readable, isOwn }: { others: ReadonlyMap<string, ShownSubject>; isOwn: boolean },
) {
  const other = otherOf(event);
  const withheld = other !== null && !readable.has(keyOfSubject(other));
  const into = withheld ? { into: textIn(locale, eventWords)('not-public') } : {};
  const given = dataOf(event);
  // Its title stands above its own history, but where the news is that it has another.
  const data = { ...given, ...into, ...(isOwn && given.was === undefined && { title: '' }) };
  return {
    text: eventText(locale, event.type, data),
    details: eventDetails({ locale, timeZone: configuration.timeZone }, data),
  };
}
