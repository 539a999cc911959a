import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { draftOf, makeParties, signAs } from '../../../tests/factories/agreements';
import { makeAreas } from '../../../tests/factories/proposals';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import { agreementSignedText } from './agreement.query.server';
import { agreementRecord, openDocument } from './agreement-record.query.server';
import { checkDocument } from './check-document.server';
import { draftAgreement } from './draft-agreement.server';
import { freezeAgreement } from './freeze-agreement.server';
import { makeDocument } from './make-document.server';

let test: TestContext;
const parties = ['ngo', 'shop', 'community'];

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makeParties(test, parties);
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
  const { stream } = await openDocument(test.as('visitor'), { agreementId, kind, version: 1 });
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

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
  if (spawnSync('pdfsig', ['-v']).error !== undefined) return;
  for (const [bytes, count] of [
    [sealed, 4],
    [audit, 1],
  ] as const) {
    const file = path.join(os.tmpdir(), `gongzhi-${id}-${count}.pdf`);
    writeFileSync(file, bytes);
    const words = execFileSync('pdfsig', [file], { encoding: 'utf8' });
    expect(words.match(/Signature is Valid\./g)).toHaveLength(count);
    expect(words).toContain('Total document signed');
  }
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
