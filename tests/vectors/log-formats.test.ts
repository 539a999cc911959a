import * as checkpoints from '@sigstore/verify/dist/tlog/checkpoint.js';
import * as inclusion from '@sigstore/verify/dist/tlog/merkle.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slowPath, slowRoot } from './slow-tree';
import { LogFault } from '~/domains/ledger/rules/log-fault';
import { openCheckpoint, signCheckpoint } from '~/domains/ledger/rules/note/checkpoint';
import { cosign, cosignaturesOf } from '~/domains/ledger/rules/note/cosignature';
import { readNoteKey, signingKey, writeNoteKey } from '~/domains/ledger/rules/note/note-key';
import { openNote, signNote } from '~/domains/ledger/rules/note/signed-note';
import { readBundle, writeBundle } from '~/domains/ledger/rules/tiles/entry-bundle';
import {
  appendLeaves,
  hashFromTiles,
  keyOfTile,
  tilesOfNodes,
} from '~/domains/ledger/rules/tiles/hash-tiles';
import type { TilePlace } from '~/domains/ledger/rules/tiles/hash-tiles';
import { readTilePath, tilePath } from '~/domains/ledger/rules/tiles/tile-path';
import { leafHash } from '~/domains/ledger/rules/tree/hashes';
import type { Hash } from '~/domains/ledger/rules/tree/hashes';
import { hashOfNodes, nodesOfInclusion, nodesOfRoot } from '~/domains/ledger/rules/tree/nodes';

const origin = 'gongzhi.example/log';
const key = signingKey(origin, Buffer.alloc(32, 7));
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

function codeOf(act: () => unknown): string {
  try {
    act();
    return 'none';
  } catch (error) {
    if (error instanceof LogFault) return error.code;
    throw error;
  }
}

describe('a signed note', () => {
  it('is read as the specifications give it', () => {
    // The two examples of C2SP, signed-note and tlog-checkpoint: their form is read; the keys are not published.
    const example =
      'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n';
    expect(codeOf(() => openNote(Buffer.from(example), key))).toBe('note-signature');
    // The example of Go's sumdb/note, with its published key.
    const peter = readNoteKey('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW');
    const text =
      "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    const note = `${text}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;
    expect(openNote(Buffer.from(note), peter)).toBe(text);
    expect(writeNoteKey(peter)).toBe('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW');
  });

  it('opens what it signed, under other signatures too, and nothing that was changed', () => {
    const other = signingKey('witness.example/w', Buffer.alloc(32, 9));
    const text = 'eins\n\nzwei\n';
    const note = signNote(text, key);
    const witnessed = note + signNote(text, other).split('\n\n').at(-1);
    expect(openNote(Buffer.from(witnessed), key)).toBe(text);
    expect(openNote(Buffer.from(witnessed), other)).toBe(text);
    expect(openNote(Buffer.from(note), readNoteKey(writeNoteKey(key)))).toBe(text);
    const bytes = Buffer.from(note);
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(
        codeOf(() => openNote(changed, key)),
        `byte ${at}`,
      ).not.toBe('none');
    }
  });

  it('names what is wrong', () => {
    const opened = (text: string) => codeOf(() => openNote(Buffer.from(text), key));
    const good = signNote('text\n', key);
    expect([
      opened(''),
      opened(good.slice(0, -1)),
      opened(good.replace('\n\n', '\n')),
      opened(`${good}x\n`),
      opened('text\n\n' + '— a AAAAAAAA\n'.repeat(65)),
      opened('x'.repeat(200_001)),
      opened(good.replace('text', 'te\tt')),
      codeOf(() => openNote(Uint8Array.of(0xff), key)),
      codeOf(() => readNoteKey('a+b+c')),
      codeOf(() => readNoteKey(writeNoteKey(key).replace(origin, 'other.example/log'))),
      codeOf(() => signingKey('two words', Buffer.alloc(32))),
      codeOf(() => signingKey('short', Buffer.alloc(31))),
    ]).toEqual([
      ...Array.from({ length: 8 }, () => 'note-form'),
      ...Array.from({ length: 4 }, () => 'key-form'),
    ]);
  });
});

