import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hashesOfNodes } from './kept-tiles.server';
import { readTiles, rootFromTiles, writeTile } from './log-tiles.server';
import type { Tiles } from './log-tiles.server';
import { appendLeaves, hashFromTiles, keyOfTile, tilesOfNodes } from '../rules/tiles/hash-tiles';
import { leafHash } from '../rules/tree/hashes';
import type { Hash } from '../rules/tree/hashes';
import { hashOfNodes, nodesOfConsistency, nodesOfInclusion } from '../rules/tree/nodes';
import { verifyInclusion } from '../rules/tree/verify-proofs';
import { countedDatabase } from '../../../../tests/setup/counted-database';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { LogFault } from '../rules/log-fault';
import { growTile } from '../rules/tiles/grown-tile';

let test: TestContext;
let counted: ReturnType<typeof countedDatabase>;
let tiles: Tiles;
beforeEach(async () => {
  test = await testContext();
  counted = countedDatabase(test.database);
  tiles = new Map();
});
afterEach(() => test.dispose());

const leafOf = (index: number): Hash => leafHash(createHash('sha256').update(`entry ${index}`).digest());

/** Appends leaves to the tree that the database holds. */
async function grow(size: number, to: number): Promise<void> {
  const leaves = Array.from({ length: to - size }, (_, at) => leafOf(size + at));
  const grown = appendLeaves({ size, leaves }, (place) => tiles.get(keyOfTile(place)) ?? []);
  for (const [key, { hashes }] of grown) tiles.set(key, hashes);
  await test.database.transaction(async (tx) => {
    for (const tile of grown.values()) await writeTile(tx, tile);
  });
}

async function prove(index: number, size: number): Promise<void> {
  const nodes = nodesOfInclusion(index, size);
  const hashOf = await hashesOfNodes(counted.database, nodes.flat());
  const proof = nodes.map((part) => hashOfNodes(part, hashOf));
  verifyInclusion({ index, size, leaf: leafOf(index), proof, root: rootFromTiles(tiles, size) });
}

it('answers the hashes that the tiles have, of full tiles and of those at the end', async () => {
  const size = 2999;
  await grow(0, size);
  for (const index of [0, 255, 256, 1700, 2815, 2816, 2990, 2998]) await prove(index, size);
  const nodes = nodesOfConsistency(1234, size).flat();
  const kept = await hashesOfNodes(counted.database, nodes);
  const read = hashFromTiles(await readTiles(test.database.read, tilesOfNodes(nodes)));
  expect(nodes.map((node) => Buffer.from(kept(node)).toString('hex'))).toEqual(
    nodes.map((node) => Buffer.from(read(node)).toString('hex')),
  );
});

it('asks one question for all tiles of a proof, none for those that it has, and again for what has grown', async () => {
  await grow(0, 2999);
  await prove(700, 2999);
  expect(counted.asked()).toBe(1);
  await prove(701, 2999);
  await prove(600, 2999);
  expect(counted.asked()).toBe(0);
  await prove(10, 2999);
  expect(counted.asked()).toBe(1);
  await grow(2999, 3100);
  // The smaller tree is still proved by what is kept, the larger one by its new end.
  await prove(700, 2999);
  expect(counted.asked()).toBe(0);
  await prove(700, 3100);
  expect(counted.asked()).toBe(1);
  await prove(3050, 3100);
  await prove(702, 3100);
  expect(counted.asked()).toBe(1);
});

it('keeps no more tiles than some, those that were asked for last', async () => {
  const hashes = Array.from({ length: 256 }, (_, at) => leafOf(at));
  await test.database.transaction(async (tx) => {
    for (let index = 0; index < 300; index += 1) await writeTile(tx, { level: 0, index, hashes });
  });
  for (let index = 0; index < 300; index += 1)
    await hashesOfNodes(counted.database, [{ level: 7, index: 2 * index }]);
  expect(counted.asked()).toBe(300);
  await hashesOfNodes(counted.database, [{ level: 7, index: 598 }]);
  await hashesOfNodes(counted.database, [{ level: 7, index: 121 }]);
  expect(counted.asked()).toBe(0);
  await hashesOfNodes(counted.database, [{ level: 7, index: 21 }]);
  expect(counted.asked()).toBe(1);
});

it('refuses where the log lacks a tile', async () => {
  await grow(0, 300);
  const lacking = await hashesOfNodes(counted.database, [{ level: 0, index: 5000 }]);
  expect(() => lacking({ level: 0, index: 5000 })).toThrow('lacks hashes');
  const beyond = await hashesOfNodes(counted.database, [{ level: 0, index: 300 }]);
  expect(() => beyond({ level: 0, index: 300 })).toThrow('lacks hashes');
});

it('a tile that was cut within a hash is refused, not read without its end', () => {
  expect(() => growTile(new Uint8Array(33))).toThrow(LogFault);
  expect(growTile(new Uint8Array(64)).width).toBe(2);
});
