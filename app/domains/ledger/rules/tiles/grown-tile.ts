import { keyOfTile, placeOfNode } from './hash-tiles';
import type { TilePlace } from './hash-tiles';
import { LogFault } from '../log-fault';
import { hashBytes, nodeHash } from '../tree/hashes';
import type { Hash } from '../tree/hashes';
import type { Node } from '../tree/nodes';

/** A tile with what follows from it: first its own hashes, then row by row those over two of the row before. */
export interface GrownTile {
  width: number;
  rows: readonly Uint8Array[];
}

const hashAt = (row: Uint8Array, at: number): Hash => row.subarray(at * hashBytes, (at + 1) * hashBytes);

/**
 * Calculates what stands over the hashes of a tile: of each pair once, whatever is asked of it later. Throws LogFault where
 * it holds no whole number of hashes.
 */
export function growTile(hashes: Uint8Array): GrownTile {
  const width = hashes.length / hashBytes;
  if (!Number.isInteger(width)) throw new LogFault('tile-length', `a tile has ${hashes.length} bytes`);
  let row = Uint8Array.from(hashes);
  const rows = [row];
  for (let pairs = Math.floor(width / 2); pairs > 0; pairs = Math.floor(pairs / 2)) {
    const above = new Uint8Array(pairs * hashBytes);
    for (let at = 0; at < pairs; at += 1)
      above.set(nodeHash(hashAt(row, 2 * at), hashAt(row, 2 * at + 1)), at * hashBytes);
    rows.push(above);
    row = above;
  }
  return { width, rows };
}

/** How many hashes each tile must have at least for these nodes, by the tiles' keys. */
export function widthsFor(nodes: readonly Node[]): Map<string, TilePlace & { width: number }> {
  const widths = new Map<string, TilePlace & { width: number }>();
  for (const { level, index, from, count } of nodes.map(placeOfNode)) {
    const key = keyOfTile({ level, index });
    widths.set(key, { level, index, width: Math.max(from + count, widths.get(key)?.width ?? 0) });
  }
  return widths;
}

/** The hash of a node, from grown tiles by their keys. Throws LogFault where the tile is missing or too short. */
export function hashFromGrown(tiles: ReadonlyMap<string, GrownTile>) {
  return (node: Node): Hash => {
    const { from, count, ...place } = placeOfNode(node);
    const tile = tiles.get(keyOfTile(place));
    const row = tile?.rows[Math.log2(count)];
    if (!tile || !row || from + count > tile.width)
      throw new LogFault('tile-length', `the tile ${keyOfTile(place)} lacks hashes of the tree`);
    return hashAt(row, from / count);
  };
}
