import { hkdfSync } from 'node:crypto';
import type { ReadContext } from '../context';
import { DomainError } from '../domain-error';
import type { Configuration } from '~/platform/configuration.server';
import { keyedHash, sameText } from '~/platform/crypto/keyed-hash.server';
import { sha256 } from '~/lib/sha256';
import { openSealed } from '~/platform/crypto/seal.server';
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

type Halves = Pick<Configuration, 'dataKey'>;

/** Half of the key is the file, half is the portal's data key: neither alone opens anything. */
function derived({ dataKey }: Halves, ballotId: string, file: Buffer, purpose: string): string {
  const salt = Buffer.from(dataKey, 'base64');
  return Buffer.from(hkdfSync('sha256', file, salt, `ballot ${ballotId} ${purpose}`, 32)).toString('base64');
}

/** What the database keeps of a ballot's key: it tells the right one and opens nothing. */
export const keyCheckOf = (halves: Halves, ballotId: string, file: Buffer) =>
  sha256(derived(halves, ballotId, file, 'check'));

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
  return keyMadeOf(ctx.configuration, ballotId, file).check;
}

/** The key of an open ballot, or null where file or data key is not the one with which it was opened. */
export function ballotKeyOf(ctx: ReadContext, ballot: KeyedBallot): BallotKey | null {
  if (ballot.sealedSecret !== null) return keyFromSecret(ctx, ballot.sealedSecret);
  const file = keyFileOf(ctx, ballot.id);
  if (file === null || ballot.keyCheck === null) return null;
  const made = keyMadeOf(ctx.configuration, ballot.id, file);
  return sameText(made.check, ballot.keyCheck) ? made.key : null;
}

interface MadeKey {
  ballotId: string;
  dataKey: string;
  check: string;
  key: BallotKey;
}

/** What was derived lives as long as the bytes of the file in memory. */
const madeKeys = new WeakMap<Buffer, MadeKey>();

function keyMadeOf(halves: Halves, ballotId: string, file: Buffer): MadeKey {
  const known = madeKeys.get(file);
  if (known?.ballotId === ballotId && known.dataKey === halves.dataKey) return known;
  const secret = derived(halves, ballotId, file, 'papers');
  const made = {
    ballotId,
    dataKey: halves.dataKey,
    check: keyCheckOf(halves, ballotId, file),
    key: keyOf(secret, derived(halves, ballotId, file, 'notes')),
  };
  madeKeys.set(file, made);
  return made;
}

/** Ballots that were opened while the secret stood in the database keep it until they close. */
function keyFromSecret(ctx: ReadContext, sealedSecret: string): BallotKey {
  const secret = openSealed(ctx.configuration.dataKey, sealedSecret);
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
