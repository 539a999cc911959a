import type { Context } from '../../context';
import { portalOnPaper } from '../documents/document-text.server';
import { signingAuthority } from '~/platform/crypto/signing-authority.server';

/** The certificate of the portal's own authority (PEM); its key never leaves the portal. */
export async function authorityCertificate(ctx: Context): Promise<string> {
  const { database, keys, clock } = ctx;
  const authority = await signingAuthority({ database, keys, named: () => portalOnPaper(ctx) }, clock.now());
  const { pemOf } = await import('~/platform/crypto/certificates.server');
  return pemOf(authority.certificate);
}
