import { z } from 'zod';
import type { Configuration } from '~/platform/configuration.server';
import type { Database } from '~/platform/db/database.server';
import { keepFirst, readKept } from '~/platform/db/kept-values.server';
import type { PortalKeys } from '~/platform/keys/portal-keys.server';

const name = 'vapid';
const pairSchema = z.object({ publicKey: z.string(), privateKey: z.string() });

/** The pair by which push services know the portal (RFC 8292), in base64url: the point and the number. */
export type VapidPair = z.output<typeof pairSchema>;

interface Portal {
  database: Database;
  keys: PortalKeys;
}

const readPair = (keys: PortalKeys, kept: string): VapidPair => pairSchema.parse(JSON.parse(keys.open(kept)));

/**
 * The portal's pair, made at its first use and never again: every device is bound to it. It lies sealed by the ring, so
 * that the database alone writes to nobody's phone. Of several processes that make one at once the first one's stays.
 */
export async function vapidPair({ database, keys }: Portal): Promise<VapidPair> {
  const kept = await readKept(database, name);
  if (kept !== null) return readPair(keys, kept);
  const { generateVAPIDKeys } = (await import('web-push')).default;
  return readPair(keys, await keepFirst(database, name, keys.seal(JSON.stringify(generateVAPIDKeys()))));
}

/**
 * Whom a push service writes to where something is wrong with what the portal sends: its address, or the sender of its
 * mails where the address is none of the open web.
 */
export function contactOf({ publicUrl, mailFrom }: Pick<Configuration, 'publicUrl' | 'mailFrom'>): string {
  if (publicUrl.startsWith('https://')) return publicUrl;
  const address = /<([^<>]+)>\s*$/.exec(mailFrom)?.[1] ?? mailFrom;
  return `mailto:${address.trim()}`;
}
