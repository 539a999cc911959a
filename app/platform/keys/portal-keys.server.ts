import { hkdfSync } from 'node:crypto';
import { keyedHash } from '../crypto/keyed-hash.server';
import { openBy, sealBy } from './key-ring.server';
import type { KeyRing } from './key-ring.server';

/** What the portal's secrets do. Whoever asks sees no key. */
export interface PortalKeys {
  /** Seals a text by the key that seals now. */
  seal(text: string): string;
  /** Opens what any of the portal's keys sealed. Throws where none did, or a byte was changed. */
  open(sealed: string): string;
  /** HMAC-SHA256 in base64url under a secret that stays: equality without the text. */
  hash(text: string): string;
  /** 32 bytes in base64 of which `file` is one half and the portal's secret the other: neither alone makes them. */
  derive(file: Buffer, purpose: string): string;
}

/** By the ring as it is at each use. */
export function keysOf(ringNow: () => KeyRing): PortalKeys {
  return {
    seal: (text) => sealBy(ringNow(), text),
    open: (sealed) => openBy(ringNow(), sealed),
    hash: (text) => keyedHash(ringNow().hashing, text),
    derive: (file, purpose) => {
      const salt = Buffer.from(ringNow().hashing, 'base64');
      return Buffer.from(hkdfSync('sha256', file, salt, purpose, 32)).toString('base64');
    },
  };
}