describe('a cosignature', () => {
  const witness = signingKey('witness.example.com/w1', Buffer.alloc(32, 3), 'cosignature');

  it('is read in the form that the specification gives', () => {
    // The example of C2SP, tlog-cosignature: 4 bytes of the key's id, 8 of the time, 64 of the signature.
    const line =
      '— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZ\\nqhf5nNo0xUe+mbIUBkBIfZ+qnA==';
    const bytes = Buffer.from((line.split(' ')[2] ?? '').replace('\\n', ''), 'base64');
    const own = cosign(Buffer.from(signNote('a\n', key)), witness, new Date('2023-03-20T12:25:47Z'));
    const written = Buffer.from(own.trim().split(' ').at(-1) ?? '', 'base64');
    expect(written).toHaveLength(bytes.length);
    expect(hex(written.subarray(4, 12))).toBe(hex(bytes.subarray(4, 12)));
  });

  it('stands for its witness and time; nothing that was changed does', () => {
    const note = signNote('a\n', key);
    const [early, late] = [new Date('2026-01-01T00:00:00Z'), new Date('2026-01-02T00:00:00Z')];
    const cosigned = cosign(Buffer.from(cosign(Buffer.from(note), witness, late)), witness, early);
    expect(cosignaturesOf(Buffer.from(cosigned), [witness])).toEqual([{ witness: witness.name, at: late }]);
    expect(openNote(Buffer.from(cosigned), key)).toBe('a\n');
    expect(cosignaturesOf(Buffer.from(note), [witness])).toEqual([]);
    const bytes = Buffer.from(cosign(Buffer.from(note), witness, early));
    const from = bytes.length - Math.ceil(68 / 3) * 4;
    for (let at = from; at < bytes.length - 1; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(
        codeOf(() => cosignaturesOf(changed, [witness])),
        `byte ${at}`,
      ).not.toBe('none');
    }
    // The key of a log with the same bytes is another key.
    expect(codeOf(() => readNoteKey(writeNoteKey(witness)))).toBe('key-form');
    expect(readNoteKey(writeNoteKey(witness), 'cosignature').id).toEqual(witness.id);
  });
});

describe('a checkpoint', () => {
  it('is read back, and refused in another form', () => {
    const root = leafHash(Buffer.from('x'));
    const note = signCheckpoint({ origin, size: 20_852_163, root }, key);
    const { size, root: read } = openCheckpoint(Buffer.from(note), key);
    expect([size, hex(read)]).toEqual([20_852_163, hex(root)]);
    const signed = (text: string) => codeOf(() => openCheckpoint(Buffer.from(signNote(text, key)), key));
    const base64 = Buffer.from(root).toString('base64');
    expect([
      signed(`other.example\n1\n${base64}\n`),
      signed(`${origin}\n01\n${base64}\n`),
      signed(`${origin}\n-1\n${base64}\n`),
      signed(`${origin}\n1\n${base64.slice(4)}\n`),
      signed(`${origin}\n1\n${base64}\n\nmore\n`),
      signed(`${origin}\n9999999999999999\n${base64}\n`),
      signed(`${origin}\n1\n${base64}\nextension\n`),
    ]).toEqual([...Array.from({ length: 5 }, () => 'checkpoint-form'), 'size-out-of-range', 'none']);
  });
});

describe('the path of a tile', () => {
  it('is spelt as tlog-tiles says', () => {
    expect([
      tilePath({ level: 0, index: 1_234_067, width: 256 }),
      tilePath({ level: 'entries', index: 0, width: 1 }),
      tilePath({ level: 2, index: 70_000, width: 112 }),
    ]).toEqual(['tile/0/x001/x234/067', 'tile/entries/000.p/1', 'tile/2/x070/000.p/112']);
  });

  it('is read back, and no other spelling is', () => {
    const level = fc.oneof(fc.nat(63), fc.constant('entries' as const));
    const index = fc.oneof(fc.nat(1000), fc.nat(2_000_000_000));
    fc.assert(
      fc.property(level, index, fc.integer({ min: 1, max: 256 }), (...[at, number, width]) => {
        const tile = { level: at, index: number, width };
        expect(readTilePath(tilePath(tile))).toEqual(tile);
      }),
    );
    const no = [
      'tile/0/0',
      'tile/64/000',
      'tile/00/000',
      'tile/0/x000/001',
      'tile/0/000.p/256',
      'tile/0/000.p/0',
    ];
    for (const path of [
      ...no,
      'tile/0/000.p/01',
      'tile/-1/000',
      'tile/0/../000',
      '/tile/0/000',
      'tile/0/000\n',
    ])
      expect(readTilePath(path), path).toBeNull();
  });
});

