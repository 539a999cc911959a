import { openKept, ensureRing, replaceRing } from './kept-ring.server';
import type { KeptRing } from './kept-ring.server';
import { newestHashing, withNewHashing, wrap } from './key-ring.server';
import type { KeyRing } from './key-ring.server';
import { countOf, rehash } from './rehash.server';
import type { HashedColumn } from './rehash.server';
import { knownSeconds, rotationState, RotationFault } from './rotate.server';
import type { Database } from '../db/database.server';

/** What the operator sees while it goes on. */
export type HashRotationStep =
  { step: 'known' | 'turned' | 'hashing' } | { step: 'table' | 'remains'; table: string; count: number };

interface HashRotationPorts {
  database: Database;
  dataKey: string;
  columns: readonly HashedColumn[];
  pause: (seconds: number) => Promise<void>;
  told: (step: HashRotationStep) => void;
}

/** What came of it. */
interface HashRotation {
  hashed: number;
  /** Older keys that hash nothing more and by which something is found still. */
  stay: number;
  gone: number;
}

async function write(ports: HashRotationPorts, before: KeptRing, ring: KeyRing): Promise<KeptRing> {
  const { database, dataKey } = ports;
  const after = { wraps: [wrap(ring, dataKey)] };
  await database.transaction(async (tx) => {
    if (!(await replaceRing(tx, before.text, after))) throw new RotationFault('at-once');
  });
  return (await openKept(database, dataKey)) ?? ensureRing(database, dataKey);
}

/** The older keys of which the database holds hashes still; tells where. */
async function needed(ports: HashRotationPorts, { hashing, hashesBy }: KeyRing): Promise<Set<string>> {
  const ids = new Set<string>();
  for (const column of ports.columns) {
    let count = 0;
    for (const { id } of hashing) {
      if (id === hashesBy) continue;
      const own = await countOf(ports.database, column, id);
      if (own > 0) ids.add(id);
      count += own;
    }
    if (count > 0) ports.told({ step: 'remains', table: `${column.table}.${column.column}`, count });
  }
  return ids;
}

/**
 * Changes the key by which rows are found, beside the running portal: everybody looks up by the new one, then writes by
 * it, then what lies sealed is hashed anew, and a key that hashed nothing that is left is forgotten. Broken off anywhere,
 * the next call goes on. `tidy` makes no new key: it only looks again at what older ones hashed.
 */
export async function rotateHashing(ports: HashRotationPorts, { tidy }: { tidy: boolean }) {
  const { database, dataKey, told } = ports;
  let kept = (await openKept(database, dataKey)) ?? (await ensureRing(database, dataKey));
  if (rotationState(kept) !== 'none') throw new RotationFault('data-key');
  if (!kept.ring.turning && !tidy) kept = await write(ports, kept, withNewHashing(kept.ring));
  const newest = newestHashing(kept.ring);
  if (kept.ring.hashesBy !== newest) {
    told({ step: 'known' });
    await ports.pause(knownSeconds);
    kept = await write(ports, kept, { ...kept.ring, hashesBy: newest });
  }
  if (kept.ring.turning) {
    told({ step: 'turned' });
    await ports.pause(knownSeconds);
  }
  return hashAnew(ports, kept);
}

async function hashAnew(ports: HashRotationPorts, kept: KeptRing): Promise<HashRotation> {
  const { database, dataKey, columns, told } = ports;
  told({ step: 'hashing' });
  const hashed = await rehash(
    {
      ...{ database, dataKey, columns, changed: () => new RotationFault('at-once') },
      told: (table, count) => told({ step: 'table', table, count }),
    },
    kept,
  );
  const ids = await needed(ports, kept.ring);
  const { ring } = kept;
  const hashing = ring.hashing.filter(({ id }) => id === ring.hashesBy || ids.has(id));
  await write(ports, kept, { ...ring, hashing, turning: false });
  return { hashed, stay: hashing.length - 1, gone: ring.hashing.length - hashing.length };
}
