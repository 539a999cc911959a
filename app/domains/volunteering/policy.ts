import { areasOfRoles, holdsRole } from '../actor';
import type { Actor } from '../actor';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';

/** Verified organisations recruit, through an owner or a representative who acts for them. */
export function mayRecruit(actor: Actor): Decision {
  if (actor.kind !== 'person') return deny('signed-out');
  return actor.actingFor ? allow : deny('volunteering.act-for-organisation');
}

/** Whoever holds a mandate of the organisation that recruits, once it is verified. */
export function mayOrganise(actor: Actor, organisationId: string): Decision {
  if (actor.kind !== 'person') return deny('signed-out');
  const member = actor.memberships.find((membership) => membership.organisationId === organisationId);
  return member && member.mandate !== 'member' && member.verified
    ? allow
    : deny('volunteering.organisers-only');
}

export interface OpportunityFacts {
  state: string;
  organisationId: string;
}

/** What is published or was called off anyone may read; drafts and templates are for those who organise. */
export function mayReadOpportunity(actor: Actor, { state, organisationId }: OpportunityFacts): Decision {
  if (state === 'published' || state === 'cancelled' || actor.kind === 'system') return allow;
  return mayOrganise(actor, organisationId);
}

/** Whoever has a place, and not only waits for one. */
export const isAccepted = (state: string): boolean => ['confirmed', 'attended'].includes(state);

/** The contact person is shown to those who come, and to those who organise. */
export function maySeeContact(actor: Actor, organisationId: string, places: readonly string[]): Decision {
  if (places.some(isAccepted)) return allow;
  return mayOrganise(actor, organisationId);
}

export interface HoursFacts {
  organisationId: string;
  areaId: string;
  volunteerId: string;
  /** The volunteer is an owner or representative of the organisation. */
  volunteerOrganises: boolean;
}

/** Nobody confirms the own hours. Those of organisers a moderator of the area may confirm, where they are alone. */
export function mayConfirmHours(actor: Actor, hours: HoursFacts): Decision {
  if (actor.kind === 'person' && actor.personId === hours.volunteerId) return deny('volunteering.own-hours');
  if (hours.volunteerOrganises && holdsRole(actor, 'moderator', hours.areaId)) return allow;
  return mayOrganise(actor, hours.organisationId);
}

/** So many days after the organisers refused an objection the volunteer can ask a moderator. */
export const appealRecordWithinDays = 30;

/** The record of one person in one shift, as far as an appeal hangs on it. */
export interface RecordFacts {
  organisationId: string;
  areaId: string;
  volunteerId: string;
  confirmedBy: string | null;
  /** When the organisers refused an objection; null where they corrected the record, or none stands. */
  refusedAt: Date | null;
  refusedBy: string | null;
  appealedAt: Date | null;
  appealAnsweredAt: Date | null;
}

/** The volunteer asks for a second look, once, after the organisers have refused an objection. */
export function mayAppealRecord(actor: Actor, record: RecordFacts, now: Date): Decision {
  if (actor.kind !== 'person') return deny('signed-out');
  if (actor.personId !== record.volunteerId) return deny('volunteering.own-appeals');
  if (record.appealedAt) return deny('volunteering.appealed-already');
  if (!record.refusedAt) return deny('volunteering.nothing-to-appeal');
  const over = now.getTime() - record.refusedAt.getTime();
  return over <= appealRecordWithinDays * 24 * 3600_000 ? allow : deny('volunteering.appeal-too-late');
}

/** A moderator of the area decides who neither is the volunteer, nor organises there, nor decided before. */
export function mayDecideRecordAppeal(actor: Actor, record: RecordFacts): Decision {
  if (!holdsRole(actor, ['moderator', 'administrator'], record.areaId))
    return deny('volunteering.moderators-only');
  if (!record.appealedAt || record.appealAnsweredAt) return deny('already-decided');
  if (actor.kind !== 'person') return allow;
  if (actor.personId === record.volunteerId) return deny('volunteering.own-hours');
  const isOurs = actor.memberships.some(({ organisationId }) => organisationId === record.organisationId);
  const decided = [record.confirmedBy, record.refusedBy].includes(actor.personId);
  return isOurs || decided ? deny('volunteering.second-instance') : allow;
}

