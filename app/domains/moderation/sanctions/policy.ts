import { holdsRole } from '../../actor';
import type { Actor } from '../../actor';
import { moderatingRoles } from '../policy';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';

/** A hidden thing of a person's, for which a sanction may be given. */
export interface OffenceFacts {
  areaId: string;
  concernedId: string | null;
  /** The hiding stands: what was shown again is no offence. */
  stands: boolean;
  /** One was given for this hiding, whatever became of it since. */
  sanctioned: boolean;
  /** The person moderates or administers there: that is taken away as a role, not by a sanction. */
  holdsOffice: boolean;
}

/** A moderator of the area gives a sanction, to others than themselves, for words that are hidden: one for each hiding. */
export function mayImpose(actor: Actor, offence: OffenceFacts): Decision {
  if (!holdsRole(actor, moderatingRoles, offence.areaId)) return deny('not-moderator');
  if (actor.kind === 'person' && actor.personId === offence.concernedId) return deny('moderation.own-words');
  if (!offence.concernedId || !offence.stands) return deny('moderation.no-offence');
  if (offence.sanctioned) return deny('moderation.sanction-stands');
  return offence.holdsOffice ? deny('moderation.holds-office') : allow;
}

export interface SanctionFacts {
  areaId: string;
  personId: string;
}

/** Whom it concerns, and moderators of its area. */
export function mayReadSanction(actor: Actor, { areaId, personId }: SanctionFacts): Decision {
  const own = actor.kind === 'person' && actor.personId === personId;
  return own || holdsRole(actor, moderatingRoles, areaId) ? allow : deny('not-moderator');
}

/** A moderator of its area, and nobody from their own sanction, while it stands. */
export function mayLift(actor: Actor, sanction: SanctionFacts & { stands: boolean }): Decision {
  if (!holdsRole(actor, moderatingRoles, sanction.areaId)) return deny('not-moderator');
  if (actor.kind === 'person' && actor.personId === sanction.personId) return deny('moderation.own-words');
  return sanction.stands ? allow : deny('already-decided');
}
