import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftOf, makeParties, signAs } from '../../../../tests/factories/agreements';
import { makeAreas } from '../../../../tests/factories/proposals';
import { testContext, testNow } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { needs } from '../../../../tests/setup/needs';
import { storeFile } from '../../files/index.server';
import { removeUnattached } from '../../files/remove-unattached.server';
import { agreementPage } from '../agreement-page.query.server';
import { agreementSignedText } from '../agreement.query.server';
import { agreementRecord, openDocument } from '../agreement-record.query.server';
import { checkDocument } from './check-document.server';
import { draftAgreement } from '../drafting/draft-agreement.server';
import { freezeAgreement } from '../signing/freeze-agreement.server';
import { makeDocument } from './make-document.server';
import { thawAgreement, withdrawAgreement } from '../signing/undo-freezing.server';
import { watchAgreements } from '../living/watch-agreements.server';

let test: TestContext;
const parties = ['ngo', 'shop', 'community'];

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makeParties(test, [...parties, 'stranger']);
});
afterAll(() => test.dispose());

const as = (organisation: string) => test.asPerson(`${organisation}-person`, organisation);

async function frozen(change: Record<string, unknown> = {}) {
  const id = await draftAgreement(await as('ngo'), draftOf(change));
  await freezeAgreement(await as('ngo'), id);
  const { contentHash } = await test.database.read.agreement.findUniqueOrThrow({ where: { id } });
  return { id, contentHash: contentHash ?? '' };
}

