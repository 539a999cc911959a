import type { ReadContext } from '../context';
import { eventDetails } from '~/i18n/event-details';
import { eventText } from '~/i18n/event-text';

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

/** The public events of the given subjects, oldest first, with the names to show. */
export async function timelineOf(
  ctx: ReadContext,
  subjects: readonly { kind: string; id: string }[],
): Promise<TimelineEntry[]> {
  if (subjects.length === 0) return [];
  const events = await ctx.database.read.event.findMany({
    where: {
      isPublic: true,
      OR: subjects.map(({ kind, id }) => ({ subjectKind: kind, subjectId: id })),
    },
    orderBy: { sequence: 'asc' },
    take: 200,
  });
  const names = await namesOf(ctx, events);
  return events.map((event) => ({
    id: event.id,
    type: event.type,
    at: event.at,
    actorName: event.actorPersonId ? (names.people.get(event.actorPersonId) ?? null) : null,
    organisationName: event.actorOrganisationId
      ? (names.organisations.get(event.actorOrganisationId) ?? null)
      : null,
    mandate: event.mandate,
    ...wordsOf(ctx, event),
  }));
}

async function namesOf(
  ctx: ReadContext,
  events: readonly { actorPersonId: string | null; actorOrganisationId: string | null }[],
) {
  const present = (id: string | null): id is string => id !== null;
  const personIds = [...new Set(events.map((event) => event.actorPersonId).filter(present))];
  const organisationIds = [...new Set(events.map((event) => event.actorOrganisationId).filter(present))];
  const [people, organisations] = await Promise.all([
    ctx.database.read.person.findMany({
      where: { id: { in: personIds } },
      select: { id: true, displayName: true },
    }),
    ctx.database.read.organisation.findMany({
      where: { id: { in: organisationIds } },
      select: { id: true, name: true },
    }),
  ]);
  return {
    people: new Map(people.map((row) => [row.id, row.displayName])),
    organisations: new Map(organisations.map((row) => [row.id, row.name])),
  };
}

function wordsOf({ locale, configuration }: ReadContext, event: { type: string; publicData: string }) {
  const data = JSON.parse(event.publicData) as Record<string, unknown>;
  return {
    text: eventText(locale, event.type, data),
    details: eventDetails({ locale, timeZone: configuration.timeZone }, data),
  };
}
