import type { Context } from '../context';
import { inTransaction } from '../in-transaction.server';
import { DomainError } from '../domain-error';
import { auditOf } from './audit-text.server';
import { firstWithDocuments } from './document-job.server';
import { documentOf, fieldOfParty, named, sealField } from './document-text.server';
import { heldAgreement, tellOfAgreement } from './move-agreement.server';
import type { HeldAgreement } from './move-agreement.server';
import { signField } from './sign-field.server';
import { fitsItsSignatures } from './signed-content';
import { sha256 } from '~/lib/sha256';
import { findDocumentFont } from '~/platform/pdf/document-font.server';
import type { DocumentFont } from '~/platform/pdf/document-font.server';
import { writePdfInThread } from '~/platform/pdf/write-in-thread.server';
import type { WrittenDocument } from '~/platform/pdf/write-pdf.server';
import { newId } from '~/platform/ids';
import { readStored } from '~/platform/files/read-stored.server';

type DocumentKind = 'agreement' | 'audit';

class DocumentRefused extends Error {
  constructor(
    readonly reason: string,
    readonly params: Record<string, string> = {},
  ) {
    super(reason);
  }
}

interface Made {
  bytes: Uint8Array;
  pages: number;
  /** The organisations that have signed, in order. */
  signatures: string[];
  sealedAt: Date | null;
}

/** The file that is kept, which what is made goes on from; null where there is none yet. */
type Base = string | null;

async function written(document: WrittenDocument, font: DocumentFont): Promise<Made> {
  const result = await writePdfInThread(document, font);
  if (result.ok) return { bytes: result.bytes, pages: result.pages, signatures: [], sealedAt: null };
  if ('missing' in result)
    throw new DocumentRefused('agreements.missing-characters', {
      characters: result.missing.slice(0, 20).map(named).join('、'),
    });
  throw new DocumentRefused('agreements.document-too-long');
}

const keyOf = ({ id: agreementId, version }: HeldAgreement, kind: DocumentKind) => ({
  agreementId_version_kind: { agreementId, version, kind },
});

const baseOf = (row: { contentHash: string } | null): Base => row?.contentHash || null;

/** The document as it stands, or a new one. */
async function begun(
  ctx: Context,
  agreement: HeldAgreement,
  font: DocumentFont,
): Promise<{ made: Made; base: Base }> {
  const row = await ctx.database.read.agreementDocument.findUnique({ where: keyOf(agreement, 'agreement') });
  const base = baseOf(row);
  const bytes = base === null ? null : await readStored(ctx.files, base);
  if (!row || !bytes) return { made: await written(documentOf(ctx, agreement), font), base };
  const { pages, sealedAt, signatures } = row;
  return { made: { bytes, pages, sealedAt, signatures: JSON.parse(signatures) as string[] }, base };
}

/** Adds what is missing, each behind the other: the parties in the order in which they signed, the seal last. */
async function completed(
  ctx: Context,
  agreement: HeldAgreement,
  { made, font }: { made: Made; font: DocumentFont },
) {
  let { bytes, sealedAt } = made;
  const signatures = [...made.signatures];
  const signed = agreement.parties
    .filter((party) => party.signedAt && !signatures.includes(party.organisationId))
    .sort((one, other) => Number(one.signedAt) - Number(other.signedAt) || one.position - other.position);
  for (const party of signed) {
    bytes = await signField(ctx, bytes, { font, field: fieldOfParty(party.position), party });
    signatures.push(party.organisationId);
  }
  if (agreement.inForceAt && !sealedAt && signatures.length === agreement.parties.length) {
    sealedAt = ctx.clock.now();
    bytes = await signField(ctx, bytes, { font, field: sealField, at: sealedAt });
  }
  return { ...made, bytes, signatures, sealedAt };
}

/** The record of signing, sealed, with the hash of the sealed agreement in it. */
async function trailOf(
  ctx: Context,
  agreement: HeldAgreement,
  { font, sealedHash, at }: { font: DocumentFont; sealedHash: string; at: Date },
): Promise<Made> {
  const trail = await written(await auditOf(ctx, agreement, sealedHash), font);
  const bytes = await signField(ctx, trail.bytes, { font, field: sealField, at });
  return { ...trail, bytes, sealedAt: at };
}