async function fileOf(agreementId: string, kind: string): Promise<Buffer> {
  const reader = kind === 'audit' ? await as('shop') : test.as('visitor');
  const { stream } = await openDocument(reader, { agreementId, kind, version: 1 });
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const hasPdfsig = spawnSync('pdfsig', ['-v']).error === undefined;

/** What the first test made, and how many signatures stand in each. */
const made: [Buffer, number][] = [];

const verdictOf = async (bytes: Uint8Array) => (await checkDocument(test.as('visitor'), bytes)).verdict;

it('is written when the text is frozen, grows by each signature, and is sealed with its record', async () => {
  const agreement = await frozen({ body: '观音垱镇和涴市镇各方共同出力，建好管好南门充电桩。' });
  const { id } = agreement;
  await makeDocument(test.as('system'), id);
  const unsigned = await fileOf(id, 'agreement');
  for (const party of parties) {
    await signAs(await as(party), agreement);
    await makeDocument(test.as('system'), id);
  }
  const sealed = await fileOf(id, 'agreement');
  expect(sealed.subarray(0, unsigned.length).equals(unsigned)).toBe(true);
  await makeDocument(test.as('system'), id);
  expect((await fileOf(id, 'agreement')).equals(sealed)).toBe(true);
  const audit = await fileOf(id, 'audit');
  expect([await verdictOf(sealed), await verdictOf(audit), await verdictOf(unsigned)]).toEqual([
    'sealed',
    'sealed',
    'earlier',
  ]);
  const flipped = Buffer.from(sealed);
  flipped[5000] = (flipped[5000] ?? 0) ^ 1;
  expect(await verdictOf(flipped)).toBe('changed');
  expect(await verdictOf(sealed.subarray(0, sealed.length - 10))).toBe('changed');
  expect(await verdictOf(Buffer.from('something else'))).toBe('unknown');
  expect(await verdictOf(Buffer.from(await agreementSignedText(test.as('visitor'), id)))).toBe('text');
  made.push([sealed, 4], [audit, 1]);
});

it('holds by poppler, each signature of both files', needs(hasPdfsig, 'pdfsig (poppler-utils)'), () => {
  for (const [bytes, count] of made) {
    const file = path.join(os.tmpdir(), `gongzhi-${process.pid}-${count}.pdf`);
    writeFileSync(file, bytes);
    const words = execFileSync('pdfsig', [file], { encoding: 'utf8' });
    rmSync(file);
    expect(words.match(/Signature is Valid\./g)).toHaveLength(count);
    expect(words).toContain('Total document signed');
  }
  expect(made).toHaveLength(2);
});

it('is not sealed over a text that no longer fits its signatures', async () => {
  const agreement = await frozen();
  for (const party of parties) await signAs(await as(party), agreement);
  await test.database.transaction((tx) =>
    tx.prisma.agreement.update({
      where: { id: agreement.id },
      data: { body: '六十张折叠床，全部无偿提供给各方使用。' },
    }),
  );
  await makeDocument(test.as('system'), agreement.id);
  expect(await test.database.read.agreementDocument.count({ where: { agreementId: agreement.id } })).toBe(0);
});

it('is refused at freezing for a character without a shape, which is named', async () => {
  const id = await draftAgreement(await as('ngo'), draftOf({ title: '场地\u{10FFFD}使用协议' }));
  await expect(freezeAgreement(await as('ngo'), id)).rejects.toMatchObject({
    reason: 'agreements.missing-characters',
    params: { characters: expect.stringContaining('U+10FFFD') as string },
  });
});

it('is wanting where the portal has no font: the page says so, and signing goes on', async () => {
  const agreement = await frozen();
  const poor = test.as('system');
  await makeDocument(
    { ...poor, configuration: { ...poor.configuration, documentFont: '/nowhere/font.ttf' } },
    agreement.id,
  );
  const row = await test.database.read.agreement.findUniqueOrThrow({ where: { id: agreement.id } });
  const { documents } = await agreementRecord(test.as('visitor'), row);
  expect(documents[0]?.fault).toContain('DOCUMENT_FONT');
  await signAs(await as('shop'), agreement);
  await makeDocument(poor, agreement.id);
  expect((await agreementRecord(test.as('visitor'), row)).documents[0]).toMatchObject({
    fault: null,
    isThere: true,
  });
});

describe('the record of signing', () => {
  let record: [Buffer, string] = [Buffer.alloc(0), ''];

  it('is for the parties: who opened the text when and by which program is nobody else’s to know', async () => {
    const agreement = await frozen();
    for (const party of parties) await signAs(await as(party), agreement);
    await makeDocument(test.as('system'), agreement.id);
    const audit = { agreementId: agreement.id, kind: 'audit', version: 1 };
    for (const ctx of [test.as('visitor'), await as('stranger')])
      await expect(openDocument(ctx, audit)).rejects.toMatchObject({ code: 'not-found' });
    const row = await test.database.read.agreement.findUniqueOrThrow({ where: { id: agreement.id } });
    const kinds = async (isParty: boolean) =>
      (await agreementRecord(test.as('visitor'), row, isParty)).documents.map(({ kind }) => kind);
    expect([await kinds(false), await kinds(true)]).toEqual([['agreement'], ['agreement', 'audit']]);
  });

  it('is kept with the file that it names, also where another makes both at the same time', async () => {
    const agreement = await frozen();
    for (const party of parties) await signAs(await as(party), agreement);
    const system = test.as('system');
    const kept: string[] = [];
    const gate = () => {
      let open = () => undefined as void;
      const opened = new Promise<void>((resolve) => (open = resolve));
      return { open, opened };
    };
    const [otherIsThere, firstIsDone] = [gate(), gate()];
    const beforePut = (wait: () => Promise<void>) => ({
      ...system,
      files: {
        ...system.files,
        put: async (hash: string, bytes: Uint8Array) => wait().then(() => system.files.put(hash, bytes)),
      },
    });
    const other = beforePut(() => {
      otherIsThere.open();
      return firstIsDone.opened;
    });
    let working: Promise<unknown> = Promise.resolve();
    let puts = 0;
    const first = beforePut(async () => {
      puts += 1;
      if (puts !== 2) return;
      working = makeDocument(other, agreement.id).catch(() => undefined);
      await otherIsThere.opened;
    });
    const put = first.files.put;
    first.files.put = (hash, bytes) => {
      kept.push(hash);
      return put(hash, bytes);
    };
    await makeDocument(first, agreement.id);
    firstIsDone.open();
    await working;
    const rows = await test.database.read.agreementDocument.findMany({
      where: { agreementId: agreement.id },
      orderBy: { kind: 'asc' },
    });
    expect(rows.map(({ kind, sealedAt }) => [kind, sealedAt !== null])).toEqual([
      ['agreement', true],
      ['audit', true],
    ]);
    expect(rows.map(({ contentHash }) => contentHash).sort()).toEqual(kept.sort());
    record = [await fileOf(agreement.id, 'audit'), rows[0]?.contentHash ?? ''];
  });

  it('has the hash of that file in it', needs(hasPdfsig, 'pdftotext (poppler-utils)'), () => {
    const file = path.join(os.tmpdir(), `gongzhi-${process.pid}-audit.pdf`);
    writeFileSync(file, record[0]);
    const words = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }).replaceAll(/\s/g, '');
    rmSync(file);
    expect(words).toContain(record[1].slice(0, 40));
  });
});

