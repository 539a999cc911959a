import { tileHeight, tileWidth } from './tile-path';
import type { Tile } from './tile-path';
import { LogFault } from '../log-fault';
import { hashBytes } from '../tree/hashes';
import type { Hash } from '../tree/hashes';
import type { Node } from '../tree/nodes';
import { rootOfRow } from '../tree/tree-root';

/** The place of a tile of hashes, whatever its width. */
export interface TilePlace {
  level: number;
  index: number;
}

/** What a tile is known by in a map. */
export const keyOfTile = ({ level, index }: TilePlace) => `${level}/${index}`;

/** The hashes that a tile's file holds. Throws LogFault where it is not as long as its width says. */
export function readHashTile(bytes: Uint8Array, width: number): Hash[] {
  if (bytes.length !== width * hashBytes)
    throw new LogFault('tile-length', `the tile has ${bytes.length} bytes, not ${width} hashes`);
  return Array.from({ length: width }, (_, at) => bytes.subarray(at * hashBytes, (at + 1) * hashBytes));
}

/** The last tile of hashes of a tree of that size at that level; those before it are full. Null where there is none. */
export function lastTileOf(level: number, size: number): Tile | null {
  const hashes = Math.floor(size / tileWidth ** level);
  if (hashes === 0) return null;
  const index = Math.floor((hashes - 1) / tileWidth);
  return { level, index, width: hashes - index * tileWidth };
}

/** The levels at which a tree of that size has tiles. */
export function levelsOf(size: number): number[] {
  const levels: number[] = [];
  for (let level = 0; tileWidth ** level <= size; level += 1) levels.push(level);
  return levels;
}

/** The tile in which a node's hash is found, and over which of the tile's hashes it stands. */
export function placeOfNode({ level, index }: Node): TilePlace & { from: number; count: number } {
  const tileLevel = Math.floor(level / tileHeight);
  const count = 2 ** (level % tileHeight);
  const inRow = index * count;
  return {
    level: tileLevel,
    index: Math.floor(inRow / tileWidth),
    from: inRow % tileWidth,
    count,
  };
}

/** The tiles in which the hashes of these nodes are found, each once. */
export function tilesOfNodes(nodes: readonly Node[]): TilePlace[] {
  const places = nodes.map(placeOfNode).map(({ level, index }) => ({ level, index }));
  return [...new Map(places.map((place) => [keyOfTile(place), place])).values()];
}

/** The hash of a node, from the tiles by their keys. Throws LogFault where the tile is missing or too short. */
export function hashFromTiles(tiles: ReadonlyMap<string, readonly Hash[]>) {
  return (node: Node): Hash => {
    const { from, count, ...place } = placeOfNode(node);
    const part = tiles.get(keyOfTile(place))?.slice(from, from + count) ?? [];
    if (part.length !== count)
      throw new LogFault('tile-length', `the tile ${keyOfTile(place)} lacks hashes of the tree`);
    return rootOfRow(part);
  };
}

/**
 * What the tiles become when leaves are appended: those that change, with all their hashes. `hashesOf` answers what a
 * tile at the right end holds so far.
 */
export function appendLeaves(
  { size, leaves }: { size: number; leaves: readonly Hash[] },
  hashesOf: (place: TilePlace) => readonly Hash[],
): Map<string, TilePlace & { hashes: Hash[] }> {
  const changed = new Map<string, TilePlace & { hashes: Hash[] }>();
  const append = (level: number, at: number, hash: Hash): void => {
    const place = { level, index: Math.floor(at / tileWidth) };
    const tile = changed.get(keyOfTile(place)) ?? { ...place, hashes: [...hashesOf(place)] };
    if (tile.hashes.length !== at % tileWidth)
      throw new LogFault('tile-length', `the tile ${keyOfTile(place)} does not end where the tree does`);
    tile.hashes.push(hash);
    changed.set(keyOfTile(place), tile);
    if (tile.hashes.length === tileWidth) append(level + 1, place.index, rootOfRow(tile.hashes));
  };
  leaves.forEach((leaf, at) => append(0, size + at, leaf));
  return changed;
}
