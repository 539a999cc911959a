import { newRing, ringBegunWith } from '~/platform/keys/key-ring.server';
import { keysOf } from '~/platform/keys/portal-keys.server';
import type { PortalKeys } from '~/platform/keys/portal-keys.server';

/** Keys of no database. */
export function looseKeys(): PortalKeys {
  const ring = newRing();
  return keysOf(() => ring);
}

/** The keys of a database in which people were laid before any portal opened it. */
export function keysBegunWith(dataKey: string): PortalKeys {
  const ring = ringBegunWith(dataKey);
  return keysOf(() => ring);
}