/** The record of somebody in a shift is for that person, for who organises there, and for moderators once they are asked. */
export function mayReadRecord(
  actor: Actor,
  record: Pick<RecordFacts, 'organisationId' | 'areaId' | 'volunteerId' | 'appealedAt'>,
): Decision {
  if (actor.kind === 'system') return allow;
  if (actor.kind === 'person' && actor.personId === record.volunteerId) return allow;
  if (record.appealedAt && holdsRole(actor, ['moderator', 'administrator'], record.areaId)) return allow;
  return mayOrganise(actor, record.organisationId);
}

/** Called off by its organisers, or by a moderator of its area: also where its organisation is out of service. */
export function mayCancelOpportunity(
  actor: Actor,
  opportunity: { organisationId: string; areaId: string },
): Decision {
  if (holdsRole(actor, ['moderator', 'administrator'], opportunity.areaId)) return allow;
  return mayOrganise(actor, opportunity.organisationId);
}

/** A certificate is for the person alone whose service it is. */
export function mayReadCertificate(actor: Actor, certificate: { personId: string }): Decision {
  if (actor.kind === 'system') return allow;
  if (actor.kind !== 'person') return deny('signed-out');
  return actor.personId === certificate.personId ? allow : deny('volunteering.own-certificates');
}

/** The person may take a certificate back, and so may the organisation that recorded the service, with a reason. */
export function mayRevokeCertificate(
  actor: Actor,
  certificate: { personId: string; organisationId: string },
): Decision {
  if (actor.kind === 'person' && actor.personId === certificate.personId) return allow;
  return mayOrganise(actor, certificate.organisationId);
}

/** Who confirms much for whom is for those who moderate, each in the own areas. */
export function mayWatchHours(actor: Actor): Decision {
  if (actor.kind === 'visitor') return deny('signed-out');
  const areas = areasOfRoles(actor, ['moderator', 'administrator']);
  return areas.length > 0 ? allow : deny('volunteering.moderators-only');
}

/** A training or an honour is for its person, and for those who organise where it was recorded. */
export function mayReadAward(actor: Actor, award: { personId: string; organisationId: string }): Decision {
  if (actor.kind === 'system') return allow;
  if (actor.kind === 'person' && actor.personId === award.personId) return allow;
  return mayOrganise(actor, award.organisationId);
}

/** Rewards come from businesses that moderators have verified, through those who act for them. */
export function mayOfferReward(actor: Actor): Decision {
  if (actor.kind !== 'person') return deny('signed-out');
  return actor.actingFor?.kind === 'enterprise' ? allow : deny('volunteering.business-only');
}

/** Its business takes an offer back, or a moderator of its area. */
export function mayWithdrawReward(
  actor: Actor,
  reward: { organisationId: string; areaId: string },
): Decision {
  if (holdsRole(actor, ['moderator', 'administrator'], reward.areaId)) return allow;
  return mayOrganise(actor, reward.organisationId);
}

/** Who works there hands over what somebody has a code for: also a member without a mandate, at the counter. */
export function mayHandOver(actor: Actor, organisationId: string): Decision {
  if (actor.kind !== 'person') return deny('signed-out');
  const works = actor.memberships.some(
    (member) => member.organisationId === organisationId && member.verified,
  );
  return works ? allow : deny('volunteering.business-only');
}

/** Nobody takes what the own business gives. */
export function mayTakeReward(actor: Actor, organisationId: string): Decision {
  if (actor.kind !== 'person') return deny('signed-out');
  if (!actor.emailConfirmed) return deny('confirm-address-first');
  const own = actor.memberships.some((member) => member.organisationId === organisationId);
  return own ? deny('volunteering.own-reward') : allow;
}

export interface ThanksFacts {
  organisationId: string;
  endsAt: Date;
  cancelledAt: Date | null;
  /** The actor's own place in the shift. */
  served: boolean;
}

/** So long after a shift those who were helped can thank. */
export const thankWithinDays = 30;

/** Whoever was there with others, but did not serve nor organise, thanks once it is over. */
export function mayThank(actor: Actor, shift: ThanksFacts, now: Date): Decision {
  if (actor.kind !== 'person') return deny('signed-out');
  if (!actor.emailConfirmed) return deny('confirm-address-first');
  if (shift.served || mayOrganise(actor, shift.organisationId).allowed)
    return deny('volunteering.own-thanks');
  const over = now.getTime() - shift.endsAt.getTime();
  const isOpen = !shift.cancelledAt && over >= 0 && over <= thankWithinDays * 24 * 3600_000;
  return isOpen ? allow : deny('volunteering.thanks-closed');
}
