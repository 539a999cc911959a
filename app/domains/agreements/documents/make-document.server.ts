import type { Context } from '../../context';
import { DomainError } from '../../domain-error';
import { auditOf } from '../signing/audit-text.server';
import { firstWithDocuments } from './document-job.server';
import { documentOf, fieldOfParty, named, sealField } from './document-text.server';
import {
  baseOf,
  DocumentRefused,
  hashOf,
  keepDocuments,
  keyOf,
  noteFault,
  TimeStampAway,
  unsealed,
  withoutStamp,
} from './keep-document.server';
import type { Base, Made } from './keep-document.server';
import type { HeldAgreement } from '../move-agreement.server';
import { signField } from '../signing/sign-field.server';
import { fitsItsSignatures } from '../signing/signed-content';
import { stampLate } from './stamp-late.server';
import { findDocumentFont } from '~/platform/pdf/document-font.server';
import type { DocumentFont } from '~/platform/pdf/document-font.server';
import { writePdfInThread } from '~/platform/pdf/paper-in-thread.server';
import type { WrittenDocument } from '~/platform/pdf/write-pdf.server';
import { readStored } from '~/platform/files/read-stored.server';

async function written(document: WrittenDocument, font: DocumentFont): Promise<Made> {
  const result = await writePdfInThread(document, font);
  if (result.ok) return { ...unsealed, bytes: result.bytes, pages: result.pages };
  if ('missing' in result)
    throw new DocumentRefused('agreements.missing-characters', {
      characters: named(result.missing),
    });
  throw new DocumentRefused('agreements.document-too-long');
}

/** The document as it stands, or a new one. */
async function begun(
  ctx: Context,
  agreement: HeldAgreement,
  font: DocumentFont,
): Promise<{ made: Made & { fault?: string | null }; base: Base }> {
  const row = await ctx.database.read.agreementDocument.findUnique({ where: keyOf(agreement, 'agreement') });
  const base = baseOf(row);
  const bytes = base === null ? null : await readStored(ctx.files, base);
  if (!row || !bytes) return { made: await written(await documentOf(ctx, agreement), font), base };
  const signatures = JSON.parse(row.signatures) as string[];
  return { made: { ...row, bytes, signatures }, base };
}

type Signing = { field: string } & ({ party: HeldAgreement['parties'][number] } | { at: Date });

/** Adds what is missing, each behind the other: the parties in the order in which they signed, the seal last. */
async function completed(
  ctx: Context,
  agreement: HeldAgreement,
  { made, font }: { made: Made; font: DocumentFont },
) {
  let { bytes, sealedAt } = made;
  let sealing: Pick<Made, 'sealedHash' | 'stampedAt'> = made;
  const signatures = [...made.signatures];
  // Of a server that has just been silent nobody waits again for each of the parties.
  let { timeStampUrl } = ctx.configuration;
  const signed = async (given: Signing) => {
    const { isStamped, ...answer } = await signField(ctx, bytes, { font, timeStampUrl, ...given });
    if (!isStamped) timeStampUrl = '';
    bytes = answer.bytes;
    return isStamped;
  };
  const missing = agreement.parties
    .filter((party) => party.signedAt && !signatures.includes(party.organisationId))
    .sort((one, other) => Number(one.signedAt) - Number(other.signedAt) || one.position - other.position);
  for (const party of missing) {
    await signed({ field: fieldOfParty(party.position), party });
    signatures.push(party.organisationId);
  }
  if (agreement.inForceAt && !sealedAt && signatures.length === agreement.parties.length) {
    sealedAt = ctx.clock.now();
    const isStamped = await signed({ field: sealField, at: sealedAt });
    sealing = { sealedHash: hashOf(bytes), stampedAt: isStamped ? sealedAt : null };
  }
  const { sealedHash, stampedAt } = sealing;
  return { ...made, bytes, signatures, sealedAt, sealedHash, stampedAt };
}

/** The record of signing, sealed, with the hash of the sealed agreement in it. */
async function trailOf(
  ctx: Context,
  agreement: HeldAgreement,
  {
    font,
    sealedHash,
    at,
    isStamped,
  }: { font: DocumentFont; sealedHash: string; at: Date; isStamped: boolean },
): Promise<Made> {
  const trail = await written(await auditOf(ctx, agreement, sealedHash), font);
  const timeStampUrl = isStamped ? ctx.configuration.timeStampUrl : '';
  const sealed = await signField(ctx, trail.bytes, { font, timeStampUrl, field: sealField, at });
  const { bytes } = sealed;
  return {
    ...trail,
    bytes,
    sealedAt: at,
    sealedHash: hashOf(bytes),
    stampedAt: sealed.isStamped ? at : null,
  };
}

/** One turn: nothing is kept where nothing was added. */
async function bringUpToDate(ctx: Context, agreement: HeldAgreement): Promise<void> {
  const font = findDocumentFont(ctx.configuration.documentFont);
  if (!font) throw new DocumentRefused('agreements.no-font');
  const { made: before, base } = await begun(ctx, agreement, font);
  if (before.sealedAt) return stampLate(ctx, agreement, { made: before, base });
  const made = await completed(ctx, agreement, { made: before, font });
  if (base !== null && made.bytes === before.bytes) return;
  const { sealedAt: at } = made;
  const sealedHash = hashOf(made.bytes);
  const isStamped = made.stampedAt !== null;
  const audit = at && (await trailOf(ctx, agreement, { font, sealedHash, at, isStamped }));
  await keepDocuments(ctx, agreement, { base, documents: { agreement: made, ...(audit ? { audit } : {}) } });
  const isStampWanted = at && ctx.configuration.timeStampUrl !== '';
  if (isStampWanted && !(made.stampedAt && audit?.stampedAt)) throw new TimeStampAway();
}

/**
 * Brings the document of a frozen or signed agreement up to date: written when the text is frozen, signed by each party
 * that has signed, sealed with the trail of its signing once it is in force. Bears repetition, and others beside it. What
 * stands in the way (no font, a character without a shape, too many pages, a time-stamp server that is away) is noted and
 * shown on the agreement's page; what may pass is thrown as well, to be tried again: a file whose seal lacks its time stamp
 * is kept and given meanwhile. Of texts in the form of older
 * portals, which kept no record of how they were signed, no document is made.
 */
export async function makeDocument(ctx: Context, agreementId: string): Promise<void> {
  const agreement = await ctx.database.read.agreement.findUnique({
    where: { id: agreementId },
    include: { parties: true, obligations: true },
  });
  if (!agreement?.contentHash || agreement.form < firstWithDocuments) return;
  if (!fitsItsSignatures(ctx.keys, agreement)) return;
  try {
    await bringUpToDate(ctx, agreement);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'conflict') throw error;
    const refused = error instanceof DocumentRefused;
    const reason = error instanceof TimeStampAway ? withoutStamp : 'agreements.document-failed';
    await noteFault(ctx, agreement, refused ? error : new DocumentRefused(reason));
    if (!refused) throw error;
  }
}
