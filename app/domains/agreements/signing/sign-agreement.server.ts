import type { Context, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError, ensure } from '../../domain-error';
import { mailCode, proveOneself, askForProof } from '../../identity/index.server';
import type { Proof } from '../../identity/index.server';
import { ensureMaySignFor, organisationsInService } from '../../organisations/index.server';
import { amendedBy, ensureAmends } from '../drafting/amended-agreement.server';
import { carryPromises } from '../living/carry-promises.server';
import { enqueueDocument } from '../documents/document-job.server';
import { ensureHasShapes } from '../documents/document-text.server';
import { heldAgreement, moveAgreement, tellOfAgreement } from '../move-agreement.server';
import type { HeldAgreement } from '../move-agreement.server';
import { maySignAgreement } from '../policy';
import { amountOwedBy } from '../rules/amount-owed';
import { recordAct } from './record-act.server';
import { contentHashOf, sealOf } from './signed-content';
import { ensureCouldSign } from './signing-outlook.query.server';

export interface SigningInput {
  /** What the signatory saw. */
  contentHash: string;
  /** The own name, where the owner of the organisation has put none on record. */
  name: string;
  /** The program by which it is signed, as it names itself. */
  device: string;
}

const actOf = (agreementId: string, contentHash: string) => ({
  purpose: 'sign' as const,
  subjectId: `${agreementId}:${contentHash}`,
});

function actingPerson(ctx: Pick<Context, 'actor'>) {
  const { actor } = ctx;
  if (actor.kind !== 'person' || !actor.actingFor)
    throw new DomainError('forbidden', { reason: 'agreements.act-for-party' });
  return { ...actor, actingFor: actor.actingFor };
}

/** The frozen text, where it is the actor's turn to sign it. */
async function textToSign(ctx: Context, agreementId: string) {
  const agreement = await ctx.database.read.agreement.findUnique({
    where: { id: agreementId },
    include: { parties: true, obligations: true },
  });
  if (!agreement?.contentHash) throw new DomainError('not-found');
  ensure(maySignAgreement(ctx.actor, agreement, ctx.clock.now()));
  await ensureCouldSign(ctx, agreement);
  return { act: actOf(agreementId, agreement.contentHash), title: agreement.title };
}

/** Mails the signatory a code that confirms the signing of just this text. */
export async function requestSigningCode(ctx: Context, agreementId: string): Promise<void> {
  const { act, title } = await textToSign(ctx, agreementId);
  await mailCode(ctx, act, title);
}

/** What the signatory's passkey is asked for, to sign just this text. */
export async function askForSigningPasskey(ctx: Context, agreementId: string) {
  return askForProof(ctx, (await textToSign(ctx, agreementId)).act);
}

/** The act that a code for signing confirms; for tests and the demo, which read no mail. */
export const signingAct = actOf;

/**
 * Signs for the organisation for which the actor acts, who proves to be it once more. What is signed is the hash that the
 * signatory saw; the platform seals the act (电子签名法 13–14: a record kept by the platform, not a licensed CA's
 * certificate). In force with the last signature. Throws `forbidden` where it is not the party's turn, the term is over or
 * the mandate does not reach so far; `conflict` where the text is another.
 */
export async function signAgreement(
  ctx: Context,
  agreementId: string,
  { proof, ...input }: SigningInput & { proof: Proof },
): Promise<void> {
  const actor = actingPerson(ctx);
  const useUp = await proveOneself(ctx, actOf(agreementId, input.contentHash), proof);
  await inTransaction(ctx, async (ctx) => {
    // Two who sign at once would each see the other's signature missing, and nobody would complete it.
    const agreement = await heldAgreement(ctx, agreementId);
    ensure(maySignAgreement(actor, agreement, ctx.clock.now()));
    const hash = contentHashOf(agreement);
    if (hash !== agreement.contentHash || hash !== input.contentHash)
      throw new DomainError('conflict', { reason: 'agreements.text-changed' });
    await ensureAllInService(ctx, agreement);
    const partyIds = agreement.parties.map((party) => party.organisationId);
    await ensureAmends(ctx, agreement, { partyIds });
    const signatory = await signatoryOf(ctx, { actor, agreement, name: input.name });
    await useUp(ctx);
    await writeSignature(ctx, { agreement, actor, signatory });
    await recordAct(ctx, agreement, { act: 'signed', device: input.device });
    await tellOfAgreement(ctx, agreement, { type: 'agreement.signed', organisation: actor.actingFor.name });
    await completeWhenAllSigned(ctx, agreement);
    await enqueueDocument(ctx, agreementId);
  });
}

