import { describe, expect, it } from 'vitest';
import { checkLog, LogAlarm } from './check-log';
import { passingMirror } from './log-mirror';
import type { LogMirror } from './log-mirror';
import type { ReadLogFile } from './log-source';
import { signCheckpoint } from '~/domains/ledger/rules/note/checkpoint';
import { signingKey, writeNoteKey } from '~/domains/ledger/rules/note/note-key';
import { writeBundle } from '~/domains/ledger/rules/tiles/entry-bundle';
import { appendLeaves } from '~/domains/ledger/rules/tiles/hash-tiles';
import { tilePath, tileWidth } from '~/domains/ledger/rules/tiles/tile-path';
import { leafHash } from '~/domains/ledger/rules/tree/hashes';
import { treeRoot } from '~/domains/ledger/rules/tree/tree-root';

const origin = 'gongzhi.example/log';
const key = signingKey(origin, Buffer.alloc(32, 5));

/** The files of a log of so many entries of 32 bytes. */
function filesOfLog(size: number): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const entries = Array.from({ length: size }, (_, at) => {
    const entry = Buffer.alloc(32);
    entry.writeUInt32BE(at);
    return entry;
  });
  const leaves = entries.map(leafHash);
  for (const { level, index, hashes } of appendLeaves({ size: 0, leaves }, () => []).values())
    files.set(tilePath({ level, index, width: hashes.length }), Buffer.concat(hashes));
  for (let at = 0; at < size; at += tileWidth) {
    const some = entries.slice(at, at + tileWidth);
    const tile = { level: 'entries', index: at / tileWidth, width: some.length } as const;
    files.set(tilePath(tile), writeBundle(some));
  }
  files.set('checkpoint', Buffer.from(signCheckpoint({ origin, size, root: treeRoot(leaves) }, key)));
  return files;
}

describe('a log of 100,000 events', () => {
  const files = filesOfLog(100_000);
  const check = (source: ReadLogFile, mirror: LogMirror) =>
    checkLog({ source, mirror }, { key: writeNoteKey(key) });
  const whole: ReadLogFile = (name) => Promise.resolve(files.get(name) ?? null);

  /** As the file server would give it where one bit of one file's byte is another. */
  function flipped(file: string, at: number): ReadLogFile {
    const bytes = Uint8Array.from(files.get(file) ?? []);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
    return (name) => (name === file ? Promise.resolve(bytes) : whole(name));
  }

  /** Who has checked all but that tile, which with its entries is read now: one check costs no more than one tile. */
  function allBut(tile: string): LogMirror {
    const passing = passingMirror();
    const read = (name: string) =>
      Promise.resolve(name === tile || !name.startsWith('tile/') ? null : (files.get(name) ?? null));
    return { ...passing, read, readAny: async (name) => (await read(name)) ?? passing.readAny(name) };
  }

  it('holds; one byte that is flipped in any of its files is found', async () => {
    expect(await check(whole, passingMirror())).toMatchObject({ size: 100_000 });
    expect(await check(whole, allBut('tile/0/000'))).toMatchObject({ size: 100_000 });
    expect(files.size).toBeGreaterThan(780);
    let turn = 0;
    for (const [name, { length }] of files) {
      // By the golden section, so that the places are spread over the files' lengths.
      const at = Math.floor(((turn++ * 0.618_033_988_75) % 1) * length);
      const tile = name.replace('/entries/', '/0/');
      await expect(check(flipped(name, at), allBut(tile)), `${name}, byte ${at}`).rejects.toThrow(LogAlarm);
    }
  });

  it('is found changed by who reads it for the first time, too', async () => {
    for (const name of ['tile/entries/200', 'tile/1/000', 'tile/1/001.p/134'])
      await expect(check(flipped(name, 5), passingMirror()), name).rejects.toThrow(LogAlarm);
  });
});
