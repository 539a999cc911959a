import { holdsRole } from '../actor';
import type { Actor } from '../actor';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';

/** Days in which a person may appeal against the hiding of something of theirs. */
export const appealWithinDays = 30;
/** Days in which an appeal is to be answered. */
export const appealAnsweredInDays = 10;

const day = 24 * 3600_000;
/** Who decides on what others wrote. */
export const moderatingRoles = ['moderator', 'administrator'] as const;

export const afterDays = (at: Date, days: number): Date => new Date(at.getTime() + days * day);

/** Works on the queue of an area. */
export function mayWorkOnQueue(actor: Actor, areaId: string): Decision {
  return holdsRole(actor, moderatingRoles, areaId) ? allow : deny('not-moderator');
}

/** A decision by which something was hidden. */
export interface HidingFacts {
  areaId: string;
  concernedId: string | null;
  decidedBy: string | null;
  decidedAt: Date;
}

/** Whose words were hidden, and moderators of the area, read the decision with its reason. */
export function mayReadHiding(actor: Actor, hiding: HidingFacts): Decision {
  const concerned = actor.kind === 'person' && actor.personId === hiding.concernedId;
  return concerned || holdsRole(actor, moderatingRoles, hiding.areaId) ? allow : deny('not-moderator');
}

/** Whose words were hidden appeals, once for each hiding and in time, while it stands. */
export function mayAppeal(
  actor: Actor,
  hiding: HidingFacts & { stands: boolean; appealed: boolean },
  now: Date,
): Decision {
  if (actor.kind !== 'person') return deny('signed-out');
  if (actor.personId !== hiding.concernedId) return deny('moderation.not-concerned');
  if (hiding.appealed) return deny('moderation.already-appealed');
  if (!hiding.stands) return deny('already-decided');
  return now <= afterDays(hiding.decidedAt, appealWithinDays) ? allow : deny('moderation.appeal-too-late');
}

/** On an appeal decides who may moderate there and did not decide before; higher up, where nobody else is there. */
export function mayDecideAppeal(actor: Actor, hiding: HidingFacts): Decision {
  if (!holdsRole(actor, moderatingRoles, hiding.areaId)) return deny('not-moderator');
  if (actor.kind === 'person' && actor.personId === hiding.concernedId) return deny('moderation.own-words');
  return actor.kind === 'person' && actor.personId === hiding.decidedBy
    ? deny('moderation.own-decision')
    : allow;
}