async function ensureAllInService(ctx: TransactionContext, { parties }: HeldAgreement): Promise<void> {
  const ids = parties.map((party) => party.organisationId);
  if ((await organisationsInService(ctx, ids)).length < ids.length)
    throw new DomainError('conflict', { reason: 'agreements.party-out-of-service' });
}

interface Signing {
  agreement: HeldAgreement;
  actor: ReturnType<typeof actingPerson>;
}

/** Who signs by what right, and under what name: the one that the owner has checked, else the one stated now. */
async function signatoryOf(ctx: TransactionContext, { agreement, actor, name }: Signing & { name: string }) {
  const { organisationId } = actor.actingFor;
  const right = await ensureMaySignFor(ctx, {
    ...{ organisationId, personId: actor.personId, scope: agreement.template },
    amountFen: amountOwedBy(organisationId, agreement.obligations),
  });
  const stated = right.name ?? name.trim();
  if (stated.length < 2)
    throw new DomainError('invalid', { field: 'name', reason: 'agreements.name-missing' });
  ensureHasShapes(ctx, stated, 'name');
  return { mandate: right.mandate, name: stated, nameFrom: right.name === null ? 'stated' : 'mandate' };
}

async function writeSignature(
  ctx: TransactionContext,
  {
    agreement,
    actor,
    signatory,
  }: Signing & { signatory: { mandate: string; name: string; nameFrom: string } },
): Promise<void> {
  const { id: agreementId, contentHash } = agreement;
  const own = agreement.parties.find((party) => party.organisationId === actor.actingFor.organisationId);
  if (!own || contentHash === null)
    throw new DomainError('forbidden', { reason: 'agreements.act-for-party' });
  const signing = {
    signedAt: ctx.clock.now(),
    signatoryId: actor.personId,
    signatoryName: signatory.name,
    nameFrom: signatory.nameFrom,
    mandate: signatory.mandate,
  };
  const seal = sealOf(ctx.keys, { agreementId, contentHash, party: { ...own, ...signing } });
  const signed = await ctx.prisma.agreementParty.updateMany({
    where: { agreementId, organisationId: own.organisationId, signedAt: null, declinedAt: null },
    data: { ...signing, signedHash: contentHash, seal },
  });
  if (signed.count === 0) throw new DomainError('conflict', { reason: 'agreements.signed-already' });
}

async function completeWhenAllSigned(ctx: TransactionContext, agreement: HeldAgreement): Promise<void> {
  const missing = await ctx.prisma.agreementParty.count({
    where: { agreementId: agreement.id, signedAt: null },
  });
  if (missing > 0) return;
  const system = { ...ctx, actor: { kind: 'system' as const } };
  await moveAgreement(system, agreement, {
    event: 'complete',
    // From here on it is reminded of its last day.
    data: { inForceAt: ctx.clock.now(), remindedAt: null },
  });
  await tellOfAgreement(system, agreement, { type: 'agreement.in-force' });
  const amended = await amendedBy(system, agreement);
  if (!amended) return;
  await moveAgreement(system, amended, { event: 'replace' });
  await carryPromises(system, { amended, amendment: agreement });
  await tellOfAgreement(system, amended, { type: 'agreement.replaced', by: agreement.id });
}
