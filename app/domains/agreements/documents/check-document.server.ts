import type { ReadContext } from '../../context';
import type { HeldAgreement } from '../move-agreement.server';
import { fitsItsSignatures } from '../signing/signed-content';
import { sha256 } from '~/lib/sha256';
import { readStored } from '~/platform/files/read-stored.server';

export const largestChecked = 20 * 1024 * 1024;

const mark = 'gongzhi-';
const marks = /^gongzhi-(agreement|audit):([0-9A-Z]{26}):(\d{1,6})(?!\d)/;
const longestMark = 60;
/** The portal's own files name themselves a few times; who repeats it a million times asks for nothing else. */
const mostMarks = 100;
const ending = /startxref\s+\d+\s+%%EOF\s*$/;

export interface Checked {
  sha256: string;
  /**
   * sealed: as the portal sealed it; earlier: as it was before later signatures; text: the signed text; taken-back: of a
   * version that was taken back since.
   */
  verdict: 'sealed' | 'unsealed' | 'earlier' | 'text' | 'taken-back' | 'changed' | 'unknown';
  /** Its state is `altered` where the text no longer fits its signatures. */
  agreement: { id: string; title: string; state: string } | null;
  kind: string | null;
  sealedAt: Date | null;
}

const whole = { parties: true, obligations: true } as const;

/** As the agreement's page calls it; what is a draft again is named to nobody, whatever number a file carries. */
function shown(ctx: ReadContext, agreement: HeldAgreement): Checked['agreement'] {
  if (!agreement.frozenAt) return null;
  const { id, title, state } = agreement;
  const fits = fitsItsSignatures(ctx.keys, agreement);
  return { id, title, state: fits ? state : 'altered' };
}

const isTakenBack = (row: { version: number }, { version, contentHash }: HeldAgreement) =>
  contentHash === null || row.version !== version;

/**
 * Whether a file is one that the portal made of an agreement, unchanged: by its SHA-256 alone, so that one flipped byte
 * makes another. A file that carries the number of an agreement and is not what the portal keeps is called changed.
 * Tells nothing but what stands on the agreement's public page. The file is looked through as bytes: nothing in it is
 * taken apart, whatever it holds.
 */
export async function checkDocument(ctx: ReadContext, bytes: Uint8Array): Promise<Checked> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const hash = sha256(file);
  const nothing = { sha256: hash, agreement: null, kind: null, sealedAt: null };
  const row = await ctx.database.read.agreementDocument.findFirst({
    where: { OR: [{ contentHash: hash }, { sealedHash: hash }] },
    include: { agreement: { include: whole } },
  });
  if (row) {
    const { agreement, kind, sealedAt } = row;
    const standing = sealedAt ? 'sealed' : 'unsealed';
    const verdict = isTakenBack(row, agreement) ? 'taken-back' : standing;
    return { sha256: hash, verdict, agreement: shown(ctx, agreement), kind, sealedAt };
  }
  const text = await ctx.database.read.agreement.findFirst({
    where: { contentHash: hash, frozenAt: { not: null } },
    include: whole,
  });
  if (text) return { ...nothing, verdict: 'text', agreement: shown(ctx, text) };
  return { ...nothing, ...(await marked(ctx, file)) };
}

/** The number that a file of the portal carries among its properties; null for others. */
function markIn(file: Buffer): { kind: string; agreementId: string; version: number } | null {
  let at = file.indexOf(mark);
  for (let tried = 0; at !== -1 && tried < mostMarks; tried += 1, at = file.indexOf(mark, at + 1)) {
    const found = marks.exec(file.subarray(at, at + longestMark).toString('latin1'));
    if (found) return { kind: found[1] ?? '', agreementId: found[2] ?? '', version: Number(found[3]) };
  }
  return null;
}

/** The file as it was before a later signature: the kept one goes on behind it with a signature. */
function isEarlier(file: Buffer, kept: Buffer): boolean {
  return (
    kept.length > file.length &&
    kept.subarray(0, file.length).equals(file) &&
    ending.test(file.subarray(-longestMark).toString('latin1')) &&
    kept.indexOf('/ByteRange', file.length) !== -1
  );
}

/** A file that says of itself that it is one of the portal's: an earlier state of it, or a changed one. */
async function marked(
  ctx: ReadContext,
  file: Buffer,
): Promise<Pick<Checked, 'verdict' | 'agreement' | 'kind'>> {
  const asked = markIn(file);
  const row =
    asked &&
    (await ctx.database.read.agreementDocument.findUnique({
      where: { agreementId_version_kind: asked },
      include: { agreement: { include: whole } },
    }));
  if (!row) return { verdict: 'unknown', agreement: null, kind: null };
  const kept = row.contentHash === '' ? null : await readStored(ctx.files, row.contentHash);
  const known = { agreement: shown(ctx, row.agreement), kind: row.kind };
  if (!kept || !isEarlier(file, Buffer.from(kept))) return { ...known, verdict: 'changed' };
  return { ...known, verdict: isTakenBack(row, row.agreement) ? 'taken-back' : 'earlier' };
}
