import { hasMandate } from '../actor';
import type { ReadContext } from '../context';
import { revisionOf } from '../shown-fields.server';
import { filesAttachedTo, filesAttachedToMany } from '../files/index.server';
import { agreementFields } from './drafting/agreement-fields';
import { attachmentKind, evidenceKind } from './drafting/attachment-kind';
import { firstWithDocuments } from './documents/document-job.server';
import { draftFields } from './drafting/draft-fields.server';
import { draftingRightsOf } from './drafting/drafting-rights.query.server';
import { DomainError, ensure } from '../domain-error';
import {
  assents,
  belongsToParty,
  continuations,
  mayAssent,
  mayChangeFiles,
  mayDeclineAgreement,
  mayDiscussDraft,
  mayEditAgreement,
  mayFreezeAgreement,
  mayGiveNotice,
  mayReadAgreement,
  maySignAgreement,
  mayTakeUp,
  mayThawAgreement,
  mayWithdrawAgreement,
  ownParty,
} from './policy';
import type { HeldAgreement } from './move-agreement.server';
import {
  mayAnswerObligation,
  mayNoteBreach,
  mayRelease,
  mayReportObligation,
  mayWriteOff,
} from './living/obligation-policy';
import { withHeirs } from './living/heirs.query.server';
import { amountOwedBy } from './rules/amount-owed';
import { clausesOf } from './rules/clauses';
import { fitsItsSignatures } from './signing/signed-content';
import { signingStanding } from './signing/signing-outlook.query.server';
import { organisationsById, successorsOf } from '../organisations/index.server';
import { explain } from '~/i18n/reason-text';
import type { Decision } from '~/lib/decision';
import { renderInFull } from '~/platform/markdown/render-in-full.server';

const whole = {
  parties: { orderBy: { position: 'asc' } },
  obligations: { orderBy: { position: 'asc' } },
} as const;

async function readAgreement(ctx: ReadContext, agreementId: string): Promise<HeldAgreement> {
  const agreement = await ctx.database.read.agreement.findUnique({
    where: { id: agreementId },
    include: whole,
  });
  if (!agreement) throw new DomainError('not-found');
  ensure(mayReadAgreement(ctx.actor, agreement));
  return agreement;
}

export async function agreementPage(ctx: ReadContext, agreementId: string) {
  const agreement = await readAgreement(ctx, agreementId);
  const organisations = await partiesOf(ctx, agreement);
  const frozen = agreement.contentHash !== null;
  const inService = organisations.filter((one) => one.state === 'verified').map(({ id }) => id);
  const away = organisations.filter((one) => one.state !== 'verified');
  const merged = await successorsOf(
    ctx,
    away.map(({ id }) => id),
  );
  const own = ownParty(ctx.actor, agreement);
  const isParty = belongsToParty(ctx.actor, withHeirs(agreement, merged));
  return {
    revision: isParty ? revisionOf(await draftFields(ctx, agreement)) : '',
    agreement: await shownAgreement(ctx, agreement, { isParty, inService }),
    organisations: namesOf(frozen ? agreement.parties : [], organisations),
    outOfService: away.filter(({ id }) => !merged.has(id)).map(({ name }) => name),
    merged: away.flatMap(({ id, name }) => {
      const successor = merged.get(id);
      return successor ? [{ id, name, successor }] : [];
    }),
    amount: own ? amountOwedBy(own.organisationId, agreement.obligations) : 0n,
    isParty,
    signing: isParty ? await signingStanding(ctx, agreement) : null,
    drafting: isParty && agreement.state === 'draft' ? draftingRightsOf(ctx.actor, agreement) : null,
    may: maysOf(ctx, { ...agreement, heirs: [...merged.values()].map(({ id }) => id) }),
    actAs: isParty ? couldActFor(ctx, withHeirs(agreement, merged)) : null,
  };
}

/** Of the parties, and those that go on for them, one for which the reader could act, and does not. */
function couldActFor(
  { actor }: ReadContext,
  { parties }: { parties: readonly { organisationId: string }[] },
) {
  if (actor.kind !== 'person') return null;
  const own = actor.memberships.filter(
    (member) =>
      hasMandate(member) && parties.some(({ organisationId }) => organisationId === member.organisationId),
  );
  const acts = own.some(({ organisationId }) => organisationId === actor.actingFor?.organisationId);
  const [first] = own;
  return acts || !first ? null : { id: first.organisationId, name: first.name };
}

async function partiesOf(ctx: ReadContext, agreement: HeldAgreement) {
  const ids = agreement.parties.map((party) => party.organisationId);
  return [...(await organisationsById(ctx, ids)).values()];
}

/** A draft as its form shows it, for who may change it. */
export async function editedAgreement(ctx: ReadContext, agreementId: string) {
  const agreement = await readAgreement(ctx, agreementId);
  ensure(mayEditAgreement(ctx.actor, agreement));
  return {
    areaId: agreement.areaId,
    proposalId: agreement.proposalId,
    // Parties that are out of service now can be seen to be so, and be left out.
    parties: (await partiesOf(ctx, agreement)).map(({ id, name }) => ({ id, name })),
    rows: agreement.obligations.length,
    fields: agreementFields(agreement, ctx.configuration.timeZone),
    revision: revisionOf(await draftFields(ctx, agreement)),
    drafting: draftingRightsOf(ctx.actor, agreement),
  };
}