it('keeps its bytes when somebody uploads the same file and takes it away again', async () => {
  const agreement = await frozen();
  await makeDocument(test.as('system'), agreement.id);
  const bytes = await fileOf(agreement.id, 'agreement');
  const day = 24 * 3600_000;
  test.clock.set(new Date());
  await storeFile(await as('shop'), { name: 'a.pdf', bytes });
  test.clock.set(new Date(Date.now() + day));
  await removeUnattached(test.as('system'));
  test.clock.set(testNow);
  expect((await fileOf(agreement.id, 'agreement')).equals(bytes)).toBe(true);
});

it('is answered with what became of it: taken back, withdrawn, altered', async () => {
  const agreement = await frozen();
  const { id } = agreement;
  await makeDocument(test.as('system'), id);
  const first = await fileOf(id, 'agreement');
  await thawAgreement(await as('ngo'), id);
  const asked = async (bytes: Uint8Array) => {
    const { verdict, agreement } = await checkDocument(test.as('visitor'), bytes);
    return [verdict, agreement?.state ?? null];
  };
  expect(await asked(first)).toEqual(['taken-back', null]);
  await freezeAgreement(await as('ngo'), id);
  await makeDocument(test.as('system'), id);
  expect(await asked(first)).toEqual(['taken-back', 'frozen']);
  const { stream } = await openDocument(test.as('visitor'), {
    agreementId: id,
    kind: 'agreement',
    version: 2,
  });
  const second = await buffer(stream);
  expect(await asked(second)).toEqual(['unsealed', 'frozen']);
  await withdrawAgreement(await as('ngo'), id, '另行商量');
  expect(await asked(second)).toEqual(['unsealed', 'withdrawn']);
  await test.database.transaction((tx) =>
    tx.prisma.agreement.update({ where: { id }, data: { title: '另一份协议' } }),
  );
  expect(await asked(second)).toEqual(['unsealed', 'altered']);
});

it('is asked about with whatever file, in the time that reading it takes', async () => {
  const { id } = await frozen();
  await makeDocument(test.as('system'), id);
  const large = Buffer.alloc(20_000_000, 'gongzhi-agreement:');
  const before = performance.now();
  for (const bytes of [
    Buffer.alloc(0),
    Buffer.from('%PDF-1.7\n/Encrypt 5 0 R\n%%EOF'),
    Buffer.from(`%PDF-1.7 gongzhi-agreement:${'0'.repeat(26)}:1 %%EOF`),
    Buffer.from(`gongzhi-agreement:${id}:9999999`),
    large,
  ])
    expect(await verdictOf(bytes)).toBe('unknown');
  expect(performance.now() - before).toBeLessThan(3000);
});

it('has the name of each signatory in it: one without a shape is refused when it is given', async () => {
  const agreement = await frozen();
  await expect(signAs(await as('shop'), agreement, { name: '王\u{10FFFD}' })).rejects.toMatchObject({
    field: 'name',
    reason: 'agreements.missing-characters',
  });
  await signAs(await as('shop'), agreement);
});

describe('a document that could not be made', () => {
  const away = () => {
    const system = test.as('system');
    return { ...system, configuration: { ...system.configuration, timeStampUrl: 'http://127.0.0.1:9/' } };
  };
  const row = (id: string) => test.database.read.agreement.findUniqueOrThrow({ where: { id } });

  it('says so where the time-stamp server is away, and is made again the day after', async () => {
    const agreement = await frozen();
    for (const party of parties) await signAs(await as(party), agreement);
    await expect(makeDocument(away(), agreement.id)).rejects.toThrow();
    const { documents } = await agreementRecord(test.as('visitor'), await row(agreement.id));
    expect(documents[0]?.fault).toContain('再试');
    expect(documents[0]).toMatchObject({ isThere: true, isStamped: false });
    const jobs = () =>
      test.database.read.outboxJob.count({
        where: { kind: 'agreements.document', payload: { contains: agreement.id } },
      });
    const before = await jobs();
    test.clock.set(new Date(testNow.getTime() + 30 * 3600_000));
    await watchAgreements(test.as('system'));
    await watchAgreements(test.as('system'));
    test.clock.set(testNow);
    expect(await jobs()).toBe(before + 1);
    await makeDocument(test.as('system'), agreement.id);
    const after = await agreementRecord(test.as('visitor'), await row(agreement.id));
    expect(after.documents[0]).toMatchObject({ fault: null, isThere: true });
  });

  it('of a text in the first form is none, and the page says why', async () => {
    const agreement = await frozen();
    await test.database.transaction((tx) =>
      tx.prisma.agreement.update({ where: { id: agreement.id }, data: { form: 1 } }),
    );
    expect((await agreementPage(test.as('visitor'), agreement.id)).agreement.hasDocuments).toBe(false);
  });
});
