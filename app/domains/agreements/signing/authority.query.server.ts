import type { Context } from '../../context';
import { signingAuthority } from '~/platform/crypto/signing-authority.server';

/** The certificate of the portal's own authority (PEM); its key never leaves the portal. */
export async function authorityCertificate({ database, configuration, clock }: Context): Promise<string> {
  const authority = await signingAuthority({ database, dataKey: configuration.dataKey }, clock.now());
  const { pemOf } = await import('~/platform/crypto/certificates.server');
  return pemOf(authority.certificate);
}
