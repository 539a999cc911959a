import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draftOf, makeParties } from '../factories/agreements';
import { makeAreas, makePerson, makeProposal } from '../factories/proposals';
import { testContext } from '../setup/context';
import type { TestContext } from '../setup/context';
import { emptyDatabase } from '../setup/database';
import { asCall, backUp, restore } from '~/cli/backup';
import { draftAgreement } from '~/domains/agreements/drafting/draft-agreement.server';
import { UsageError } from '~/cli/usage-error';
import { newestBackup } from '~/platform/backup/newest-backup';
import { readConfiguration } from '~/platform/configuration.server';
import { readKept } from '~/platform/db/kept-values.server';
import { openDatabase } from '~/platform/db/open-database.server';
import { directoryFileStore } from '~/platform/files/file-store.server';

let test: TestContext;
let folder: string;
let said: string[];
const say = (line: string) => void said.push(line);
const dataKey = Buffer.alloc(32, 7).toString('base64');
const places: (() => Promise<void>)[] = [];

/** A portal over a database, with folders of its own. */
const portalAt = (url: string, name: string) =>
  readConfiguration({
    DATABASE_URL: url,
    DATA_KEY: dataKey,
    FILES_DIRECTORY: path.join(folder, name, 'files'),
    BALLOT_KEYS_DIRECTORY: path.join(folder, name, 'ballot-keys'),
    LOG_KEY_DIRECTORY: path.join(folder, name, 'log-key'),
  });

beforeEach(async () => {
  said = [];
  folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-backup-test-'));
  test = await testContext({ dataKey });
  await makeAreas(test);
  await makePerson(test, 'author');
  await makeProposal(test, 'author');
});
afterEach(async () => {
  await test.dispose();
  for (const dispose of places.splice(0)) await dispose();
  rmSync(folder, { recursive: true, force: true });
});

async function emptyPortal() {
  const { url, dispose } = await emptyDatabase();
  places.push(dispose);
  return portalAt(url, 'restored');
}

async function withFile(): Promise<{ hash: string; bytes: Buffer }> {
  const bytes = randomBytes(5000);
  const hash = createHash('sha256').update(bytes).digest('hex');
  await directoryFileStore(portalAt(test.url, 'own').filesDirectory).put(hash, bytes);
  const row = { id: 'file', contentHash: hash, mediaType: 'image/webp', bytes: 5000 };
  await test.database.transaction((tx) =>
    tx.prisma.storedFile.create({ data: { ...row, createdAt: test.clock.now() } }),
  );
  return { hash, bytes };
}

