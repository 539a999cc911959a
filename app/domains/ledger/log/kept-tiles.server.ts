import { growTile, hashFromGrown, widthsFor } from '../rules/tiles/grown-tile';
import type { GrownTile } from '../rules/tiles/grown-tile';
import { keyOfTile } from '../rules/tiles/hash-tiles';
import type { TilePlace } from '../rules/tiles/hash-tiles';
import type { Hash } from '../rules/tree/hashes';
import type { Node } from '../rules/tree/nodes';
import type { Reads } from '~/platform/db/database.server';

/** Of 16 kB each at most. Of ten million entries those above the first level are some 150: each proof asks for a few. */
const mostKept = 256;

/** By database and by the tiles' keys, those asked for last at the end. */
const keptOf = new WeakMap<object, Map<string, GrownTile>>();

function keptTiles(database: object): Map<string, GrownTile> {
  const kept = keptOf.get(database) ?? new Map<string, GrownTile>();
  keptOf.set(database, kept);
  return kept;
}

function keepTile(kept: Map<string, GrownTile>, key: string, tile: GrownTile): void {
  kept.delete(key);
  kept.set(key, tile);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
}

/** By raw SQL: Prisma would take the bytes apart into numbers and put them together again. */
async function readGrown({ sql }: Pick<Reads, 'sql'>, places: readonly TilePlace[]) {
  if (places.length === 0) return [];
  const rows = await sql.all<TilePlace & { hashes: Uint8Array }>(
    `SELECT "level", "index", "hashes" FROM "LogTile"
     WHERE ${places.map(() => '("level" = ? AND "index" = ?)').join(' OR ')}`,
    places.flatMap(({ level, index }) => [level, index]),
  );
  return rows.map((row) => ({ key: keyOfTile(row), tile: growTile(row.hashes) }));
}

/**
 * The hashes of these nodes. A tile only ever grows at its end, so what was read of it stays true: it is read again only
 * where a later tree asks for more of it than was there.
 */
export async function hashesOfNodes(database: Reads, nodes: readonly Node[]): Promise<(node: Node) => Hash> {
  const kept = keptTiles(database);
  const tiles = new Map<string, GrownTile>();
  const missing: TilePlace[] = [];
  for (const [key, { width, ...place }] of widthsFor(nodes)) {
    const tile = kept.get(key);
    if (tile && tile.width >= width) tiles.set(key, tile);
    else missing.push(place);
  }
  for (const { key, tile } of await readGrown(database, missing)) tiles.set(key, tile);
  for (const [key, tile] of tiles) keepTile(kept, key, tile);
  return hashFromGrown(tiles);
}
