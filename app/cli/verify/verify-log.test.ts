import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runVerify } from './verify';
import { signCheckpoint } from '~/domains/ledger/rules/note/checkpoint';
import { cosign } from '~/domains/ledger/rules/note/cosignature';
import { signingKey, writeNoteKey } from '~/domains/ledger/rules/note/note-key';
import { writeBundle } from '~/domains/ledger/rules/tiles/entry-bundle';
import { appendLeaves } from '~/domains/ledger/rules/tiles/hash-tiles';
import { tilePath, tileWidth } from '~/domains/ledger/rules/tiles/tile-path';
import { leafHash } from '~/domains/ledger/rules/tree/hashes';
import { treeRoot } from '~/domains/ledger/rules/tree/tree-root';

const origin = 'gongzhi.example/log';
const key = signingKey(origin, Buffer.alloc(32, 5));

let folder: string;
let log: string;
let mirror: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-log-'));
  [log, mirror] = [path.join(folder, 'log'), path.join(folder, 'mirror')];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(file: string, bytes: Uint8Array | string): void {
  mkdirSync(path.dirname(path.join(log, file)), { recursive: true });
  writeFileSync(path.join(log, file), bytes);
}

/** Writes a log of so many entries as any file server has it; `from` on they are others than usual. */
function publish(size: number, { from = Infinity, by = key } = {}): void {
  rmSync(log, { recursive: true, force: true });
  const entries = Array.from({ length: size }, (_, at) => Buffer.from(`entry ${at}${at >= from ? '!' : ''}`));
  const leaves = entries.map(leafHash);
  for (const { level, index, hashes } of appendLeaves({ size: 0, leaves }, () => []).values())
    put(tilePath({ level, index, width: hashes.length }), Buffer.concat(hashes));
  for (let at = 0; at < size; at += tileWidth) {
    const some = entries.slice(at, at + tileWidth);
    put(tilePath({ level: 'entries', index: at / tileWidth, width: some.length }), writeBundle(some));
  }
  put('checkpoint', signCheckpoint({ origin, size, root: treeRoot(leaves) }, by));
  put('key', `${writeNoteKey(key)}\n`);
}

async function run(...args: string[]) {
  const out = { stdout: '', stderr: '' };
  const code = await runVerify(args, {
    readFile: () => new Uint8Array(),
    stdout: (part) => (out.stdout += part),
    stderr: (part) => (out.stderr += part),
  });
  return { code, ...out };
}

const check = (...more: string[]) => run('--log', log, '--mirror', mirror, ...more);

describe('gongzhi verify --log', () => {
  it('checks a log, keeps it, and the next time what is new', async () => {
    publish(300);
    expect(await check()).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringContaining('300 of them new'),
    });
    publish(70_000);
    expect(await check()).toMatchObject({ code: 0, stdout: expect.stringContaining('69700 of them new') });
    expect(await check('--json')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('"before":70000'),
    });
    // The mirror is a log that others check.
    expect((await run('--log', mirror, '--key', writeNoteKey(key))).code).toBe(0);
    expect(readdirSync(mirror).sort()).toEqual(['checkpoint', 'key', 'tile']);
  });

  it.each([
    ['shrunk', () => publish(299)],
    ['forked: two heads', () => publish(300, { from: 10 })],
    ['forked: tile/0/000', () => publish(600, { from: 10 })],
    ['forked since its head of 300', () => publish(301, { from: 299 })],
    ['not signed by', () => publish(400, { by: signingKey(origin, Buffer.alloc(32, 6)) })],
    ['not a signed note', () => put('checkpoint', 'no')],
    ['the log is gone', () => rmSync(path.join(log, 'checkpoint'))],
    ['the log is gone', () => rmSync(log, { recursive: true })],
  ])('raises an alarm (%s), and keeps what it had', async (words, change) => {
    publish(300);
    expect((await check()).code).toBe(0);
    const before = readFileSync(path.join(mirror, 'checkpoint'), 'utf8');
    change();
    const { code, stderr, stdout } = await check();
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^gongzhi verify: ALARM: .*\n$/);
    expect(stderr).toContain(words);
    expect(readFileSync(path.join(mirror, 'checkpoint'), 'utf8')).toBe(before);
    publish(310);
    expect((await check()).code).toBe(0);
  });

  it('finds one byte that was changed in any file', async () => {
    publish(700);
    const files = readdirSync(log, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
    expect(files.length).toBeGreaterThan(7);
    cpSync(log, `${log}-whole`, { recursive: true });
    for (const { parentPath, name } of files.filter((file) => file.name !== 'key')) {
      const file = path.join(parentPath, name);
      const bytes = readFileSync(file);
      const at = Math.floor(bytes.length / 2);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      writeFileSync(file, bytes);
      expect((await run('--log', log)).code, file).toBe(1);
      rmSync(file);
      if (name !== 'checkpoint') expect((await run('--log', log)).code, file).toBe(1);
      cpSync(`${log}-whole`, log, { recursive: true });
    }
    expect((await run('--log', log)).code).toBe(0);
  });

  it('answers 2 where there is no log, or the key is none', async () => {
    expect(await check()).toMatchObject({ code: 2, stderr: expect.stringContaining('no log is published') });
    publish(3);
    expect((await check('--key', 'no key')).code).toBe(2);
    expect((await check('another.json')).code).toBe(2);
  });

  it('takes no other key than the first time', async () => {
    publish(3);
    expect((await check()).code).toBe(0);
    const other = writeNoteKey(signingKey(origin, Buffer.alloc(32, 6)));
    expect((await check('--key', other)).code).toBe(1);
  });

  it('holds a head to the witnesses that are named', async () => {
    publish(300);
    const [one, two] = [11, 12].map((byte) =>
      signingKey(`witness.example/w${byte}`, Buffer.alloc(32, byte), 'cosignature'),
    ) as [ReturnType<typeof signingKey>, ReturnType<typeof signingKey>];
    const both = ['--witness', writeNoteKey(one), '--witness', writeNoteKey(two)];
    const head = readFileSync(path.join(log, 'checkpoint'));
    put('checkpoint', cosign(head, one, new Date('2026-03-01T00:00:00Z')));
    expect(await check('--witness', writeNoteKey(one))).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Cosigned by witness.example/w11, 2026-03-01T00:00:00.000Z'),
    });
    expect(await check(...both, '--quorum', '1')).toMatchObject({ code: 0 });
    expect(await check(...both)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('cosigned by 1 of the 2 witnesses, not by 2'),
    });
    // The same witness named twice is one.
    expect((await check('--witness', writeNoteKey(one), ...both, '--quorum', '2')).code).toBe(1);
    // A cosignature of another head, or with another time, is none.
    publish(301);
    const other = readFileSync(path.join(log, 'checkpoint'), 'utf8');
    const line = cosign(head, one, new Date(0)).split('\n').at(-2) ?? '';
    put('checkpoint', `${other}${line}\n`);
    expect(await check('--witness', writeNoteKey(one))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('cosignature of witness.example/w11 does not hold'),
    });
    expect((await check()).code).toBe(0);
    for (const wrong of [
      ['--witness', writeNoteKey(key)],
      ['--quorum', '1'],
      [...both, '--quorum', '3'],
    ])
      expect((await check(...wrong)).code).toBe(2);
  });
});
