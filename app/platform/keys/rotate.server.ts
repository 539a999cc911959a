import { checkName } from './begun-with.server';
import { newestKey, readWraps, unwrap, withNewKey, wrap } from './key-ring.server';
import type { WrappedRing } from './key-ring.server';
import { ensureRing, forgetUses, openKept, replaceRing, useOf } from './kept-ring.server';
import type { KeptRing } from './kept-ring.server';
import { ringTimes } from './open-keys.server';
import { reseal } from './reseal.server';
import type { Pass, SealedTable } from './reseal.server';
import type { Database, Transaction } from '../db/database.server';
import { readKept } from '../db/kept-values.server';

type RotationFaultKind =
  /** The new DATA_KEY is the one that holds. */
  | 'same'
  /** A process still opens the ring by a DATA_KEY that would be dropped. */
  | 'in-use'
  /** Finishing was asked for under the old DATA_KEY. */
  | 'old-key'
  /** No rotation is under way. */
  | 'none'
  /** DATA_KEY is being changed: that comes first. */
  | 'data-key'
  /** Another command rotates at the same time. */
  | 'at-once';

export class RotationFault extends Error {
  readonly kind: RotationFaultKind;
  constructor(kind: RotationFaultKind) {
    super(`Rotation: ${kind}`);
    this.kind = kind;
  }
}

/** What the operator sees while it goes on. */
export type RotationStep =
  | { step: 'looking' | 'dropped' | 'known' | 'sealing' | 'settling' }
  | { step: 'table'; table: string; count: number };

export interface RotationPorts {
  database: Database;
  dataKey: string;
  tables: readonly SealedTable[];
  pause: (seconds: number) => Promise<void>;
  told: (step: RotationStep) => void;
}

/** Three readings of the ring: whoever opens it by a wrap has noted so meanwhile. */
const lookSeconds = 3 * ringTimes.readSeconds;
/** After this, each process has read the ring, or seals nothing. */
export const knownSeconds = ringTimes.staleSeconds + 2 * ringTimes.readSeconds;

async function write(
  { database }: RotationPorts,
  before: KeptRing,
  given: { wraps: WrappedRing['wraps']; also?: (tx: Transaction) => Promise<unknown> },
): Promise<void> {
  await database.transaction(async (tx) => {
    if (!(await replaceRing(tx, before.text, { wraps: given.wraps }))) throw new RotationFault('at-once');
    await given.also?.(tx);
  });
}

async function kept({ database, dataKey }: RotationPorts): Promise<KeptRing> {
  return (await openKept(database, dataKey)) ?? ensureRing(database, dataKey);
}

/** Throws `in-use` where a process reads the ring by another wrap than the ones given. */
async function ensureUnused(ports: RotationPorts, wraps: WrappedRing['wraps']): Promise<void> {
  if (wraps.length === 0) return;
  const uses = () => Promise.all(wraps.map(({ id }) => readKept(ports.database, useOf(id))));
  const before = await uses();
  ports.told({ step: 'looking' });
  await ports.pause(lookSeconds);
  const after = await uses();
  if (after.some((use, at) => use !== before[at])) throw new RotationFault('in-use');
}

/**
 * Wraps the ring for a new DATA_KEY beside the one that holds: from now on processes start with either. Begun again with
 * the same key it does nothing more; with another one, that one takes its place, if nobody uses it yet.
 */
export async function beginRotation(ports: RotationPorts, newDataKey: string): Promise<void> {
  const ring = await kept(ports);
  const opened = unwrap(readWraps(ring.text), newDataKey);
  if (opened?.wrapId === ring.wrapId) throw new RotationFault('same');
  const isOf = (id: string | undefined) => (wrapped: { id: string }) => wrapped.id === id;
  const own = ring.wraps.filter(isOf(ring.wrapId));
  const fresh = opened ? ring.wraps.filter(isOf(opened.wrapId)) : [wrap(ring.ring, newDataKey)];
  const wraps = [...own, ...fresh];
  await ensureUnused(
    ports,
    ring.wraps.filter(({ id }) => !wraps.some(isOf(id))),
  );
  await write(ports, ring, { wraps });
}

/** Drops every wrap but that of this DATA_KEY, and makes the key by which all is sealed anew: no other one ever opens it. */
async function dropOldWraps(ports: RotationPorts, ring: KeptRing): Promise<KeptRing> {
  const own = ring.wraps.filter(({ id }) => id === ring.wrapId);
  if (ring.wraps.at(-1)?.id !== ring.wrapId) throw new RotationFault('old-key');
  await ensureUnused(
    ports,
    ring.wraps.filter((wrapped) => !own.includes(wrapped)),
  );
  await write(ports, ring, { wraps: [wrap(withNewKey(ring.ring), ports.dataKey)] });
  ports.told({ step: 'dropped' });
  return kept(ports);
}

/** The new key seals once every process knows it. */
async function sealByNewest(ports: RotationPorts, ring: KeptRing): Promise<KeptRing> {
  ports.told({ step: 'known' });
  await ports.pause(knownSeconds);
  const sealing = newestKey(ring.ring);
  await write(ports, ring, { wraps: [wrap({ ...ring.ring, sealing }, ports.dataKey)] });
  return kept(ports);
}

/** Passes until one finds nothing that can be opened; the first one beside processes that still seal by the old key. */
async function resealAll(ports: RotationPorts, { ring }: KeptRing): Promise<Pass> {
  const sum: Pass = { resealed: 0, changed: 0, unopened: 0 };
  const { database, tables } = ports;
  const told = (table: string, { resealed: count }: Pass) => ports.told({ step: 'table', table, count });
  ports.told({ step: 'sealing' });
  sum.resealed += (await reseal(database, ring, { tables, told })).resealed;
  ports.told({ step: 'settling' });
  await ports.pause(knownSeconds);
  for (;;) {
    const pass = await reseal(database, ring, { tables, told });
    sum.resealed += pass.resealed;
    sum.unopened = pass.unopened;
    if (pass.resealed + pass.changed === 0) return sum;
  }
}

/**
 * Ends a rotation, under the new DATA_KEY and beside the running portal: the old DATA_KEY opens nothing more, a new key
 * seals, all that is sealed is sealed anew, and the old key is forgotten. Broken off anywhere, the next call goes on.
 */
export async function finishRotation(ports: RotationPorts): Promise<Pass> {
  let ring = await kept(ports);
  if (ring.wraps.length > 1) ring = await dropOldWraps(ports, ring);
  else if (ring.ring.keys.length === 1) throw new RotationFault('none');
  if (ring.ring.sealing !== newestKey(ring.ring)) ring = await sealByNewest(ports, ring);
  const sum = await resealAll(ports, ring);
  const keys = ring.ring.keys.filter(({ id }) => id === ring.ring.sealing);
  await write(ports, ring, {
    wraps: [wrap({ ...ring.ring, keys }, ports.dataKey)],
    also: async (tx) => {
      await forgetUses(tx);
      await tx.sql.run('DELETE FROM "KeptValue" WHERE "name" = ?', [checkName]);
    },
  });
  return sum;
}

/** How far a rotation has come, for who looks at the set-up. */
type RotationState = 'none' | 'two-keys' | 'sealing';

export function rotationState({ wraps, ring }: KeptRing): RotationState {
  if (wraps.length > 1) return 'two-keys';
  return ring.keys.length > 1 ? 'sealing' : 'none';
}
