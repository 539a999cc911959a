import type { PersonActor } from '../../actor';
import type { Ask } from '../../waiting';
import type { HeldAgreement } from '../move-agreement.server';
import {
  mayAssent,
  mayDeclineAgreement,
  mayDiscussDraft,
  mayFreezeAgreement,
  maySignAgreement,
  mayTakeUp,
  ownParty,
} from '../policy';
import {
  mayAnswerObligation,
  mayNoteBreach,
  mayRelease,
  mayReportObligation,
} from '../living/obligation-policy';
import { clausesOf } from '../rules/clauses';
import { cutText } from '~/lib/texts/cut-text';

const day = 24 * 3600_000;
/** A promise waits to be kept from so many days before its day. */
export const promiseDays = 14;
/** From so many days before the last day of an agreement it is asked how it goes on. */
export const endDays = 30;
/** What fell due by the last day of an agreement is asked for so long after it. */
const afterEndDays = 90;
const longestWords = 60;

interface WaitingNote {
  clause: number;
  version: number;
  quoted: string;
  organisationId: string;
  personId: string;
  assents: readonly { organisationId: string }[];
}

/** An agreement with all by which it is told for whom it waits. */
export interface WaitingAgreement extends HeldAgreement {
  /** Proposals of change that nobody has decided on. */
  openNotes: readonly WaitingNote[];
  /** Of this version. */
  assents: readonly { what: string; organisationId: string }[];
  /** The parties that may act at present. */
  inService: readonly string[];
  /** Of parties that were merged, the organisations that go on. */
  heirs: readonly string[];
  /** An amendment of it is drafted or waits for signatures. */
  isBeingAmended: boolean;
  /** It goes on: what renews or amends it is drafted, waits for signatures or is in force. */
  goesOn: boolean;
  /** What is shown is what the signatures stand under. */
  fits: boolean;
}

export interface Asked {
  ask: Ask;
  /** The agreement or the obligation. */
  id: string;
  words: string;
  /** Where on the agreement's page it is done. */
  anchor: string;
  until: Date | null;
}

const ofWhole = (
  agreement: WaitingAgreement,
  ask: Ask,
  { anchor = '', until = null }: { anchor?: string; until?: Date | null } = {},
): Asked => ({ ask, id: agreement.id, words: agreement.title, anchor, until });

/** The draft has changed since: what was proposed can be taken back or refused alone. */
const isOutdated = (note: WaitingNote, { version, body }: WaitingAgreement) =>
  note.clause === 0
    ? note.version !== version
    : !clausesOf(body).some(({ source }) => source === note.quoted);

/** What the actor has to do about one proposal of change, if anything. */
function ofNote(actor: PersonActor, note: WaitingNote, agreement: WaitingAgreement): Asked[] {
  const own = actor.actingFor?.organisationId;
  const anchor = note.clause === 0 ? '#proposed' : `#clause-${note.clause}`;
  const isProposer = note.organisationId === own;
  const others = agreement.inService.filter((id) => id !== note.organisationId);
  const waitsFor = others.filter((id) => !note.assents.some(({ organisationId }) => organisationId === id));
  const isAway = !agreement.inService.includes(note.organisationId);
  const isStale = isOutdated(note, agreement) && !isAway;
  if (isProposer)
    return isStale || others.length === 0 ? [ofWhole(agreement, 'take-back-change', { anchor })] : [];
  const isAsked = own !== undefined && (waitsFor.includes(own) || waitsFor.length === 0);
  if (isStale || !isAsked || note.personId === actor.personId) return [];
  return [ofWhole(agreement, 'answer-change', { anchor })];
}

function ofDraft(actor: PersonActor, agreement: WaitingAgreement): Asked[] {
  if (!mayDiscussDraft(actor, agreement).allowed) return [];
  const changes = agreement.openNotes.flatMap((note) => ofNote(actor, note, agreement));
  // One row a draft: all proposals stand on its page.
  const [first] = changes.filter(({ ask }) => ask === 'answer-change');
  const [stale] = changes.filter(({ ask }) => ask === 'take-back-change');
  const isLeft = !agreement.inService.includes(agreement.organisationId);
  return [
    ...(first ? [first] : []),
    ...(stale ? [stale] : []),
    ...(agreement.openNotes.length === 0 && mayFreezeAgreement(actor, agreement).allowed
      ? [ofWhole(agreement, 'send-to-sign', { anchor: '#acts' })]
      : []),
    ...(isLeft && mayDeclineAgreement(actor, agreement).allowed
      ? [ofWhole(agreement, 'leave-draft', { anchor: '#acts' })]
      : []),
  ];
}

const steps = { thaw: 'agree-to-thaw', void: 'agree-to-void', end: 'agree-to-end' } as const;

