import type { ReadContext } from '../../context';
import { DomainError } from '../../domain-error';
import { certificateDocument } from './certificate-document.server';
import { certificatePage } from './certificate.query.server';
import { documentBytes } from '../../write-document.server';

/**
 * A certificate as PDF, for its person: what the page states, with number, check code and QR code. Throws `forbidden` to
 * everybody else, and `wrong-state` for one that was revoked: no fresh paper is made of it.
 */
export async function certificatePdf(ctx: ReadContext, certificateId: string) {
  const page = await certificatePage(ctx, certificateId);
  const { number, revokedAt } = page.certificate;
  if (revokedAt) throw new DomainError('wrong-state', { reason: 'volunteering.certificate-revoked' });
  return { number, bytes: await documentBytes(ctx, certificateDocument(ctx, page)) };
}