/** What the page shows and no more: whose account signed, reported or accepted is nobody's else to know. */
interface Reading {
  isParty: boolean;
  /** The parties that may act at present. */
  inService: readonly string[];
}

async function shownAgreement(ctx: ReadContext, agreement: HeldAgreement, reading: Reading) {
  const { id, title, areaId, proposalId, state, version, contentHash, template, form } = agreement;
  const { inForceAt, endsAt, noticeOf, signBy, signingOrder, continuesId, continuesAs } = agreement;
  const fits = fitsItsSignatures(ctx.keys, agreement);
  return {
    ...{ id, title, areaId, proposalId, state, version, contentHash },
    ...{ inForceAt, endsAt, noticeOf, signBy, signingOrder, continuesId, continuesAs },
    hasDocuments: contentHash !== null && form >= firstWithDocuments,
    // The first two forms did not hold of what kind it is.
    kind: contentHash === null || form > 2 ? template : '',
    // What is shown is made from what is signed, not from a second column that nobody signed.
    clauses: clausesOf(agreement.body).map(({ number, title, body, source }) => ({
      ...{ number, title, source, html: renderInFull(body) },
    })),
    files: await signedFiles(ctx, agreement),
    fits,
    parties: agreement.parties.map(
      ({ organisationId, signedAt, signatoryName, nameFrom, mandate, declinedReason }) => ({
        ...{ organisationId, signedAt, signatoryName, nameFrom, mandate, declinedReason },
      }),
    ),
    obligations: await shownObligations(ctx, agreement, { ...reading, fits }),
  };
}

/** The files as the text names them; each is opened where it still hangs on the agreement by its hash. */
async function signedFiles(ctx: ReadContext, { id, attachments }: HeldAgreement) {
  const signed = JSON.parse(attachments) as { name: string; sha256: string }[];
  if (signed.length === 0) return [];
  const attached = await filesAttachedTo(ctx, attachmentKind, id);
  return signed.map((file) => ({
    ...file,
    id: attached.find(({ sha256 }) => sha256 === file.sha256)?.id ?? null,
  }));
}

async function shownObligations(
  ctx: ReadContext,
  agreement: HeldAgreement,
  { isParty, inService, fits }: Reading & { fits: boolean },
) {
  const now = ctx.clock.now();
  const ids = agreement.obligations.map(({ id }) => id);
  const evidence = isParty ? await filesAttachedToMany(ctx, evidenceKind, ids) : {};
  return agreement.obligations.map((row) => {
    const facts = { ...row, agreement, inService };
    // Nothing goes by a text that no longer fits its signatures.
    const may = (decision: Decision) => fits && decision.allowed;
    const { id, organisationId, payerId, text, dueAt, amountFen, state, report, reply } = row;
    return {
      ...{ id, organisationId, payerId, text, dueAt, amountFen, state, report, reply },
      ...{ cureBy: row.cureBy, releasedAt: row.releasedAt, writtenOff: row.writtenOff },
      carriedOn: row.carriedTo !== null,
      payerIsAway: payerId !== null && !inService.includes(payerId) && agreement.state !== 'draft',
      files: (evidence[id] ?? []).map((file) => ({ id: file.id, name: file.name })),
      overdue:
        ['open', 'breached'].includes(state) &&
        dueAt !== null &&
        dueAt < now &&
        agreement.state === 'in-force',
      may: {
        report: may(mayReportObligation(ctx.actor, facts)),
        answer: may(mayAnswerObligation(ctx.actor, facts)),
        breach: may(mayNoteBreach(ctx.actor, facts, now)),
        release: may(mayRelease(ctx.actor, facts)),
        writeOff: may(mayWriteOff(ctx.actor, facts)),
      },
    };
  });
}

function maysOf(ctx: ReadContext, agreement: HeldAgreement & { heirs: readonly string[] }) {
  const { actor } = ctx;
  return {
    edit: mayEditAgreement(actor, agreement),
    discuss: mayDiscussDraft(actor, agreement).allowed,
    addFiles: mayChangeFiles(actor, agreement, 'add').allowed,
    removeFiles: mayChangeFiles(actor, agreement, 'remove').allowed,
    freeze: mayFreezeAgreement(actor, agreement),
    sign: explain(ctx.locale, maySignAgreement(actor, agreement, ctx.clock.now())),
    decline: mayDeclineAgreement(actor, agreement).allowed,
    thaw: mayThawAgreement(actor, agreement).allowed,
    withdraw: mayWithdrawAgreement(actor, agreement).allowed,
    notice: mayGiveNotice(actor, agreement).allowed,
    assent: assents.filter((what) => mayAssent(actor, agreement, what).allowed),
    continue: continuations.filter((as) => mayTakeUp(actor, agreement, as).allowed),
  };
}

interface NamedParty {
  id: string;
  name: string;
  creditCode: string;
}

/** As the frozen text names the parties, else as they are called now. */
function namesOf(
  frozen: readonly { organisationId: string; name: string; creditCode: string }[],
  organisations: readonly NamedParty[],
): Record<string, NamedParty> {
  const named = frozen.map(({ organisationId: id, name, creditCode }) => ({ id, name, creditCode }));
  const now = organisations.map(({ id, name, creditCode }) => ({ id, name, creditCode }));
  return Object.fromEntries([...now, ...named].map((one) => [one.id, one]));
}