/** What another party has asked all of them for, and the actor's has not agreed to. */
function ofAssents(actor: PersonActor, agreement: WaitingAgreement): Asked[] {
  const own = actor.actingFor?.organisationId;
  return (['thaw', 'void', 'end'] as const)
    .filter((what) => {
      const given = agreement.assents.filter((one) => one.what === what);
      const isOwn = given.some(({ organisationId }) => organisationId === own);
      return given.length > 0 && !isOwn && mayAssent(actor, agreement, what).allowed;
    })
    .map((what) => ofWhole(agreement, steps[what], { anchor: '#acts' }));
}

function ofSigning(actor: PersonActor, agreement: WaitingAgreement, now: Date): Asked[] {
  const isWhole = agreement.parties.every(({ organisationId }) =>
    agreement.inService.includes(organisationId),
  );
  const signs = agreement.fits && isWhole && maySignAgreement(actor, agreement, now).allowed;
  return signs ? [ofWhole(agreement, 'sign', { anchor: '#sign', until: agreement.signBy })] : [];
}

type Promised = WaitingAgreement['obligations'][number];

/** Near or over, made good by a day, or sent back: what is far off waits for nobody. */
function isPressing({ dueAt, cureBy, reply }: Promised, { state, endsAt }: WaitingAgreement, now: Date) {
  if (state === 'ended' && (!endsAt || endsAt.getTime() < now.getTime() - afterEndDays * day)) return false;
  const until = cureBy ?? dueAt;
  return reply !== null || (until !== null && until.getTime() < now.getTime() + promiseDays * day);
}

function ofPromise(
  actor: PersonActor,
  { row, agreement }: { row: Promised; agreement: WaitingAgreement },
  now: Date,
): Asked[] {
  const facts = { ...row, agreement, inService: agreement.inService };
  const words = `${agreement.title} · ${cutText(row.text, longestWords)}`;
  const asked = (ask: Ask, until: Date | null = null) => [
    { ask, id: row.id, words, anchor: `#obligation-${row.id}`, until },
  ];
  if (mayReportObligation(actor, facts).allowed)
    return isPressing(row, agreement, now) ? asked('keep-promise', row.cureBy ?? row.dueAt) : [];
  if (mayAnswerObligation(actor, facts).allowed) return asked('answer-promise');
  // Of a party that is no more nobody can ask it.
  if (agreement.inService.includes(row.organisationId) && mayNoteBreach(actor, facts, now).allowed)
    return asked('see-to-overdue', row.cureBy ?? row.dueAt);
  if (!mayRelease(actor, facts).allowed) return [];
  return asked(row.payerId === actor.actingFor?.organisationId ? 'pay-promise' : 'settle-promise');
}

/** The one that goes on in the place of a party can act only once the agreement names it. */
function ofHeir(actor: PersonActor, agreement: WaitingAgreement): Asked[] {
  const own = actor.actingFor?.organisationId;
  const isHeir = own !== undefined && agreement.heirs.includes(own);
  // Where the merger left one party alone there is nobody to sign an amendment with: it ends the agreement by itself.
  const isAlone = new Set([...agreement.inService, ...agreement.heirs]).size < 2;
  return isHeir && !isAlone && agreement.state === 'in-force' && agreement.fits && !agreement.isBeingAmended
    ? [ofWhole(agreement, 'amend-after-merger', { anchor: '#merged' })]
    : [];
}

/**
 * Its last day is near: to be renewed, or to be let go, until one or the other. Where a party has given notice the others
 * are asked from that day on; it knows itself.
 */
function ofEnd(actor: PersonActor, agreement: WaitingAgreement, now: Date): Asked[] {
  const { endsAt: until, noticeOf, state, fits, goesOn } = agreement;
  if (state !== 'in-force' || !fits || goesOn || !until || until < now) return [];
  if (!mayTakeUp(actor, agreement, 'renewal').allowed) return [];
  if (noticeOf)
    return noticeOf === actor.actingFor?.organisationId
      ? []
      : [ofWhole(agreement, 'heed-notice', { anchor: '#acts', until })];
  const isNear = until.getTime() < now.getTime() + endDays * day;
  return isNear ? [ofWhole(agreement, 'renew-agreement', { anchor: '#acts', until })] : [];
}

/**
 * What of an agreement waits for the organisation for which the actor acts, and what they may do themselves by the same
 * policies that are asked again when they do it: nothing is promised that the next page refuses.
 */
export function asksOf(actor: PersonActor, agreement: WaitingAgreement, now: Date): Asked[] {
  if (agreement.state === 'draft') return ofDraft(actor, agreement);
  const heir = ofHeir(actor, agreement);
  if (!ownParty(actor, agreement)) return heir;
  const promises = agreement.fits
    ? agreement.obligations.flatMap((row) => ofPromise(actor, { row, agreement }, now))
    : [];
  return [
    ...ofSigning(actor, agreement, now),
    ...ofAssents(actor, agreement),
    ...promises,
    ...heir,
    ...ofEnd(actor, agreement, now),
  ];
}
