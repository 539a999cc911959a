import { canonicalText } from '../rules/canonical-text';
import { sha256 } from '~/lib/sha256';
import type { PortalKeys } from '~/platform/keys/portal-keys.server';

export interface SigningParty {
  position: number;
  organisationId: string;
  name: string;
  creditCode: string;
  signedAt: Date | null;
  signatoryId: string | null;
  signatoryName: string | null;
  nameFrom: string | null;
  mandate: string | null;
  signedHash: string | null;
  seal: string | null;
}

export interface FrozenAgreement {
  id: string;
  form: number;
  state: string;
  template: string;
  version: number;
  title: string;
  body: string;
  endsAt: Date | null;
  noticeOf: string | null;
  /** The last day that was signed, where notice or an end by all has set another since. */
  signedEndsAt: Date | null;
  continuesId: string | null;
  continuesAs: string | null;
  contentHash: string | null;
  attachments: string;
  parties: readonly SigningParty[];
  obligations: readonly {
    position: number;
    organisationId: string;
    text: string;
    dueAt: Date | null;
    amountFen: bigint | null;
    payerId: string | null;
  }[];
}

/** The text that the parties sign, as it stands in the database now; its SHA-256 is what they sign. */
export function signedText(agreement: Omit<FrozenAgreement, 'contentHash'>): string {
  const obligations = agreement.obligations.map((one) => ({
    ...one,
    dueAt: one.dueAt?.toISOString() ?? null,
    amountFen: one.amountFen === null ? null : String(one.amountFen),
  }));
  const { continuesId: id, continuesAs: as, attachments, form } = agreement;
  const content = {
    ...agreement,
    obligations,
    endsAt: agreement.signedEndsAt?.toISOString() ?? null,
    continues: id === null ? null : { id, as: as ?? '' },
    attachments: JSON.parse(attachments) as { name: string; sha256: string }[],
    parties: [...agreement.parties],
  };
  return canonicalText(content, form);
}

export const contentHashOf = (agreement: Omit<FrozenAgreement, 'contentHash'>): string =>
  sha256(signedText(agreement));

interface SignedBy {
  agreementId: string;
  contentHash: string;
  party: SigningParty;
}

/** The platform's seal over one act of signing: who, by what name, for whom, by which mandate, what and when. */
export const sealOf = (keys: PortalKeys, signed: SignedBy): string => keys.hash(sealedText(signed));

function sealedText({ agreementId, contentHash, party }: SignedBy): string {
  const { organisationId, signatoryId, signatoryName, nameFrom, mandate, signedAt } = party;
  const act = [agreementId, contentHash, organisationId, signatoryId, mandate, signedAt?.toISOString()];
  // Older signatures did not say where the name is from, and their seals leave it out.
  const name = nameFrom === null ? [] : [signatoryName, nameFrom];
  return [...act, ...name].join('|');
}

const signedByAll = ['in-force', 'voided', 'ended', 'replaced'];

/** Nobody calls in force, or what comes after that, what some have not signed. */
const fitsItsState = ({ state, contentHash, parties }: FrozenAgreement) =>
  !signedByAll.includes(state) || (contentHash !== null && parties.every((party) => party.signedAt !== null));

/** The last day that is shown is the one that was signed, until a notice or an end by all sets another. */
const fitsItsLastDay = ({ state, noticeOf, endsAt, signedEndsAt }: FrozenAgreement) =>
  noticeOf !== null || state === 'ended' || endsAt?.getTime() === signedEndsAt?.getTime();

/** What the first form did not hold was not signed with it, and nothing of it may be shown as agreed. */
const fitsItsForm = ({ form, continuesId, attachments, signedEndsAt, obligations }: FrozenAgreement) =>
  form > 1 ||
  (continuesId === null &&
    attachments === '[]' &&
    signedEndsAt === null &&
    obligations.every(({ amountFen, payerId }) => amountFen === null && payerId === null));

/**
 * Whether what stands in the database now is what was frozen, and each signature one over just that. Asked on each
 * view: a text that was changed behind its signatures is never called signed. True for what is not frozen.
 */
export function fitsItsSignatures(keys: PortalKeys, agreement: FrozenAgreement): boolean {
  const { id, contentHash, parties } = agreement;
  if (!fitsItsState(agreement)) return false;
  if (contentHash === null) return parties.every((party) => party.signedAt === null);
  if (!fitsItsLastDay(agreement) || !fitsItsForm(agreement)) return false;
  if (contentHashOf(agreement) !== contentHash) return false;
  return parties.every(
    (party) =>
      party.signedAt === null ||
      (party.signedHash === contentHash &&
        party.seal !== null &&
        keys.matches(party.seal, sealedText({ agreementId: id, contentHash, party }))),
  );
}
