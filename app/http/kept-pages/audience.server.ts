import type { IncomingMessage } from 'node:http';
import type { Preferences } from '../server/load-context';
import { preferencesOf } from '../preferences.server';
import { cookiesOf, namesSession } from '../guards/request-cookies';
import type { Services } from '../server/services.server';
import { viewerOf } from '../viewer.server';
import type { Actor } from '~/domains/actor';
import { personTopic } from '~/domains/person-topic';

/** For whom a page is. */
export interface Audience {
  actor: Actor;
  preferences: Preferences;
  /** Tells apart those who may see different pages. */
  key: string;
  topics: string[];
}

/** Stands in no header, no address and no JSON: parts of keys cannot run into each other. */
export const between = '\0';

/**
 * For whom a page is kept: a visitor's for all visitors, a signed-in person's for this person as they stand
 * now, with their roles, mandates and unread notices. Who it is, is asked where the loaders' context asks it, too.
 */
export async function audienceOf(services: Services, request: IncomingMessage): Promise<Audience | null> {
  const [preferences, { actor }] = await Promise.all([preferencesOf(request), viewerOf(services, request)]);
  const { locale, theme, senior } = preferences;
  const reads = [locale, theme, String(senior)].join(between);
  if (actor.kind === 'visitor') {
    if (namesSession(cookiesOf(request))) return null;
    return { actor, preferences, key: `visitor${between}${reads}`, topics: [] };
  }
  if (actor.kind !== 'person') return null;
  const [row] = await services.database.sql.all<{ unread: number }>(
    'SELECT COUNT(*) AS "unread" FROM "Notification" WHERE "personId" = ? AND "readAt" IS NULL',
    [actor.personId],
  );
  const stands = `${JSON.stringify(actor)}${between}${row?.unread ?? 0}`;
  return {
    actor,
    preferences,
    key: `person${between}${reads}${between}${stands}`,
    topics: [personTopic(actor.personId)],
  };
}
