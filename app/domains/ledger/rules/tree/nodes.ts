import { emptyRoot, ensureIndex, ensureSize, nodeHash } from './hashes';
import type { Hash } from './hashes';
import { LogFault } from '../log-fault';

/** A complete subtree: 2^level leaves, the first of which is leaf index · 2^level. */
export interface Node {
  level: number;
  index: number;
}

/** Where a tree of RFC 6962 of more than one leaf is parted: the largest power of two below the size. */
function partOf(size: number): number {
  let part = 1;
  while (part * 2 < size) part *= 2;
  return part;
}

/** The complete subtrees that the leaves of a span consist of, left to right; the span begins where one of its size may. */
function nodesOfSpan(from: number, to: number): Node[] {
  const nodes: Node[] = [];
  for (let at = from; at < to;) {
    let level = 0;
    let width = 1;
    while (at % (width * 2) === 0 && at + width * 2 <= to) {
      width *= 2;
      level += 1;
    }
    nodes.push({ level, index: at / width });
    at += width;
  }
  return nodes;
}

/** The nodes by which the root of a tree is calculated (RFC 6962, 2.1). */
export function nodesOfRoot(size: number): Node[] {
  ensureSize('the size', size);
  return nodesOfSpan(0, size);
}

/** For each hash of an inclusion proof (RFC 6962, 2.1.1), nearest the leaf first, the nodes by which it is calculated. */
export function nodesOfInclusion(index: number, size: number): Node[][] {
  ensureIndex(index, size);
  const siblings: Node[][] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + partOf(to - from);
    siblings.push(index < middle ? nodesOfSpan(middle, to) : nodesOfSpan(from, middle));
    [from, to] = index < middle ? [from, middle] : [middle, to];
  }
  return siblings.reverse();
}

/** The same of a proof that the tree of `first` leaves is the beginning of that of `second` (RFC 6962, 2.1.2). */
export function nodesOfConsistency(first: number, second: number): Node[][] {
  ensureSize('the first size', first);
  ensureSize('the second size', second);
  if (first === 0) throw new LogFault('size-zero', 'nothing is proved of a tree without leaves');
  if (first > second)
    throw new LogFault('sizes-out-of-order', `the first size, ${first}, is beyond the second, ${second}`);
  const parts: Node[][] = [];
  let [from, to] = [0, second];
  while (to !== first) {
    const middle = from + partOf(to - from);
    parts.push(first <= middle ? nodesOfSpan(middle, to) : nodesOfSpan(from, middle));
    [from, to] = first <= middle ? [from, middle] : [middle, to];
  }
  // What is left is the right end of the first tree; where that is the whole of it, its root is known.
  if (from > 0) parts.push(nodesOfSpan(from, to));
  return parts.reverse();
}

/** The hash over neighbouring subtrees, each larger than the next: from the right end to the left. */
export function hashOfNodes(nodes: readonly Node[], hashOf: (node: Node) => Hash): Hash {
  const last = nodes.at(-1);
  if (!last) return emptyRoot();
  return nodes.slice(0, -1).reduceRight((right, node) => nodeHash(hashOf(node), right), hashOf(last));
}
