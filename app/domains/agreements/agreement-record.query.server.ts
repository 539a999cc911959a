import type { ReadContext } from '../context';
import { mayReadAgreement, belongsToParty } from './policy';
import { DomainError } from '../domain-error';
import { reasonText } from '~/i18n/reason-text';

/** What stands beside the text: assents that are waited for, documents, what it continues and what continues it. */
export async function agreementRecord(
  ctx: ReadContext,
  agreement: { id: string; version: number; continuesId: string | null },
) {
  const { id: agreementId, version, continuesId } = agreement;
  const { read } = ctx.database;
  const [assents, documents, before, after] = await Promise.all([
    read.agreementAssent.findMany({
      where: { agreementId, version },
      select: { what: true, organisationId: true, reason: true },
      orderBy: { createdAt: 'asc' },
    }),
    read.agreementDocument.findMany({
      where: { agreementId, version },
      select: {
        kind: true,
        version: true,
        bytes: true,
        pages: true,
        sealedAt: true,
        fault: true,
        faultParams: true,
        contentHash: true,
      },
      orderBy: { kind: 'asc' },
    }),
    continuesId === null ? null : readableOne(ctx, continuesId),
    read.agreement.findMany({
      where: { continuesId: agreementId },
      include: { parties: true },
      orderBy: { id: 'asc' },
      take: 20,
    }),
  ]);
  return {
    assents,
    documents: documents.map(({ fault, faultParams, contentHash, ...row }) => ({
      ...row,
      isThere: contentHash !== '',
      fault:
        fault === null
          ? null
          : reasonText(
              ctx.locale,
              new DomainError('conflict', {
                reason: fault,
                params: JSON.parse(faultParams ?? '{}') as Record<string, string>,
              }),
            ),
    })),
    before,
    after: after
      .filter((row) => mayReadAgreement(ctx.actor, row).allowed)
      .map(({ id, title, continuesAs }) => ({ id, title, continuesAs })),
  };
}

async function readableOne(ctx: ReadContext, id: string) {
  const row = await ctx.database.read.agreement.findUnique({ where: { id }, include: { parties: true } });
  return row && mayReadAgreement(ctx.actor, row).allowed ? { id: row.id, title: row.title } : null;
}

/** The notes of the parties on clauses, kept through freezing; for the parties alone. */
export async function clauseNotesOf(
  ctx: ReadContext,
  agreement: { id: string; parties: readonly { organisationId: string }[] },
) {
  if (!belongsToParty(ctx.actor, agreement)) return [];
  return ctx.database.read.clauseNote.findMany({
    where: { agreementId: agreement.id },
    select: {
      ...{ id: true, clause: true, version: true, quoted: true, organisationId: true, text: true },
      ...{ proposed: true, state: true, answer: true, createdAt: true },
    },
    orderBy: { createdAt: 'asc' },
    take: 500,
  });
}

/** The file of a document that may be read, and its name; throws `not-found`. */
export async function openDocument(
  ctx: ReadContext,
  asked: { agreementId: string; kind: string; version: number },
) {
  const row = await ctx.database.read.agreementDocument.findUnique({
    where: { agreementId_version_kind: asked },
    include: { agreement: { include: { parties: true } } },
  });
  const may = row && mayReadAgreement(ctx.actor, row.agreement).allowed;
  // A version that was taken back is among the parties; what was frozen last is public as the page is.
  const isPresent =
    row && (row.version === row.agreement.version || belongsToParty(ctx.actor, row.agreement));
  const stream = row && may && isPresent && row.contentHash !== '' ? ctx.files.open(row.contentHash) : null;
  if (!row || !stream) throw new DomainError('not-found');
  return { stream, bytes: row.bytes, contentHash: row.contentHash };
}
