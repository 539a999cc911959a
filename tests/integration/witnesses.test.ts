import * as checkpoints from '@sigstore/verify/dist/tlog/checkpoint.js';
import { createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testContext } from '../setup/context';
import type { TestContext } from '../setup/context';
import { checkLog } from '~/cli/log/check-log';
import { passingMirror } from '~/cli/log/log-mirror';
import { runWitness, witnessServer } from '~/cli/witness/witness';
import { fileState } from '~/cli/witness/witness-state';
import { logFile, logKeyText, publishedHead, witnessStates } from '~/domains/ledger/index.server';
import { appendToLog } from '~/domains/ledger/log/append-to-log.server';
import { offerToWitnesses } from '~/domains/ledger/log/witnesses.server';
import { signCheckpoint } from '~/domains/ledger/rules/note/checkpoint';
import { readNoteKey, signingKey, writeNoteKey } from '~/domains/ledger/rules/note/note-key';
import type { SigningNoteKey } from '~/domains/ledger/rules/note/note-key';
import { writeSubmission } from '~/domains/ledger/rules/note/submission';
import { signingLogKey } from '~/domains/ledger/log/log-key.server';

let test: TestContext;
let folder = '';
let servers: Server[] = [];
let said: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-witness-'));
  [servers, said] = [[], []];
});
afterEach(async () => {
  for (const server of servers) server.close();
  await test.dispose();
  rmSync(folder, { recursive: true, force: true });
});

const keyOf = (name: string): SigningNoteKey =>
  signingKey(name, Buffer.alloc(32, name.charCodeAt(0)), 'cosignature');
const io = {
  readFile: () => Buffer.from(''),
  stdout: () => undefined,
  stderr: (text: string) => void said.push(text),
};

interface Running {
  key: SigningNoteKey;
  server: Server;
  port: number;
}

/** A witness that listens at a port of its own; which logs it watches is told when they are there. */
async function startWitness(name: string, port = 0): Promise<Running & { watch: (log: string) => void }> {
  const key = keyOf(name);
  const logs: ReturnType<typeof readNoteKey>[] = [];
  const state = fileState(path.join(folder, `${name}.json`));
  const server = witnessServer({ key, logs, state }, io);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  return {
    ...{ key, server, port: typeof address === 'object' && address ? address.port : 0 },
    watch: (log) => void logs.push(readNoteKey(log)),
  };
}

const stop = ({ server }: Running) => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
};

async function portal(witnesses: readonly Running[], environment: Record<string, string> = {}) {
  const named = witnesses.map(({ key, port }) => `${writeNoteKey(key)} http://127.0.0.1:${port}/`);
  test = await testContext({
    environment: { LOG_WITNESSES: named.join(', '), PRIVATE_BRIDGES: 'true', ...environment },
  });
}

const system = () => test.as('system');

async function happens(count: number): Promise<void> {
  const from = await test.database.read.event.count();
  await test.database.transaction((tx) =>
    tx.prisma.event.createMany({
      data: Array.from({ length: count }, (_, at) => ({
        id: `event-${from + at}`,
        ...{ type: 'proposal.published', subjectKind: 'proposal', subjectId: 'p', isPublic: true },
        ...{ at: test.clock.now(), publicData: '{"title":"t"}' },
      })),
    }),
  );
  await appendToLog(system());
}

const logKey = async () => (await logKeyText(system())) ?? '';
const published = async () => (await publishedHead(system()))?.note ?? '';
const states = () => witnessStates(system());
const offer = () => offerToWitnesses(system());

/** As somebody checks who asks for so many of the witnesses. */
const check = (witnesses: readonly Running[], quorum: number) =>
  checkLog(
    {
      source: async (file) => {
        if (file === 'checkpoint') return Buffer.from(await published());
        return file === 'key' ? Buffer.from(`${await logKey()}\n`) : logFile(system(), file);
      },
      mirror: passingMirror(),
    },
    {
      witnesses: { keys: witnesses.map(({ key }) => readNoteKey(writeNoteKey(key), 'cosignature')), quorum },
    },
  );

