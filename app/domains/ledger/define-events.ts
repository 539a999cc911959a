import type { Role } from '../actor';

/** To whom an event is told. The one who acted is never told of the own act. */
export type Audience =
  | { kind: 'person'; personId: string }
  | { kind: 'organisation'; organisationId: string }
  | { kind: 'followers'; subjectKind: string; subjectId: string }
  | { kind: 'role'; role: Role; areaId: string }
  /** Everyone in the electorate of a ballot, as frozen at opening. */
  | { kind: 'electors'; ballotId: string }
  /** These, as whoever tells has found them. */
  | { kind: 'persons'; personIds: string[] }
  /** Said on purpose: this event is public record only and tells nobody. */
  | { kind: 'nobody' };

export interface EventFacts {
  type: string;
  subjectKind: string;
  subjectId: string;
  areaId: string | null;
  actorPersonId: string | null;
  publicData: Record<string, unknown>;
  privateData: Record<string, unknown>;
}

export interface EventDefinition {
  /** False for what only those concerned may read. */
  isPublic: boolean;
  /** Parts of the site whose cached pages show this. */
  topics: readonly string[];
  /** Whom the event tells; required for each type, so that none is forgotten. */
  audience: (event: EventFacts) => Audience[];
}

export type EventDefinitions<Type extends string = string> = Record<Type, EventDefinition>;

export function defineEvents<const Type extends string>(
  definitions: EventDefinitions<Type>,
): EventDefinitions<Type> {
  return definitions;
}

export function person(personId: unknown): Audience[] {
  return typeof personId === 'string' ? [{ kind: 'person', personId }] : [];
}

export function followersOf(event: EventFacts): Audience {
  return { kind: 'followers', subjectKind: event.subjectKind, subjectId: event.subjectId };
}

export function moderatorsOf(event: EventFacts): Audience[] {
  return event.areaId ? [{ kind: 'role', role: 'moderator', areaId: event.areaId }] : [];
}

export const nobody: Audience[] = [{ kind: 'nobody' }];
