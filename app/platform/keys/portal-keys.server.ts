import { derivingOf, hashingOf, macsOf } from './hashing.server';
import type { Deriving, Hashing } from './hashing.server';
import { openBy, sealBy } from './key-ring.server';
import type { KeyRing } from './key-ring.server';
import type { Transaction } from '../db/database.server';

/** What the portal's secrets do. Whoever asks sees no key. */
export interface PortalKeys extends Hashing {
  /** Seals a text by the key that seals now. */
  seal(text: string): string;
  /** Opens what any of the portal's keys sealed. Throws where none did, or a byte was changed. */
  open(sealed: string): string;
  /**
   * Hashing that stays as it is until the transaction ends: for what may be there once only. Whoever writes such hashes
   * asks for it before all else in the transaction, so that no two write the same by different keys.
   */
  hold(tx: Transaction): Promise<Hashing>;
  /** The key that hashes is being changed: what is short-lived holds it, too. */
  isTurning(): boolean;
  /** HMACs in base64url without the name of a key, the newest first: for what stands in no row. */
  macs(text: string): [string, ...string[]];
  /** What makes keys of a half that lies in a file: by the key that `check` names, or by the newest; null where it is gone. */
  deriving(check: string | null): Deriving | null;
}

/** By the ring as it is at each use. */
export function keysOf(ringNow: () => KeyRing): PortalKeys {
  const hashing = hashingOf(ringNow);
  return {
    ...hashing,
    seal: (text) => sealBy(ringNow(), text),
    open: (sealed) => openBy(ringNow(), sealed),
    hold: () => Promise.resolve(hashing),
    isTurning: () => ringNow().turning,
    macs: (text) => macsOf(ringNow(), text),
    deriving: (check) => derivingOf(ringNow(), check),
  };
}
