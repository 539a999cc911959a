import type { Configuration } from '~/platform/configuration.server';

export interface RelyingParty {
  /** The name under which devices keep the passkeys: the host of the portal's address. */
  id: string;
  origin: string;
}

/** Four numbers with dots, or anything with a colon in brackets: an address and no name. */
const isBareAddress = (host: string) => /^\d+(\.\d+){3}$/.test(host) || host.startsWith('[');

/**
 * Who asks for passkeys, by the portal's own address alone and never by what a request says. Null where browsers
 * refuse them: at a bare IP address, and without TLS anywhere but on one's own machine.
 */
export function relyingPartyOf({ publicUrl }: Pick<Configuration, 'publicUrl'>): RelyingParty | null {
  const { hostname, origin, protocol } = new URL(publicUrl);
  const isOwnMachine = hostname === 'localhost' || hostname.endsWith('.localhost');
  if (isBareAddress(hostname) || (protocol !== 'https:' && !isOwnMachine)) return null;
  return { id: hostname, origin };
}
