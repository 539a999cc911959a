import type { Context } from '../context';
import { inTransaction } from '../in-transaction.server';
import { DomainError } from '../domain-error';
import { auditOf } from './audit-text.server';
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

export type DocumentKind = 'agreement' | 'audit';

export class DocumentRefused extends Error {
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

async function written(document: WrittenDocument, font: DocumentFont): Promise<Made> {
  const result = await writePdfInThread(document, font);
  if (result.ok) return { bytes: result.bytes, pages: result.pages, signatures: [], sealedAt: null };
  if ('missing' in result)
    throw new DocumentRefused('agreements.missing-characters', {
      characters: result.missing.slice(0, 20).map(named).join('、'),
    });
  throw new DocumentRefused('agreements.document-too-long');
}

/** The document as it stands, or a new one. */
async function begun(ctx: Context, agreement: HeldAgreement, font: DocumentFont): Promise<Made> {
  const row = await ctx.database.read.agreementDocument.findUnique({
    where: {
      agreementId_version_kind: { agreementId: agreement.id, version: agreement.version, kind: 'agreement' },
    },
  });
  const bytes = row && row.contentHash !== '' ? await readStored(ctx.files, row.contentHash) : null;
  if (!row || !bytes) return written(documentOf(ctx, agreement), font);
  return {
    bytes,
    pages: row.pages,
    signatures: JSON.parse(row.signatures) as string[],
    sealedAt: row.sealedAt,
  };
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

async function keep(
  ctx: Context,
  agreement: HeldAgreement,
  { kind, ...made }: Made & { kind: DocumentKind },
): Promise<string> {
  const contentHash = sha256(Buffer.from(made.bytes));
  await ctx.files.put(contentHash, made.bytes);
  const now = ctx.clock.now();
  const key = { agreementId: agreement.id, version: agreement.version, kind };
  const data = {
    ...{ contentHash, bytes: made.bytes.byteLength, pages: made.pages, sealedAt: made.sealedAt },
    ...{ signatures: JSON.stringify(made.signatures), fault: null, faultParams: null, updatedAt: now },
  };
  await inTransaction(ctx, async (ctx) => {
    // Who made it further meanwhile wins: a signature that stands in the file is never taken out of it.
    const held = await heldAgreement(ctx, agreement.id);
    const before = await ctx.prisma.agreementDocument.findUnique({
      where: { agreementId_version_kind: key },
    });
    const further = (JSON.parse(before?.signatures ?? '[]') as string[]).length > made.signatures.length;
    if (further || before?.sealedAt) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    await ctx.prisma.agreementDocument.upsert({
      where: { agreementId_version_kind: key },
      create: { id: newId(now), ...key, ...data, createdAt: now },
      update: data,
    });
    if (kind === 'agreement' && made.sealedAt)
      await tellOfAgreement({ ...ctx, actor: { kind: 'system' } }, held, { type: 'agreement.sealed' });
    ctx.invalidatePages(['agreements']);
  });
  return contentHash;
}

async function noteFault(
  ctx: Context,
  agreement: HeldAgreement,
  { reason, params }: DocumentRefused,
): Promise<void> {
  const key = { agreementId: agreement.id, version: agreement.version, kind: 'agreement' };
  const now = ctx.clock.now();
  const data = { fault: reason, faultParams: JSON.stringify(params), updatedAt: now };
  const empty = { contentHash: '', bytes: 0, pages: 0, createdAt: now };
  await inTransaction(ctx, (ctx) =>
    ctx.prisma.agreementDocument.upsert({
      where: { agreementId_version_kind: key },
      create: { id: newId(now), ...key, ...empty, ...data },
      update: data,
    }),
  );
  ctx.invalidatePages(['agreements']);
}

/**
 * Brings the document of a frozen or signed agreement up to date: written when the text is frozen, signed by each party
 * that has signed, sealed with the trail of its signing once it is in force. Bears repetition. What stands in the way (no
 * font, a character without a shape, too many pages) is noted and shown on the agreement's page.
 */
export async function makeDocument(ctx: Context, agreementId: string): Promise<void> {
  const agreement = await ctx.database.read.agreement.findUnique({
    where: { id: agreementId },
    include: { parties: true, obligations: true },
  });
  if (!agreement?.contentHash || !fitsItsSignatures(ctx.configuration.dataKey, agreement)) return;
  try {
    const font = findDocumentFont(ctx.configuration.documentFont);
    if (!font) throw new DocumentRefused('agreements.no-font');
    const before = await begun(ctx, agreement, font);
    if (before.sealedAt) return;
    const made = await completed(ctx, agreement, { made: before, font });
    if (made.sealedAt)
      await sealTrail(ctx, agreement, {
        font,
        sealedHash: sha256(Buffer.from(made.bytes)),
        at: made.sealedAt,
      });
    await keep(ctx, agreement, { ...made, kind: 'agreement' });
  } catch (error) {
    if (!(error instanceof DocumentRefused)) throw error;
    await noteFault(ctx, agreement, error);
  }
}

async function sealTrail(
  ctx: Context,
  agreement: HeldAgreement,
  { font, sealedHash, at }: { font: DocumentFont; sealedHash: string; at: Date },
): Promise<void> {
  const { id: agreementId, version } = agreement;
  // A trail that was sealed before its agreement could be kept belongs to a file that nobody has.
  await inTransaction(ctx, (ctx) =>
    ctx.prisma.agreementDocument.deleteMany({ where: { agreementId, version, kind: 'audit' } }),
  );
  const trail = await written(await auditOf(ctx, agreement, sealedHash), font);
  const bytes = await signField(ctx, trail.bytes, { font, field: sealField, at });
  await keep(ctx, agreement, { ...trail, bytes, sealedAt: at, kind: 'audit' });
}
