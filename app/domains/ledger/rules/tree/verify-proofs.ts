import { ensureHashes, ensureIndex, ensureSize, nodeHash, sameHash } from './hashes';
import type { Hash } from './hashes';
import { LogFault } from '../log-fault';

const isOdd = (number: number) => number % 2 === 1;
const half = (number: number) => Math.floor(number / 2);

/** No proof in a tree of at most 2^53 leaves is longer. */
const longestProof = 64;

function ensureLength(proof: readonly Hash[]): void {
  if (proof.length > longestProof)
    throw new LogFault('proof-length', `the proof has ${proof.length} hashes, more than ${longestProof}`);
}

function ensureRoot(what: string, found: Hash, wanted: Hash): void {
  if (!sameHash(found, wanted)) {
    const [got, want] = [found, wanted].map((hash) => Buffer.from(hash).toString('hex'));
    throw new LogFault('root-differs', `${what}: got ${got}, want ${want}`);
  }
}

const tooShort = () => new LogFault('proof-length', 'the proof has too few hashes');
const tooLong = () => new LogFault('proof-length', 'the proof has too many hashes');

export interface Inclusion {
  index: number;
  size: number;
  leaf: Hash;
  proof: readonly Hash[];
  root: Hash;
}

/** Throws LogFault unless the proof shows that the leaf stands at its index in the tree (RFC 9162, 2.1.3.2). */
export function verifyInclusion({ index, size, leaf, proof, root }: Inclusion): void {
  ensureIndex(index, size);
  ensureLength(proof);
  ensureHashes('a hash of the proof', proof);
  ensureHashes('the leaf or the root', [leaf, root]);
  let [place, last, hash] = [index, size - 1, leaf];
  for (const beside of proof) {
    if (last === 0) throw tooLong();
    if (isOdd(place) || place === last) {
      hash = nodeHash(beside, hash);
      while (!isOdd(place) && place !== 0) [place, last] = [half(place), half(last)];
    } else hash = nodeHash(hash, beside);
    [place, last] = [half(place), half(last)];
  }
  if (last !== 0) throw tooShort();
  ensureRoot('the root by the proof', hash, root);
}

export interface Consistency {
  first: number;
  second: number;
  firstRoot: Hash;
  secondRoot: Hash;
  proof: readonly Hash[];
}

function ensureConsistencyForm({ first, second, proof }: Consistency): void {
  ensureSize('the first size', first);
  ensureSize('the second size', second);
  ensureLength(proof);
  ensureHashes('a hash of the proof', proof);
  if (first === 0) throw new LogFault('size-zero', 'nothing is proved of a tree without leaves');
  if (first > second)
    throw new LogFault('sizes-out-of-order', `the first size, ${first}, is beyond the second, ${second}`);
}

/** Throws LogFault unless the first tree is the beginning of the second (RFC 9162, 2.1.4.2). */
export function verifyConsistency(asked: Consistency): void {
  ensureConsistencyForm(asked);
  const { first, second, firstRoot, secondRoot, proof } = asked;
  if (first === second) {
    if (proof.length > 0) throw tooLong();
    return ensureRoot('the same size has another root', firstRoot, secondRoot);
  }
  ensureHashes('a root', [firstRoot, secondRoot]);
  let [place, last] = [first - 1, second - 1];
  while (isOdd(place)) [place, last] = [half(place), half(last)];
  // A first tree that is a complete subtree of the second stands for itself.
  const [begin, ...rest] = place === 0 ? [firstRoot, ...proof] : proof;
  if (begin === undefined || (place === 0 && rest.length === 0)) throw tooShort();
  let [old, hash] = [begin, begin];
  for (const beside of rest) {
    if (last === 0) throw tooLong();
    if (isOdd(place) || place === last) {
      [old, hash] = [nodeHash(beside, old), nodeHash(beside, hash)];
      while (!isOdd(place) && place !== 0) [place, last] = [half(place), half(last)];
    } else hash = nodeHash(hash, beside);
    [place, last] = [half(place), half(last)];
  }
  if (last !== 0) throw tooShort();
  ensureRoot('the first root by the proof', old, firstRoot);
  ensureRoot('the second root by the proof', hash, secondRoot);
}
