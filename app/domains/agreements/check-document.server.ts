import type { ReadContext } from '../context';
import { sha256 } from '~/lib/sha256';
import { readStored } from '~/platform/files/read-stored.server';

export const largestChecked = 20 * 1024 * 1024;

const marks = /gongzhi-(agreement|audit):([0-9A-Z]{26}):(\d{1,6})/;

export interface Checked {
  sha256: string;
  /** sealed: as the portal sealed it; earlier: as it was before later signatures; text: the signed text. */
  verdict: 'sealed' | 'unsealed' | 'earlier' | 'text' | 'changed' | 'unknown';
  agreement: { id: string; title: string; state: string } | null;
  kind: string | null;
  sealedAt: Date | null;
}

const columns = { id: true, title: true, state: true, frozenAt: true } as const;

/** What is a draft again is named to nobody, whatever number a file carries. */
const open = ({ frozenAt, ...agreement }: NonNullable<Checked['agreement']> & { frozenAt: Date | null }) =>
  frozenAt ? agreement : null;

/**
 * Whether a file is one that the portal made of an agreement, unchanged: by its SHA-256 alone, so that one flipped byte
 * makes another. A file that carries the number of an agreement and is not what the portal keeps is called changed.
 * Tells nothing but what stands on the agreement's public page.
 */
export async function checkDocument(ctx: ReadContext, bytes: Uint8Array): Promise<Checked> {
  const hash = sha256(Buffer.from(bytes));
  const nothing = { sha256: hash, agreement: null, kind: null, sealedAt: null };
  const row = await ctx.database.read.agreementDocument.findFirst({
    where: { contentHash: hash },
    include: { agreement: { select: columns } },
  });
  if (row) {
    const { agreement, kind, sealedAt } = row;
    return {
      sha256: hash,
      verdict: sealedAt ? 'sealed' : 'unsealed',
      agreement: open(agreement),
      kind,
      sealedAt,
    };
  }
  const text = await ctx.database.read.agreement.findFirst({
    where: { contentHash: hash, frozenAt: { not: null } },
    select: columns,
  });
  if (text) return { ...nothing, verdict: 'text', agreement: open(text) };
  return { ...nothing, ...(await marked(ctx, bytes)) };
}

/** A file that says of itself that it is one of the portal's: an earlier state of it, which the present one begins with, or a changed one. */
async function marked(
  ctx: ReadContext,
  bytes: Uint8Array,
): Promise<Pick<Checked, 'verdict' | 'agreement' | 'kind'>> {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const [, kind = '', agreementId = '', version = ''] = marks.exec(latin) ?? [];
  if (agreementId === '') return { verdict: 'unknown', agreement: null, kind: null };
  const row = await ctx.database.read.agreementDocument.findUnique({
    where: { agreementId_version_kind: { agreementId, version: Number(version), kind } },
    include: { agreement: { select: columns } },
  });
  if (!row) return { verdict: 'unknown', agreement: null, kind: null };
  const kept = row.contentHash === '' ? null : await readStored(ctx.files, row.contentHash);
  const isEarlier =
    kept !== null &&
    kept.length > bytes.length &&
    Buffer.from(kept.subarray(0, bytes.length)).equals(Buffer.from(bytes));
  const endsWhole = latin.trimEnd().endsWith('%%EOF');
  return { verdict: isEarlier && endsWhole ? 'earlier' : 'changed', agreement: open(row.agreement), kind };
}
