import type { ReadContext } from '../../context';
import { certificateText } from './certificate-content.server';

/** The certificate of this number where the check code is its own; null tells nothing of which of the two is wrong. */
export async function checkedRow(ctx: ReadContext, asked: { number: string; code: string }) {
  const number = asked.number.trim().toUpperCase();
  const row = await ctx.database.read.volunteerCertificate.findUnique({ where: { number } });
  const isRight = ctx.keys.matches(row?.codeHash ?? '', certificateText(asked.code));
  return isRight ? row : null;
}
