import type { ReadContext } from '../context';
import { readsAsParty } from './living/heirs.query.server';
import { mayReadAgreement } from './policy';
import { DomainError } from '../domain-error';
import { reasonText } from '~/i18n/reason-text';

interface Recorded {
  id: string;
  version: number;
  continuesId: string | null;
}

/** What stands beside the text, for a reader of a party or another: assents that are waited for, documents, what it continues and what continues it. */
export async function agreementRecord(
  ctx: ReadContext,
  { id, version, continuesId }: Recorded,
  isParty = false,
) {
  const { read } = ctx.database;
  const [assents, documents, before, after] = await Promise.all([
    read.agreementAssent.findMany({
      where: { agreementId: id, version },
      select: { what: true, organisationId: true, reason: true },
      orderBy: { createdAt: 'asc' },
    }),
    documentsOf(ctx, { agreementId: id, version, ...(isParty ? {} : { kind: 'agreement' }) }),
    continuesId === null ? null : readableOne(ctx, continuesId),
    read.agreement.findMany({
      where: { continuesId: id },
      include: { parties: true },
      orderBy: { id: 'asc' },
      take: 20,
    }),
  ]);
  const readable = after.filter((row) => mayReadAgreement(ctx.actor, row).allowed);
  return {
    ...{ assents, documents, before },
    after: readable.map(({ id, title, continuesAs, state }) => ({ id, title, continuesAs, state })),
  };
}

/** The files of a version; one that could not be made says why. */
async function documentsOf(ctx: ReadContext, where: { agreementId: string; version: number; kind?: string }) {
  const rows = await ctx.database.read.agreementDocument.findMany({ where, orderBy: { kind: 'asc' } });
  return rows.map(({ kind, version, bytes, pages, sealedAt, stampedAt, fault, faultParams, contentHash }) => {
    const params = JSON.parse(faultParams ?? '{}') as Record<string, string>;
    const words =
      fault === null ? null : reasonText(ctx.locale, new DomainError('conflict', { reason: fault, params }));
    const isStamped = stampedAt !== null;
    return { kind, version, bytes, pages, sealedAt, isStamped, isThere: contentHash !== '', fault: words };
  });
}

async function readableOne(ctx: ReadContext, id: string) {
  const row = await ctx.database.read.agreement.findUnique({ where: { id }, include: { parties: true } });
  return row && mayReadAgreement(ctx.actor, row).allowed ? { id: row.id, title: row.title } : null;
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
  // What was frozen last is public as the page is. A version that was taken back, and the record of who opened and read
  // the text when and by which program, are among the parties.
  const isPublic = row && row.kind === 'agreement' && row.version === row.agreement.version;
  const isPresent = row && (isPublic || (await readsAsParty(ctx, row.agreement)));
  const isThere = row && may && isPresent && row.contentHash !== '';
  const stream = isThere ? await ctx.files.open(row.contentHash) : null;
  if (!row || !stream) throw new DomainError('not-found');
  return { stream, bytes: row.bytes, contentHash: row.contentHash };
}
