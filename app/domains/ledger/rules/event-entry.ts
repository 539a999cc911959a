import { createHash, createHmac } from 'node:crypto';
import type { Hash } from './tree/hashes';

/** A public event, as the log commits to it. */
export interface LoggedEvent {
  id: string;
  type: string;
  subjectKind: string;
  subjectId: string;
  areaId: string | null;
  actorPersonId: string | null;
  actorOrganisationId: string | null;
  mandate: string | null;
  at: Date;
  publicData: string;
}

const keyed = (secret: Uint8Array, text: string) => createHmac('sha256', secret).update(text).digest();

/** The salt that is given out with the words of an event: it opens its entry, and nothing else that the secret hides. */
export const saltOf = (secret: Uint8Array): Uint8Array => keyed(secret, 'content');

/**
 * The one form in which the log commits to an event, JSON in this order. Who acted stands in it by a hash that the salt
 * does not open, so that no id of a person is given out. `replaces` is the entry from which words were taken out.
 */
export function contentOfEvent(
  event: LoggedEvent,
  { secret, replaces }: { secret: Uint8Array; replaces: number | null },
): string {
  const { actorPersonId: personId } = event;
  return JSON.stringify({
    form: 'gongzhi-event-1',
    id: event.id,
    type: event.type,
    subjectKind: event.subjectKind,
    subjectId: event.subjectId,
    areaId: event.areaId,
    organisationId: event.actorOrganisationId,
    mandate: event.mandate,
    actor: personId === null ? null : keyed(secret, `actor:${personId}`).toString('hex'),
    at: event.at.toISOString(),
    replaces,
    data: event.publicData,
  });
}

/** SHA-256(salt ‖ content): what stands in the log. Without the 32 bytes of the salt no content can be tried on it. */
export function commitmentTo(content: string, salt: Uint8Array): Hash {
  return createHash('sha256').update(salt).update(content).digest();
}

/** The entry of an event. */
export function entryOfEvent(event: LoggedEvent, by: { secret: Uint8Array; replaces: number | null }): Hash {
  return commitmentTo(contentOfEvent(event, by), saltOf(by.secret));
}