/** Every byte of every file of a folder. */
function bytesIn(place: string): Buffer {
  const names = readdirSync(place, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  return Buffer.concat(files.map((entry) => readFileSync(path.join(entry.parentPath, entry.name))));
}

const keyFile = () => {
  const file = path.join(folder, 'backup.key');
  writeFileSync(file, `${randomBytes(32).toString('base64')}\n`);
  return file;
};

describe('a backup', () => {
  it.each([false, true])('is put back row by row and file by file (sealed: %s)', async (isSealed) => {
    const { hash, bytes } = await withFile();
    const target = path.join(folder, 'backup');
    const options = isSealed ? { keyFile: keyFile() } : {};
    expect(await backUp(portalAt(test.url, 'own'), { folder: target, ...options }, say)).toBe(0);
    expect(statSync(target).mode & 0o077).toBe(0);
    const all = bytesIn(target);
    expect(all.includes(bytes)).toBe(!isSealed);
    if (isSealed) expect(all.includes('author@example.org')).toBe(false);
    expect(await readKept(test.database, newestBackup)).not.toBeNull();

    const restored = await emptyPortal();
    expect(await restore(restored, { folder: target, ...options }, say), said.join('\n')).toBe(0);
    const database = await openDatabase({ url: restored.databaseUrl });
    try {
      const titles = { select: { id: true, title: true } };
      expect(await database.read.proposal.findMany(titles)).toEqual(
        await test.database.read.proposal.findMany(titles),
      );
      const stored = await directoryFileStore(restored.filesDirectory).open(hash);
      expect(stored && (await buffer(stored)).equals(bytes)).toBe(true);
    } finally {
      await database.close();
    }
  });

  it('holds the document of an agreement that is still being signed', async () => {
    await makeParties(test, ['ngo', 'shop']);
    const ngo = await test.asPerson('ngo-person', 'ngo');
    const agreementId = await draftAgreement(ngo, draftOf({ partyIds: ['ngo', 'shop'] }));
    const bytes = randomBytes(3000);
    const contentHash = createHash('sha256').update(bytes).digest('hex');
    await directoryFileStore(portalAt(test.url, 'own').filesDirectory).put(contentHash, bytes);
    const now = test.clock.now();
    await test.database.transaction((tx) =>
      tx.prisma.agreementDocument.create({
        data: {
          ...{
            id: 'document',
            agreementId,
            version: 1,
            kind: 'agreement',
            contentHash,
            bytes: 3000,
            pages: 1,
          },
          ...{ createdAt: now, updatedAt: now },
        },
      }),
    );
    const target = path.join(folder, 'backup');
    expect(await backUp(portalAt(test.url, 'own'), { folder: target }, say)).toBe(0);
    expect(bytesIn(target).includes(bytes)).toBe(true);
  });

  it('overwrites nothing, neither when it is made nor when it is put back', async () => {
    const target = path.join(folder, 'backup');
    const own = portalAt(test.url, 'own');
    await backUp(own, { folder: target }, say);
    await expect(backUp(own, { folder: target }, say)).rejects.toThrow('exists already');
    await expect(restore(own, { folder: target }, say)).rejects.toThrow('nothing is overwritten');
    expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  it('is refused without its key, with another, and where a byte of it is another', async () => {
    const target = path.join(folder, 'backup');
    const key = keyFile();
    await backUp(portalAt(test.url, 'own'), { folder: target, keyFile: key }, say);
    const restored = await emptyPortal();
    await expect(restore(restored, { folder: target }, say)).rejects.toThrow('name its key');
    const other = path.join(folder, 'other.key');
    writeFileSync(other, randomBytes(32).toString('base64'));
    await expect(restore(restored, { folder: target, keyFile: other }, say)).rejects.toThrow(
      'the key is another',
    );
    const copy = path.join(target, 'database');
    const bytes = readFileSync(copy);
    bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1;
    writeFileSync(copy, bytes);
    await expect(restore(restored, { folder: target, keyFile: key }, say)).rejects.toThrow('was changed');
    expect(existsSync(restored.filesDirectory)).toBe(false);
  });

  it('that was sealed is taken under its key alone, whatever manifest.json says', async () => {
    const target = path.join(folder, 'backup');
    const key = keyFile();
    await backUp(portalAt(test.url, 'own'), { folder: target, keyFile: key }, say);
    const restored = await emptyPortal();
    const given = () => restore(restored, { folder: target, keyFile: key }, say);
    const manifest = path.join(target, 'manifest.json');
    const written = readFileSync(manifest, 'utf8');
    for (const [word, other] of [
      ['"sealed": true', '"sealed": false'],
      ['"Proposal": 1', '"Proposal": 2'],
      ['"missing": []', `"missing": ["${'0'.repeat(64)}"]`],
    ] as const) {
      writeFileSync(manifest, written.replace(word, other));
      await expect(given(), word).rejects.toThrow(/not sealed|was changed/);
    }
    // A copy that somebody made up, and says of itself that it is not sealed.
    const madeUp = path.join(folder, 'made-up');
    await backUp(portalAt(test.url, 'own'), { folder: madeUp }, say);
    await expect(restore(restored, { folder: madeUp, keyFile: key }, say)).rejects.toThrow('not sealed');
    writeFileSync(manifest, written);
    rmSync(path.join(target, 'manifest.hmac'));
    await expect(given()).rejects.toThrow('is missing');
  });

  it.each([false, true])(
    'puts no database back while a file is missing or another (sealed: %s)',
    async (isSealed) => {
      const { hash } = await withFile();
      const target = path.join(folder, 'backup');
      const options = isSealed ? { keyFile: keyFile() } : {};
      await backUp(portalAt(test.url, 'own'), { folder: target, ...options }, say);
      const restored = await emptyPortal();
      const given = () => asCall(() => restore(restored, { folder: target, ...options }, say));
      const file = path.join(target, 'files', hash.slice(0, 2), hash);
      const bytes = readFileSync(file);
      rmSync(file);
      await expect(given()).rejects.toThrow(UsageError);
      writeFileSync(file, bytes.subarray(0, -1));
      await expect(given()).rejects.toThrow(UsageError);
      // Nothing stands there yet: once the file is there again, the same call does it.
      writeFileSync(file, bytes);
      expect(await given(), said.join('\n')).toBe(0);
    },
  );

  it('says which files the store has lost, and which counts are not those of the backup', async () => {
    const { hash } = await withFile();
    const own = portalAt(test.url, 'own');
    rmSync(path.join(own.filesDirectory, hash.slice(0, 2), hash));
    const target = path.join(folder, 'backup');
    expect(await backUp(own, { folder: target }, say)).toBe(1);
    expect(said).toContain(`Missing in the store: ${hash}`);
    const manifest = path.join(target, 'manifest.json');
    const text = readFileSync(manifest, 'utf8').replace('"Proposal": 1', '"Proposal": 2');
    writeFileSync(manifest, text);
    expect(await restore(await emptyPortal(), { folder: target }, say)).toBe(1);
    expect(said).toContain('Proposal: 1 rows instead of 2');
  });
});
