import type { Context } from '../../context';
import { signingAuthority } from '~/platform/crypto/signing-authority.server';

/** The certificate of the portal's own authority (PEM); its key never leaves the portal. */
export async function authorityCertificate({ database, keys, clock }: Context): Promise<string> {
  const authority = await signingAuthority({ database, keys }, clock.now());
  const { pemOf } = await import('~/platform/crypto/certificates.server');
  return pemOf(authority.certificate);
}
