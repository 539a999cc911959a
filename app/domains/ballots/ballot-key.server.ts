import type { ReadContext } from '../context';
import { DomainError } from '../domain-error';
import { keyedHash, sameText } from '~/platform/crypto/keyed-hash.server';
import { sha256 } from '~/lib/sha256';
import type { Deriving } from '~/platform/keys/hashing.server';
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

const derived = ({ file }: Halves, by: Deriving, of: string): string => by.derive(file, `ballot ${of}`);

/** What the database keeps of a ballot's key: it tells the right one, names the portal's half, and opens nothing. */
export function keyCheckOf(halves: Halves, ballotId: string): string {
  const by = halves.keys.deriving(null);
  return checkBy(halves, by ?? lacksKey(), ballotId);
}

const checkBy = (halves: Halves, by: Deriving, ballotId: string): string =>
  by.name + sha256(derived(halves, by, `${ballotId} check`));

function lacksKey(): never {
  throw new Error('The portal has no key');
}

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
  return keyCheckOf({ file, keys: ctx.keys }, ballotId);
}

/** The key of an open ballot, or null where file or portal's secret is not the one with which it was opened. */
export function ballotKeyOf(ctx: ReadContext, ballot: KeyedBallot): BallotKey | null {
  if (ballot.sealedSecret !== null) return keyFromSecret(ctx, ballot.sealedSecret);
  const file = keyFileOf(ctx, ballot.id);
  if (file === null || ballot.keyCheck === null) return null;
  const made = keyMadeOf({ file, keys: ctx.keys }, ballot.id, ballot.keyCheck);
  return made && sameText(made.check, ballot.keyCheck) ? made.key : null;
}

interface MadeKey {
  ballotId: string;
  keys: PortalKeys;
  check: string;
  key: BallotKey;
}

/** What was derived lives as long as the bytes of the file in memory. */
const madeKeys = new WeakMap<Buffer, MadeKey>();

/** By the half of the portal that the check names; null where that is gone. */
function keyMadeOf(halves: Halves, ballotId: string, keyCheck: string): MadeKey | null {
  const { file, keys } = halves;
  const known = madeKeys.get(file);
  if (known?.ballotId === ballotId && known.keys === keys && known.check === keyCheck) return known;
  const by = keys.deriving(keyCheck);
  if (!by) return null;
  const made = {
    ballotId,
    keys,
    check: checkBy(halves, by, ballotId),
    key: keyOf(derived(halves, by, `${ballotId} papers`), derived(halves, by, `${ballotId} notes`)),
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