/** A reader of cosigned notes written from C2SP alone (signed-note, tlog-cosignature), with nothing of the portal's. */
function cosignedAt(note: string, verifier: string): number | null {
  const [name = '', , encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(verifier)?.slice(1) ?? [];
  const raw = Buffer.from(encoded, 'base64').subarray(1);
  const x = raw.toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const [text = '', lines = ''] = note.split(/\n\n(?=\u2014)/);
  for (const line of lines.split('\n')) {
    const [, who, base64 = ''] = line.split(' ');
    if (who !== name) continue;
    const blob = Buffer.from(base64, 'base64').subarray(4);
    const time = blob.readBigUInt64BE(0);
    const signed = Buffer.from(`cosignature/v1\ntime ${time}\n${text}\n`);
    return verify(null, signed, key, blob.subarray(8)) ? Number(time) : null;
  }
  return null;
}

describe('the heads of the public log', () => {
  it('are cosigned by witnesses as it grows, and read so by readers that know nothing of the portal', async () => {
    const [a, b] = [await startWitness('a.example'), await startWitness('b.example')];
    await portal([a, b]);
    await happens(3);
    for (const witness of [a, b]) witness.watch(await logKey());
    await offer();
    for (const count of [1, 300, 0]) {
      if (count > 0) await happens(count);
      await offer();
      const note = await published();
      for (const { key } of [a, b])
        expect(cosignedAt(note, writeNoteKey(key))).toBeGreaterThan(Date.now() / 1000 - 60);
      expect(cosignedAt(`x${note}`, writeNoteKey(a.key))).toBeNull();
      const { size, cosignatures } = (await check([a, b], 2)) ?? { size: 0, cosignatures: [] };
      expect(cosignatures.map(({ witness }) => witness)).toEqual(['a.example', 'b.example']);
      expect(size).toBe(await test.database.read.event.count());
    }
    const { verifyCheckpoint } = checkpoints as unknown as {
      verifyCheckpoint(entry: unknown, logs: unknown[]): { logSize: bigint };
    };
    const key = readNoteKey(await logKey());
    const log = { logID: Buffer.from(key.id), publicKey: key.publicKey, baseURL: `https://${key.name}` };
    const entry = { inclusionProof: { checkpoint: { envelope: await published() } } };
    expect(verifyCheckpoint(entry, [log]).logSize).toBe(304n);
    expect(said).toEqual([]);
  });

  it('are offered from where the witness is, when the portal has forgotten; and one that is away comes later', async () => {
    const [a, b] = [await startWitness('a.example'), await startWitness('b.example')];
    await portal([a, b]);
    await happens(5);
    for (const witness of [a, b]) witness.watch(await logKey());
    await offer();
    await stop(b);
    await test.database.transaction((tx) =>
      tx.sql.run(`DELETE FROM "KeptValue" WHERE "name" LIKE 'log.witness.%'`),
    );
    await happens(70);
    await offer();
    expect(await states()).toMatchObject([
      { size: 75, fault: null },
      { size: null, fault: expect.any(String) },
    ]);
    expect((await check([a, b], 1))?.size).toBe(75);
    await expect(check([a, b], 2)).rejects.toThrow('cosigned by 1 of the 2 witnesses, not by 2');
    // It is not asked again at once; then it is, and goes on from what it kept.
    const again = await startWitness('b.example', b.port);
    again.watch(await logKey());
    await offer();
    expect((await states())[1]?.size).toBeNull();
    test.clock.set(new Date(test.clock.now().getTime() + 11_000));
    await offer();
    expect((await check([a, b], 2))?.size).toBe(75);
  });

  it('are cosigned by gongzhi witness, which goes on from what it kept', async () => {
    const before = await startWitness('w.example');
    await stop(before);
    await portal([before]);
    await happens(3);
    const keyFile = path.join(folder, 'witness.key');
    writeFileSync(keyFile, `${Buffer.alloc(32, 'w'.charCodeAt(0)).toString('base64')}\n`);
    const call = ['--name', 'w.example', '--key-file', keyFile, '--state', path.join(folder, 'state.json')];
    const log = await logKey();
    for (const count of [0, 9]) {
      if (count > 0) await happens(count);
      const heard: string[] = [];
      let end = () => undefined as void;
      let ended: Promise<number> = Promise.resolve(1);
      const stopped = new Promise<void>((resolve) => (end = resolve));
      const listening = new Promise<void>((resolve) => {
        const stdout = (text: string) => {
          heard.push(text);
          resolve();
        };
        const args = [...call, '--log', log, '--port', String(before.port)];
        ended = runWitness(args, { ...io, stdout }, stopped);
      });
      await listening;
      expect(heard[0]).toContain(writeNoteKey(before.key));
      await offer();
      expect((await check([before], 1))?.size).toBe(3 + count);
      end();
      expect(await ended).toBe(0);
    }
    expect(await runWitness(['--name', 'w'], io)).toBe(2);
  });

  it('that fork are refused by the witness, which says so, and are published without it', async () => {
    const a = await startWitness('a.example');
    await portal([a]);
    await happens(4);
    a.watch(await logKey());
    await offer();
    const key = await signingLogKey(system());
    const post = async (given: Parameters<typeof writeSubmission>[0]) => {
      const body = Uint8Array.from(writeSubmission(given));
      const answer = await fetch(`http://127.0.0.1:${a.port}/add-checkpoint`, { method: 'POST', body });
      return [answer.status, answer.headers.get('content-type'), await answer.text()] as const;
    };
    const head = (size: number, fill: number) =>
      Buffer.from(signCheckpoint({ origin: key.name, size, root: Buffer.alloc(32, fill) }, key));
    expect(await post({ oldSize: 4, proof: [], note: head(4, 1) })).toMatchObject([
      409,
      'text/plain; charset=utf-8',
      {},
    ]);
    expect(said.join('')).toContain('ALARM');
    const faulty = { oldSize: 4, proof: [Buffer.alloc(32)], note: head(9, 1) };
    expect((await post(faulty))[0]).toBe(422);
    expect(await post({ oldSize: 3, proof: [], note: head(9, 1) })).toEqual([409, 'text/x.tlog.size', '4\n']);
    expect((await post({ oldSize: 10, proof: [], note: head(9, 1) }))[0]).toBe(400);
    const other = signingKey(key.name, Buffer.alloc(32, 3));
    const foreign = (by: SigningNoteKey) =>
      Buffer.from(signCheckpoint({ origin: by.name, size: 9, root: Buffer.alloc(32) }, by));
    expect((await post({ oldSize: 4, proof: [], note: foreign(other) }))[0]).toBe(403);
    const stranger = signingKey('other.example/log', Buffer.alloc(32, 3));
    expect((await post({ oldSize: 0, proof: [], note: foreign(stranger) }))[0]).toBe(404);

    // The portal's own log begins anew behind everyone's back: nothing is cosigned, and after a while all see that.
    const before = await published();
    await test.database.transaction((tx) =>
      tx.sql.run(`UPDATE "LogTile" SET "hashes" = ?`, [Buffer.alloc(128, 1)]),
    );
    await happens(2);
    await offer();
    expect((await states())[0]?.fault).toContain('422');
    expect(await published()).toBe(before);
    test.clock.set(new Date(test.clock.now().getTime() + 601_000));
    expect(await published()).not.toContain('a.example');
    await expect(check([a], 1)).rejects.toThrow();
  });

  it('are offered to no address of the own network, and no other key’s cosignature is taken', async () => {
    const a = await startWitness('a.example');
    await portal([a], { PRIVATE_BRIDGES: 'false' });
    await happens(2);
    a.watch(await logKey());
    await offer();
    expect(await states()).toMatchObject([{ size: null, fault: expect.stringContaining('private address') }]);
    await test.dispose();
    await portal([{ ...a, key: keyOf('b.example') }]);
    await happens(2);
    const c = await startWitness('c.example');
    c.watch(await logKey());
    await portal([{ ...c, key: keyOf('b.example') }]);
    await happens(2);
    await offer();
    expect((await states())[0]).toMatchObject({ size: null, fault: expect.any(String) });
    expect(await published()).not.toContain('example.example');
  });
});
