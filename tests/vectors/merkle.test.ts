import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slowConsistency, slowPath, slowRoot } from './slow-tree';
import { needs } from '../setup/needs';
import { LogFault } from '~/domains/ledger/rules/log-fault';
import { leafHash, nodeHash } from '~/domains/ledger/rules/tree/hashes';
import type { Hash } from '~/domains/ledger/rules/tree/hashes';
import { hashOfNodes, nodesOfConsistency, nodesOfInclusion } from '~/domains/ledger/rules/tree/nodes';
import type { Node } from '~/domains/ledger/rules/tree/nodes';
import { treeRoot } from '~/domains/ledger/rules/tree/tree-root';
import { verifyConsistency, verifyInclusion } from '~/domains/ledger/rules/tree/verify-proofs';

const folder = path.resolve(import.meta.dirname, '../../../shared/data/merkle');
const present = needs(existsSync(folder), 'the trees in ../shared/data/merkle');
const readVectors = <Vector>(file: string) =>
  existsSync(folder) ? (JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Vector) : ([] as Vector);

interface InclusionVector {
  leafIdx: number;
  treeSize: number;
  root: string;
  leafHash: string;
  proof: string[] | null;
  desc: string;
  wantErr: boolean;
}

interface ConsistencyVector {
  size1: number;
  size2: number;
  root1: string;
  root2: string;
  proof: string[] | null;
  desc: string;
  wantErr: boolean;
}

interface Roots {
  leaf_inputs_hex: string[];
  roots_by_tree_size: string[];
  hasher: { desc: string; want: string; leaf_hex?: string; left_hex?: string; right_hex?: string }[];
}

const hex = (hash: Uint8Array) => Buffer.from(hash).toString('hex');
const fromHex = (text = '') => Buffer.from(text, 'hex');
const decoded = (text: string) => Buffer.from(text, 'base64');

/** Holds, or throws a LogFault and nothing else. */
function holds(check: () => void): boolean {
  try {
    check();
    return true;
  } catch (error) {
    if (error instanceof LogFault) return false;
    throw error;
  }
}

describe('the vectors of transparency-dev/merkle', present, () => {
  it('agree on every root and hash', () => {
    const {
      leaf_inputs_hex: leaves,
      roots_by_tree_size: roots,
      hasher,
    } = readVectors<Roots>('rfc6962-roots.json');
    const hashes = leaves.map((leaf) => leafHash(fromHex(leaf)));
    expect(roots.map((_, size) => hex(treeRoot(hashes.slice(0, size))))).toEqual(roots);
    for (const { want, leaf_hex: leaf, left_hex: left, right_hex: right } of hasher) {
      if (leaf !== undefined) expect(hex(leafHash(fromHex(leaf)))).toBe(want);
      if (left !== undefined) expect(hex(nodeHash(fromHex(left), fromHex(right)))).toBe(want);
    }
  });

  it('agree on every proof of inclusion', () => {
    const vectors = readVectors<InclusionVector[]>('inclusion.json');
    const wrong = vectors.filter(
      ({ leafIdx: index, treeSize: size, root, leafHash: leaf, proof, wantErr }) =>
        holds(() =>
          verifyInclusion({
            ...{ index, size, root: decoded(root), leaf: decoded(leaf) },
            proof: (proof ?? []).map(decoded),
          }),
        ) === wantErr,
    );
    expect([vectors.length, wrong.map(({ desc }) => desc)]).toEqual([98, []]);
  });

  it('agree on every proof of consistency', () => {
    const vectors = readVectors<ConsistencyVector[]>('consistency.json');
    const wrong = vectors.filter(
      ({ size1: first, size2: second, root1, root2, proof, wantErr }) =>
        holds(() =>
          verifyConsistency({
            ...{ first, second, firstRoot: decoded(root1), secondRoot: decoded(root2) },
            proof: (proof ?? []).map(decoded),
          }),
        ) === wantErr,
    );
    expect([vectors.length, wrong.map(({ desc }) => desc)]).toEqual([98, []]);
  });
});

