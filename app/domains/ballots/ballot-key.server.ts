import type { ReadContext } from '../context';
import { DomainError } from '../domain-error';
import { keyedHash, sameText } from '~/platform/crypto/keyed-hash.server';
import { sha256 } from '~/lib/sha256';
import type { PortalKeys } from '~/platform/keys/portal-keys.server';
import { createKeyFile, destroyKeyFile, readKeyFile } from '~/platform/files/key-files.server';

/** What ties the papers of one ballot to voters. It never stands in the database. */
export interface BallotKey {
  /** Under which the paper of a person or household lies. */
  paperKey(unitKey: string): string;
  /** Who of the unit cast the paper. */
  casterKey(personId: string): string;
  /** Seals what is noted at the counter until it is told; base64 of 32 bytes. */
  noteKey: string;
}

/** The columns by which a ballot's key is found and known to be the right one. */
export interface KeyedBallot {
  id: string;
  keyCheck: string | null;
  sealedSecret: string | null;
}

interface Halves {
  /** Half of the key is this file, half is the portal's own secret: neither alone opens anything. */
  file: Buffer;
  keys: PortalKeys;
}

const derived = ({ file, keys }: Halves, ballotId: string, purpose: string): string =>
  keys.derive(file, `ballot ${ballotId} ${purpose}`);

/** What the database keeps of a ballot's key: it tells the right one and opens nothing. */
export const keyCheckOf = (halves: Halves, ballotId: string) => sha256(derived(halves, ballotId, 'check'));

/** The half that lies in a file, or null where it is missing. */
function keyFileOf(ctx: ReadContext, ballotId: string): Buffer | null {
  return readKeyFile(ctx.configuration.ballotKeysDirectory, ballotId);
}

/**
 * Makes the key of a ballot that is about to open, durably, or takes the one that an opening broken off left. Answers
 * what the database keeps, to tell this key from another.
 */
export function makeBallotKey(ctx: ReadContext, ballotId: string): string {
  createKeyFile(ctx.configuration.ballotKeysDirectory, ballotId);
  const file = keyFileOf(ctx, ballotId);
  if (!file) throw new Error(`The key of ballot ${ballotId} could not be written`);
  return keyMadeOf({ file, keys: ctx.keys }, ballotId).check;
}

/** The key of an open ballot, or null where file or portal's secret is not the one with which it was opened. */
export function ballotKeyOf(ctx: ReadContext, ballot: KeyedBallot): BallotKey | null {
  if (ballot.sealedSecret !== null) return keyFromSecret(ctx, ballot.sealedSecret);
  const file = keyFileOf(ctx, ballot.id);
  if (file === null || ballot.keyCheck === null) return null;
  const made = keyMadeOf({ file, keys: ctx.keys }, ballot.id);
  return sameText(made.check, ballot.keyCheck) ? made.key : null;
}

interface MadeKey {
  ballotId: string;
  keys: PortalKeys;
  check: string;
  key: BallotKey;
}

/** What was derived lives as long as the bytes of the file in memory. */
const madeKeys = new WeakMap<Buffer, MadeKey>();

function keyMadeOf(halves: Halves, ballotId: string): MadeKey {
  const { file, keys } = halves;
  const known = madeKeys.get(file);
  if (known?.ballotId === ballotId && known.keys === keys) return known;
  const secret = derived(halves, ballotId, 'papers');
  const made = {
    ballotId,
    keys,
    check: keyCheckOf(halves, ballotId),
    key: keyOf(secret, derived(halves, ballotId, 'notes')),
  };
  madeKeys.set(file, made);
  return made;
}

/** Ballots that were opened while the secret stood in the database keep it until they close. */
function keyFromSecret(ctx: ReadContext, sealedSecret: string): BallotKey {
  const secret = ctx.keys.open(sealedSecret);
  return keyOf(secret, Buffer.from(sha256(`notes ${secret}`), 'hex').toString('base64'));
}

function keyOf(secret: string, noteKey: string): BallotKey {
  return {
    paperKey: (unitKey) => keyedHash(secret, unitKey),
    casterKey: (personId) => keyedHash(secret, `cast by ${personId}`),
    noteKey,
  };
}

/** The key that an act needs. Throws `wrong-state` where it is lost: nothing is taken then, and nobody votes twice. */
export function neededKey(ctx: ReadContext, ballot: KeyedBallot): BallotKey {
  const key = ballotKeyOf(ctx, ballot);
  if (!key) throw new DomainError('wrong-state', { reason: 'ballots.key-lost' });
  return key;
}

/** From here on nothing leads from a paper to a voter, whatever copies of the database there are. */
export function destroyBallotKey(ctx: ReadContext, ballotId: string): void {
  destroyKeyFile(ctx.configuration.ballotKeysDirectory, ballotId);
}
