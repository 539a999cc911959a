import type { ReadContext } from '../../context';
import { codeHash } from './certificate-content.server';
import { sameText } from '~/platform/crypto/keyed-hash.server';

/** The certificate of this number where the check code is its own; null tells nothing of which of the two is wrong. */
export async function checkedRow(ctx: ReadContext, asked: { number: string; code: string }) {
  const number = asked.number.trim().toUpperCase();
  const row = await ctx.database.read.volunteerCertificate.findUnique({ where: { number } });
  const isRight = sameText(row?.codeHash ?? '', codeHash(ctx, asked.code));
  return isRight ? row : null;
}
