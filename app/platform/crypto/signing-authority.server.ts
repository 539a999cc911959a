import type { KeyAndCertificate } from './certificates.server';
import type { Database } from '../db/database.server';
import { keepFirst, readKept } from '../db/kept-values.server';
import type { PortalKeys } from '../keys/portal-keys.server';

const name = 'signing-authority';
const commonName = (portal: string) => `${portal} 平台存证签名 CA`;

interface Portal {
  database: Database;
  keys: PortalKeys;
  /** What the portal is called when its authority is made. */
  named: () => Promise<string>;
}

/**
 * The portal's own authority as `readAuthority` reads it, made at its first use: its key lies sealed, so
 * that the database alone signs nothing. Of several processes that make one at once the first one's stays.
 */
export async function authorityText({ database, keys, named }: Portal, now: Date): Promise<string> {
  const { makeAuthority } = await import('./certificates.server');
  const kept =
    (await readKept(database, name)) ??
    (await keepFirst(database, name, keys.seal(await makeAuthority(commonName(await named()), now))));
  return keys.open(kept);
}

export async function signingAuthority(portal: Portal, now: Date): Promise<KeyAndCertificate> {
  const { readAuthority } = await import('./certificates.server');
  return readAuthority(await authorityText(portal, now));
}
