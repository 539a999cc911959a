import { hashFromTiles, keyOfTile, lastTileOf, levelsOf, readHashTile } from '../rules/tiles/hash-tiles';
import type { TilePlace } from '../rules/tiles/hash-tiles';
import { hashBytes } from '../rules/tree/hashes';
import type { Hash } from '../rules/tree/hashes';
import { hashOfNodes, nodesOfRoot } from '../rules/tree/nodes';
import type { Reader, Transaction } from '~/platform/db/database.server';

export type Tiles = Map<string, Hash[]>;

/** Tiles by their keys, with the hashes that they have now. */
export async function readTiles(
  { logTile }: Pick<Reader, 'logTile'>,
  places: readonly TilePlace[],
): Promise<Tiles> {
  if (places.length === 0) return new Map();
  const rows = await logTile.findMany({
    where: { OR: places.map(({ level, index }) => ({ level, index })) },
  });
  return new Map(
    rows.map((row) => [keyOfTile(row), readHashTile(row.hashes, row.hashes.length / hashBytes)]),
  );
}

/** The tiles at the right end of the tree: those that grow, and by which its root is calculated. */
export function readLastTiles(reader: Pick<Reader, 'logTile'>, size: number): Promise<Tiles> {
  const places = levelsOf(size).flatMap((level) => {
    const tile = lastTileOf(level, size);
    return tile ? [{ level, index: tile.index }] : [];
  });
  return readTiles(reader, places);
}

export const rootFromTiles = (tiles: ReadonlyMap<string, readonly Hash[]>, size: number) =>
  hashOfNodes(nodesOfRoot(size), hashFromTiles(tiles));

export async function writeTile(
  tx: Transaction,
  { level, index, hashes: row }: TilePlace & { hashes: readonly Hash[] },
): Promise<void> {
  const hashes = Uint8Array.from(Buffer.concat(row));
  await tx.prisma.logTile.upsert({
    where: { level_index: { level, index } },
    create: { level, index, hashes },
    update: { hashes },
  });
}