const most = 70;
const entries = Array.from({ length: most }, (_, index) => Buffer.from(`entry ${index}`));
const leaves = entries.map(leafHash);
const hashOf = ({ level, index }: Node): Hash =>
  treeRoot(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level));
const proofOf = (nodes: Node[][]) => nodes.map((part) => hashOfNodes(part, hashOf));
const sized = fc
  .integer({ min: 1, max: most })
  .chain((size) => fc.tuple(fc.nat(size - 1), fc.constant(size)));

describe('a tree beside the formulas of RFC 6962', () => {
  it('has the same root at each size', () => {
    for (let size = 0; size <= most; size += 1)
      expect(hex(treeRoot(leaves.slice(0, size)))).toBe(hex(slowRoot(entries.slice(0, size))));
  });

  it('has the same proofs, and they hold', () => {
    fc.assert(
      fc.property(sized, ([index, size]) => {
        const tree = entries.slice(0, size);
        const proof = proofOf(nodesOfInclusion(index, size));
        expect(proof.map(hex)).toEqual(slowPath(index, tree).map(hex));
        verifyInclusion({ index, size, leaf: leaves[index] as Hash, proof, root: slowRoot(tree) });
        const [first, second] = [index + 1, size];
        const consistent = proofOf(nodesOfConsistency(first, second));
        expect(consistent.map(hex)).toEqual(slowConsistency(first, tree).map(hex));
        const [firstRoot, secondRoot] = [slowRoot(entries.slice(0, first)), slowRoot(tree)];
        verifyConsistency({ first, second, firstRoot, secondRoot, proof: consistent });
      }),
    );
  });

  it('refuses a proof of which one bit was changed, and one for another place', () => {
    fc.assert(
      fc.property(sized, fc.nat(), fc.nat(), ([index, size], which, bit) => {
        const proof = proofOf(nodesOfInclusion(index, size)).map((hash) => Buffer.from(hash));
        const about = { index, size, leaf: leaves[index] as Hash, root: slowRoot(entries.slice(0, size)) };
        const changed = proof[which % Math.max(1, proof.length)];
        if (changed) {
          const byte = changed[bit % 32] ?? 0;
          changed[bit % 32] = byte ^ (1 << (bit % 8));
          expect(holds(() => verifyInclusion({ ...about, proof }))).toBe(false);
          changed[bit % 32] = byte;
          expect(holds(() => verifyInclusion({ ...about, index: (index + 1) % size, proof }))).toBe(false);
        }
        expect(holds(() => verifyInclusion({ ...about, proof }))).toBe(true);
      }),
    );
  });

  it('names what is wrong with what it is given', () => {
    const root = slowRoot([]);
    const codeOf = (act: () => unknown) => {
      try {
        act();
        return 'none';
      } catch (error) {
        return error instanceof LogFault ? error.code : String(error);
      }
    };
    const inclusion = { index: 0, size: 1, leaf: root, proof: [], root };
    const consistency = { first: 1, second: 2, firstRoot: root, secondRoot: root, proof: [] };
    expect([
      codeOf(() => verifyInclusion({ ...inclusion, leaf: root.subarray(1) })),
      codeOf(() => verifyInclusion({ ...inclusion, index: 2 ** 53, size: 2 ** 54 })),
      codeOf(() => verifyInclusion({ ...inclusion, index: -1 })),
      codeOf(() => verifyInclusion({ ...inclusion, index: 0.5 })),
      codeOf(() => verifyInclusion({ ...inclusion, proof: Array.from({ length: 100_000 }, () => root) })),
      codeOf(() => verifyConsistency({ ...consistency, first: 0 })),
      codeOf(() => verifyConsistency({ ...consistency, first: 3 })),
      codeOf(() => verifyConsistency(consistency)),
      codeOf(() => treeRoot([root.subarray(2)])),
      codeOf(() => nodesOfConsistency(0, 0)),
    ]).toEqual([
      ...['hash-length', 'size-out-of-range', 'index-out-of-range', 'index-out-of-range', 'proof-length'],
      ...['size-zero', 'sizes-out-of-order', 'proof-length', 'hash-length', 'size-zero'],
    ]);
  });
});
