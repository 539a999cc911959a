import type { Context } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError } from '../../domain-error';
import { heldAgreement, tellOfAgreement } from '../move-agreement.server';
import type { HeldAgreement } from '../move-agreement.server';
import { sha256 } from '~/lib/sha256';
import { newId } from '~/platform/ids';

/** The fault of a file that is sealed and lacks the time stamp that is wanted. */
export const withoutStamp = 'agreements.no-time-stamp';

export type DocumentKind = 'agreement' | 'audit';

/** What no second try would mend. */
export class DocumentRefused extends Error {
  constructor(
    readonly reason: string,
    readonly params: Record<string, string> = {},
  ) {
    super(reason);
  }
}

export interface Made {
  bytes: Uint8Array;
  pages: number;
  /** The organisations that have signed, in order. */
  signatures: string[];
  sealedAt: Date | null;
  /** The file as it was sealed; a time stamp that comes later makes another. */
  sealedHash: string | null;
  stampedAt: Date | null;
}

/** The file is sealed without a time stamp, and one is wanted: told, and tried again. */
export class TimeStampAway extends Error {}

export const unsealed = { signatures: [], sealedAt: null, sealedHash: null, stampedAt: null };
export const hashOf = (bytes: Uint8Array) => sha256(Buffer.from(bytes));

/** The file that is kept, which what is made goes on from; null where there is none yet. */
export type Base = string | null;

export const keyOf = ({ id: agreementId, version }: HeldAgreement, kind: DocumentKind) => ({
  agreementId_version_kind: { agreementId, version, kind },
});

export const baseOf = (row: { contentHash: string } | null): Base => row?.contentHash || null;

/**
 * Keeps what was made: the agreement and its record of signing together or neither, and only where the file that they
 * go on from is the kept one still. Of two that worked at once one's stays, and nobody's copy of it is called changed.
 */
export async function keepDocuments(
  ctx: Context,
  agreement: HeldAgreement,
  { base, documents }: { base: Base; documents: Partial<Record<DocumentKind, Made>> },
): Promise<void> {
  const files = Object.entries(documents) as [DocumentKind, Made][];
  for (const [, { bytes }] of files) await ctx.files.put(hashOf(bytes), bytes);
  const now = ctx.clock.now();
  await inTransaction(ctx, async (ctx) => {
    const held = await heldAgreement(ctx, agreement.id);
    const before = await ctx.prisma.agreementDocument.findUnique({ where: keyOf(agreement, 'agreement') });
    if (baseOf(before) !== base) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    for (const [kind, { bytes, pages, sealedAt, sealedHash, stampedAt, signatures }] of files) {
      const data = {
        ...{ contentHash: hashOf(bytes), bytes: bytes.byteLength, pages, sealedAt, sealedHash, stampedAt },
        ...{ signatures: JSON.stringify(signatures), fault: null, faultParams: null, updatedAt: now },
      };
      const { agreementId_version_kind: key } = keyOf(agreement, kind);
      await ctx.prisma.agreementDocument.upsert({
        where: { agreementId_version_kind: key },
        create: { id: newId(now), ...key, ...data, createdAt: now },
        update: data,
      });
    }
    if (documents.agreement?.sealedAt && !before?.sealedAt)
      await tellOfAgreement({ ...ctx, actor: { kind: 'system' } }, held, { type: 'agreement.sealed' });
    ctx.invalidatePages(['agreements']);
  });
}

/** Says on the agreement's page what stood in the way; null: nothing does any more. */
export async function noteFault(
  ctx: Context,
  agreement: HeldAgreement,
  refused: DocumentRefused | null,
): Promise<void> {
  const where = keyOf(agreement, 'agreement');
  const now = ctx.clock.now();
  const faultParams = refused && JSON.stringify(refused.params);
  const data = { fault: refused?.reason ?? null, faultParams, updatedAt: now };
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
