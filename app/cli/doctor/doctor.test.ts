import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSmsServer } from '../../../tests/setup/sms-server';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import { doctor, findings } from './doctor';
import { newestBackup } from '~/platform/backup/newest-backup';
import { appendEvent, signingLogKey } from '~/domains/ledger/index.server';
import { identityEvents } from '~/domains/identity/events';
import { inTransaction } from '~/domains/in-transaction.server';
import { makeElectorate, openBallotOf } from '../../../tests/factories/ballots';
import { keepSignedHead } from '~/domains/ledger/log/signed-head.server';
import { signCheckpoint } from '~/domains/ledger/rules/note/checkpoint';
import { rotateHashing } from '~/platform/keys/rotate-hashing.server';
import { beginRotation, finishRotation } from '~/platform/keys/rotate.server';
import { ensureRing } from '~/platform/keys/kept-ring.server';
import { writeKept } from '~/platform/db/kept-values.server';

let test: TestContext;
let folder: string;
let environment: Record<string, string>;
let servers: Server[] = [];
const dataKey = Buffer.alloc(32, 7).toString('base64');

/** A mail server that says one line and then what it is told. */
async function mailServer(answers: (line: string) => string): Promise<string> {
  const server = createServer((socket) => {
    socket.write('220 mail.example ESMTP\r\n');
    socket.on('data', (bytes) => socket.write(`${answers(bytes.toString())}\r\n`));
    socket.on('error', () => undefined);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}?ignoreTLS=true`;
}

beforeEach(async () => {
  test = await testContext({ dataKey });
  folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-doctor-'));
  await writeKept(test.database, newestBackup, test.clock.now().toISOString());
  environment = {
    DATABASE_URL: test.url,
    SESSION_SECRET: 'a secret of this town and of nobody else',
    DATA_KEY: dataKey,
    PUBLIC_URL: 'https://gongzhi.town.example',
    TRUST_PROXY: '1',
    SMTP_URL: await mailServer(() => '250 fine'),
    MAIL_FROM: '共治 <no-reply@town.example>',
    FILES_DIRECTORY: path.join(folder, 'files'),
    BALLOT_KEYS_DIRECTORY: path.join(folder, 'ballot-keys'),
    LOG_KEY_DIRECTORY: path.join(folder, 'log-key'),
  };
});
afterEach(async () => {
  for (const server of servers) server.close();
  servers = [];
  await test.dispose();
  rmSync(folder, { recursive: true, force: true });
});

const found = async (change: Record<string, string | undefined> = {}, days = 0) => {
  const now = new Date(test.clock.now().getTime() + days * 24 * 3600_000);
  return (await findings({ ...environment, ...change }, now)).map(({ words }) => words).sort();
};

describe('gongzhi doctor', () => {
  it('has nothing to say of a set-up in which all is well, and ends with 0', async () => {
    const said: string[] = [];
    expect(await doctor(environment, 'en', { say: (line) => said.push(line), now: test.clock.now() })).toBe(
      0,
    );
    expect(said).toEqual(['Nothing is wrong.']);
  });

  it.each<[words: string, change: Record<string, string | undefined>]>([
    ['configuration', { PORT: 'ninety' }],
    ['demo-mode', { DEMO_MODE: 'true' }],
    ['no-public-url', { PUBLIC_URL: undefined }],
    ['no-tls', { PUBLIC_URL: 'http://gongzhi.town.example' }],
    ['bare-address', { PUBLIC_URL: 'https://10.0.0.7' }],
    ['path-in-url', { PUBLIC_URL: 'https://town.example/gongzhi' }],
    ['no-proxy', { TRUST_PROXY: '0' }],
    ['open-proxy', { HOST: '0.0.0.0' }],
    ['no-mail', { SMTP_URL: undefined }],
    ['mail-from', { MAIL_FROM: undefined }],
    ['mail-fails', { SMTP_URL: 'smtp://127.0.0.1:9' }],
    ['sms-fails', { SMS_URL: 'smpp://portal:secret-1@127.0.0.1:9' }],
    ['no-database', { DATABASE_URL: 'postgresql://gongzhi:secret@127.0.0.1:9/none' }],
    ['not-migrated', { DATABASE_URL: 'file:/nowhere-at-all/portal.sqlite' }],
    ['other-data-key', { DATA_KEY: Buffer.alloc(32, 8).toString('base64') }],
    ['bucket-fails', { FILES_S3: 'https://KEY:SECRET@127.0.0.1:9/bucket?region=none' }],
  ])('finds %s', async (words, change) => expect(await found(change)).toContain(words));

  it('asks the operator of text messages, and says in words that the password is wrong', async () => {
    const operator = await startSmsServer();
    const SMS_SIGNATURE = '共治';
    expect(await found({ SMS_URL: operator.url, SMS_SIGNATURE })).toEqual([]);
    expect(await found({ SMS_URL: operator.url })).toEqual(['sms-signature']);
    const wrong = { SMS_URL: operator.url.replace('secret-1', 'other-1'), SMS_SIGNATURE };
    const said: string[] = [];
    const say = (line: string) => said.push(line);
    expect(await doctor({ ...environment, ...wrong }, 'zh-CN', { say, now: test.clock.now() })).toBe(1);
    expect(said[0]).toContain('短信运营商不认 SMS_URL 里的用户名或密码：ESME_RINVPASWD');
    expect(said.join()).not.toContain('other-1');
    await operator.stop();
  });

  it('finds each secret that is still the demo’s', async () => {
    const all = await findings({ ...environment, SESSION_SECRET: undefined }, test.clock.now());
    expect(all).toEqual([{ weight: 'fault', words: 'demo-secret', params: { name: 'SESSION_SECRET' } }]);
    expect(await found({ DATA_KEY: undefined })).toEqual(['demo-secret', 'other-data-key']);
  });

  it('binds no new database to a key that was set by mistake', async () => {
    const kept = () => test.database.sql.all('SELECT "name", "value" FROM "KeptValue" ORDER BY "name"');
    await test.database.transaction((tx) => tx.sql.run(`DELETE FROM "KeptValue" WHERE "name" = 'key-ring'`));
    const before = await kept();
    expect(await found({ DATA_KEY: Buffer.alloc(32, 8).toString('base64') })).toEqual([]);
    expect(await kept()).toEqual(before);
    await ensureRing(test.database, dataKey);
    expect(await found()).toEqual([]);
  });

  it('finds a mail server that refuses the password, without telling it', async () => {
    const url = await mailServer((line) => {
      if (line.startsWith('EHLO')) return '250-mail.example\r\n250 AUTH PLAIN';
      return line.startsWith('AUTH') ? '535 authentication failed' : '250 fine';
    });
    const said: string[] = [];
    const change = { SMTP_URL: url.replace('smtp://', 'smtp://portal:hidden-word@') };
    const say = (line: string) => void said.push(line);
    expect(await doctor({ ...environment, ...change }, 'zh_CN.UTF-8', { say, now: test.clock.now() })).toBe(
      1,
    );
    expect(said.join('\n')).toContain('邮件服务器不接受');
    expect(said.join('\n')).not.toContain('hidden-word');
  });

  it('finds a folder that is a file, and one that others may read', async () => {
    writeFileSync(path.join(folder, 'files'), '');
    mkdirSync(path.join(folder, 'ballot-keys'));
    chmodSync(path.join(folder, 'ballot-keys'), 0o755);
    expect(await found()).toEqual(['not-writable', 'open-folder']);
  });

  it('finds that no backup was made, or none for days', async () => {
    expect(await found({}, 1)).toEqual([]);
    expect(await found({}, 3)).toEqual(['old-backup']);
    await test.database.transaction((tx) =>
      tx.sql.run('DELETE FROM "KeptValue" WHERE "name" = ?', [newestBackup]),
    );
    expect(await found()).toEqual(['no-backup']);
  });

  it('finds a clock that is behind or far ahead of the newest record', async () => {
    await inTransaction(test.as('system'), (ctx) =>
      appendEvent(ctx, identityEvents, {
        ...{ type: 'person.registered', subjectKind: 'person', subjectId: 'a' },
        publicData: { title: '' },
      }),
    );
    expect(await found({}, -1)).toEqual(['clock-behind']);
    expect(await found({}, 40)).toEqual(['clock-ahead', 'old-backup']);
  });

  it('finds a change of DATA_KEY that is not finished', async () => {
    const ports = {
      database: test.database,
      tables: [],
      told: () => undefined,
      pause: () => Promise.resolve(),
    };
    const newKey = Buffer.alloc(32, 8).toString('base64');
    await beginRotation({ ...ports, dataKey }, newKey);
    expect(await found()).toEqual(['two-data-keys']);
    expect(await found({ DATA_KEY: newKey })).toEqual(['two-data-keys']);
    const killed = (seconds: number) => (seconds > 60 ? Promise.reject(new Error()) : Promise.resolve());
    await expect(finishRotation({ ...ports, dataKey: newKey, pause: killed })).rejects.toThrow();
    expect(await found({ DATA_KEY: newKey })).toEqual(['rotation-unfinished']);
    expect(await found()).toEqual(['other-data-key']);
    await finishRotation({ ...ports, dataKey: newKey });
    expect(await found({ DATA_KEY: newKey })).toEqual([]);
  });

  it('finds a change of the hashing key that was broken off', async () => {
    const ports = { database: test.database, dataKey, columns: [], told: () => undefined };
    const killed = () => Promise.reject(new Error('killed'));
    await expect(rotateHashing({ ...ports, pause: killed }, { tidy: false })).rejects.toThrow('killed');
    expect(await found()).toEqual(['hash-rotation-unfinished']);
    await rotateHashing({ ...ports, pause: () => Promise.resolve() }, { tidy: false });
    expect(await found()).toEqual([]);
  });

  it('finds a database that is older than the public log', async () => {
    const directory = environment.LOG_KEY_DIRECTORY ?? '';
    const configuration = { logKeyDirectory: directory, publicUrl: 'https://gongzhi.town.example' };
    const key = await signingLogKey({ database: test.database, configuration });
    const root = new Uint8Array(32).fill(3);
    await keepSignedHead(key, signCheckpoint({ origin: key.name, size: 12, root }, key));
    expect(await found()).toEqual(['log-taken-back']);
  });

  it('finds open ballots without their keys, and an identity service that anybody can listen to', async () => {
    await makeElectorate(test);
    await openBallotOf(test);
    const BALLOT_KEYS_DIRECTORY = test.as('system').configuration.ballotKeysDirectory;
    expect(await found({ BALLOT_KEYS_DIRECTORY })).not.toContain('no-ballot-keys');
    expect(await found()).toContain('no-ballot-keys');
    expect(await found({ BALLOT_KEYS_DIRECTORY, IDENTITY_SERVICE_URL: 'http://id.example/' })).toEqual(
      expect.arrayContaining(['no-identity-key', 'plain-identity-service']),
    );
  });

  it('finds that the key of the log is gone, another one, or of another address', async () => {
    const directory = environment.LOG_KEY_DIRECTORY ?? '';
    const configuration = { logKeyDirectory: directory, publicUrl: 'https://gongzhi.town.example' };
    const { file } = await signingLogKey({ database: test.database, configuration });
    expect(await found()).toEqual([]);
    expect(await found({ PUBLIC_URL: 'https://new.town.example' })).toEqual(['log-name']);
    rmSync(`${file}.key`);
    expect(await found()).toEqual(['no-log-key']);
    writeFileSync(`${file}.key`, Buffer.alloc(32, 9), { mode: 0o600 });
    expect(await found()).toEqual(['other-log-key']);
  });

  it('finds work that has failed for good', async () => {
    const now = test.clock.now();
    const job = { kind: 'mail', payload: '{}', runAt: now, createdAt: now, state: 'dead' };
    await test.database.transaction((tx) =>
      tx.prisma.outboxJob.create({ data: { ...job, id: 'j', idempotencyKey: 'j', lastError: 'no route' } }),
    );
    expect(await found()).toEqual(['dead-jobs']);
  });
});
