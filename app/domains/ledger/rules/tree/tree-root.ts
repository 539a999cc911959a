import { ensureHashes, nodeHash } from './hashes';
import type { Hash } from './hashes';
import { hashOfNodes, nodesOfRoot } from './nodes';
import type { Node } from './nodes';

/** The root of a subtree from its row of hashes, whose number is a power of two. */
export function rootOfRow(hashes: readonly Hash[]): Hash {
  let row = hashes;
  while (row.length > 1)
    row = Array.from({ length: row.length / 2 }, (_, at) =>
      nodeHash(row[2 * at] as Hash, row[2 * at + 1] as Hash),
    );
  return row[0] as Hash;
}

/**
 * The root of the tree over these leaves (RFC 6962, 2.1, from hashes of leaves on). Throws LogFault where one is not of
 * 32 bytes.
 */
export function treeRoot(leaves: readonly Hash[]): Hash {
  ensureHashes('a leaf', leaves);
  const hashOf = ({ level, index }: Node): Hash => {
    const width = 2 ** level;
    return rootOfRow(leaves.slice(index * width, (index + 1) * width));
  };
  return hashOfNodes(nodesOfRoot(leaves.length), hashOf);
}