/**
 * Keeps what was made: the agreement and its record of signing together or neither, and only where the file that they
 * go on from is the kept one still. Of two that worked at once one's stays, and nobody's copy of it is called changed.
 */
async function keep(
  ctx: Context,
  agreement: HeldAgreement,
  { base, documents }: { base: Base; documents: Partial<Record<DocumentKind, Made>> },
): Promise<void> {
  const files = Object.entries(documents) as [DocumentKind, Made][];
  for (const [, { bytes }] of files) await ctx.files.put(sha256(Buffer.from(bytes)), bytes);
  const now = ctx.clock.now();
  await inTransaction(ctx, async (ctx) => {
    const held = await heldAgreement(ctx, agreement.id);
    const before = await ctx.prisma.agreementDocument.findUnique({ where: keyOf(agreement, 'agreement') });
    if (baseOf(before) !== base) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    for (const [kind, { bytes, pages, sealedAt, signatures }] of files) {
      const data = {
        ...{ contentHash: sha256(Buffer.from(bytes)), bytes: bytes.byteLength, pages, sealedAt },
        ...{ signatures: JSON.stringify(signatures), fault: null, faultParams: null, updatedAt: now },
      };
      const { agreementId_version_kind: key } = keyOf(agreement, kind);
      await ctx.prisma.agreementDocument.upsert({
        where: { agreementId_version_kind: key },
        create: { id: newId(now), ...key, ...data, createdAt: now },
        update: data,
      });
    }
    if (documents.agreement?.sealedAt)
      await tellOfAgreement({ ...ctx, actor: { kind: 'system' } }, held, { type: 'agreement.sealed' });
    ctx.invalidatePages(['agreements']);
  });
}

async function noteFault(
  ctx: Context,
  agreement: HeldAgreement,
  { reason, params }: DocumentRefused,
): Promise<void> {
  const where = keyOf(agreement, 'agreement');
  const now = ctx.clock.now();
  const data = { fault: reason, faultParams: JSON.stringify(params), updatedAt: now };
  const empty = { contentHash: '', bytes: 0, pages: 0, createdAt: now };
  await inTransaction(ctx, (ctx) =>
    ctx.prisma.agreementDocument.upsert({
      where,
      create: { id: newId(now), ...where.agreementId_version_kind, ...empty, ...data },
      update: data,
    }),
  );
  ctx.invalidatePages(['agreements']);
}

/** One turn: nothing is kept where nothing was added. */
async function bringUpToDate(ctx: Context, agreement: HeldAgreement): Promise<void> {
  const font = findDocumentFont(ctx.configuration.documentFont);
  if (!font) throw new DocumentRefused('agreements.no-font');
  const { made: before, base } = await begun(ctx, agreement, font);
  if (before.sealedAt) return;
  const made = await completed(ctx, agreement, { made: before, font });
  if (base !== null && made.bytes === before.bytes) return;
  const { sealedAt: at } = made;
  const sealedHash = sha256(Buffer.from(made.bytes));
  const audit = at && (await trailOf(ctx, agreement, { font, sealedHash, at }));
  await keep(ctx, agreement, { base, documents: { agreement: made, ...(audit ? { audit } : {}) } });
}

/**
 * Brings the document of a frozen or signed agreement up to date: written when the text is frozen, signed by each party
 * that has signed, sealed with the trail of its signing once it is in force. Bears repetition, and others beside it. What
 * stands in the way (no font, a character without a shape, too many pages, a time-stamp server that is away) is noted and
 * shown on the agreement's page; what may pass is thrown as well, to be tried again. Of texts in the form of older
 * portals, which kept no record of how they were signed, no document is made.
 */
export async function makeDocument(ctx: Context, agreementId: string): Promise<void> {
  const agreement = await ctx.database.read.agreement.findUnique({
    where: { id: agreementId },
    include: { parties: true, obligations: true },
  });
  if (!agreement?.contentHash || agreement.form < firstWithDocuments) return;
  if (!fitsItsSignatures(ctx.configuration.dataKey, agreement)) return;
  try {
    await bringUpToDate(ctx, agreement);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'conflict') throw error;
    const refused = error instanceof DocumentRefused;
    await noteFault(ctx, agreement, refused ? error : new DocumentRefused('agreements.document-failed'));
    if (!refused) throw error;
  }
}