describe('tiles and bundles', () => {
  const entries = Array.from({ length: 65_600 }, (_, at) => Buffer.from(`entry ${at}`));
  const leaves = entries.map(leafHash);

  /** The tiles that grow when leaves come in lots. */
  function grown(size: number, lot: number): Map<string, Hash[]> {
    const tiles = new Map<string, Hash[]>();
    for (let at = 0; at < size; at += lot) {
      const more = { size: at, leaves: leaves.slice(at, Math.min(at + lot, size)) };
      const changed = appendLeaves(more, (place: TilePlace) => tiles.get(keyOfTile(place)) ?? []);
      for (const [name, { hashes }] of changed) tiles.set(name, hashes);
    }
    return tiles;
  }

  it.each([1, 255, 256, 257, 700, 65_600])('give the root of %i leaves, however they came', (size) => {
    const tiles = grown(size, 1000);
    const nodes = nodesOfRoot(size);
    expect(tilesOfNodes(nodes).every((place) => tiles.has(keyOfTile(place)))).toBe(true);
    expect(hex(hashOfNodes(nodes, hashFromTiles(tiles)))).toBe(hex(slowRoot(entries.slice(0, size))));
  });

  it('give every proof', () => {
    const tiles = grown(700, 7);
    const tree = entries.slice(0, 700);
    for (const index of [0, 1, 255, 256, 511, 512, 698, 699]) {
      const proof = nodesOfInclusion(index, 700).map((part) => hashOfNodes(part, hashFromTiles(tiles)));
      expect(proof.map(hex)).toEqual(slowPath(index, tree).map(hex));
    }
  });

  it('of entries hold each behind its length, and no more', () => {
    const some = [Buffer.alloc(0), Buffer.from('ab'), Buffer.alloc(65_535, 1)];
    const bundle = writeBundle(some);
    expect(hex(bundle.subarray(0, 6))).toBe('000000026162');
    expect(readBundle(bundle, 3).map(hex)).toEqual(some.map(hex));
    const more = Buffer.concat([bundle, Uint8Array.of(0)]);
    const refused = [bundle.subarray(0, -1), more, bundle.subarray(0, 1)];
    expect(refused.map((bytes) => codeOf(() => readBundle(bytes, 3)))).toEqual(
      refused.map(() => 'entry-length'),
    );
    expect(codeOf(() => readBundle(bundle))).toBe('entry-length');
    expect(codeOf(() => writeBundle([Buffer.alloc(65_536)]))).toBe('entry-length');
  });
});

/** What Sigstore's clients do with the log entry of a bundle; written by others, for other logs in these formats. */
interface Reader {
  verifyCheckpoint(entry: unknown, logs: unknown[]): { logSize: bigint; logHash: Buffer };
  verifyMerkleInclusion(entry: unknown, checkpoint: unknown): void;
}

describe('Sigstore’s verifier', () => {
  const { verifyCheckpoint, verifyMerkleInclusion } = { ...checkpoints, ...inclusion } as unknown as Reader;
  const size = 300;
  const tree = Array.from({ length: size }, (_, at) => Buffer.from(`entry ${at}`));
  const tiles = new Map<string, Hash[]>();
  for (const [name, { hashes }] of appendLeaves({ size: 0, leaves: tree.map(leafHash) }, () => []))
    tiles.set(name, hashes);
  const root = hashOfNodes(nodesOfRoot(size), hashFromTiles(tiles));
  const log = { logID: Buffer.from(key.id), publicKey: key.publicKey, baseURL: `https://${origin}` };
  const entryOf = (index: number, envelope: string) => ({
    canonicalizedBody: tree[index],
    inclusionProof: {
      logIndex: String(index),
      hashes: nodesOfInclusion(index, size).map((part) => hashOfNodes(part, hashFromTiles(tiles))),
      checkpoint: { envelope },
    },
  });

  it('accepts the heads and the proofs', () => {
    const envelope = signCheckpoint({ origin, size, root }, key);
    for (const index of [0, 1, 128, 255, 256, 299]) {
      const entry = entryOf(index, envelope);
      const checkpoint = verifyCheckpoint(entry, [log]);
      expect(checkpoint.logSize).toBe(BigInt(size));
      verifyMerkleInclusion(entry, checkpoint);
    }
  });

  it('refuses another key and another leaf, so that it was asked', () => {
    const envelope = signCheckpoint({ origin, size, root }, key);
    const stranger = { ...log, publicKey: signingKey(origin, Buffer.alloc(32, 8)).publicKey };
    expect(() => verifyCheckpoint(entryOf(0, envelope), [stranger])).toThrow('signature');
    const wrong = { ...entryOf(1, envelope), canonicalizedBody: tree[2] };
    expect(() => verifyMerkleInclusion(wrong, verifyCheckpoint(wrong, [log]))).toThrow('root hash');
  });
});
