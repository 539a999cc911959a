import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import * as pkijs from 'pkijs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { draftOf, makeParties, signAs } from '../../../../tests/factories/agreements';
import { makeAreas } from '../../../../tests/factories/proposals';
import { testContext, testNow } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { needs } from '../../../../tests/setup/needs';
import { startTimeStampServer } from '../../../../tests/setup/time-stamp-server';
import type { TimeStampServer } from '../../../../tests/setup/time-stamp-server';
import { timeStampFrom } from '~/platform/crypto/time-stamp.server';
import { agreementRecord, openDocument } from '../agreement-record.query.server';
import { checkDocument } from './check-document.server';
import { draftAgreement } from '../drafting/draft-agreement.server';
import { freezeAgreement } from '../signing/freeze-agreement.server';
import { makeDocument } from './make-document.server';
import { watchAgreements } from '../living/watch-agreements.server';

let test: TestContext;
let tsa: TimeStampServer;
const parties = ['ngo', 'shop'];
const hasPdfsig = spawnSync('pdfsig', ['-v']).error === undefined;

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makeParties(test, parties);
  tsa = await startTimeStampServer();
});
afterAll(() => {
  tsa.stop();
  return test.dispose();
});

const as = (organisation: string) => test.asPerson(`${organisation}-person`, organisation);
const stamping = () => {
  const system = test.as('system');
  return { ...system, configuration: { ...system.configuration, timeStampUrl: tsa.url } };
};

async function signedByAll(): Promise<string> {
  const id = await draftAgreement(await as('ngo'), draftOf({ partyIds: parties }));
  await freezeAgreement(await as('ngo'), id);
  const { contentHash } = await test.database.read.agreement.findUniqueOrThrow({ where: { id } });
  for (const party of parties) await signAs(await as(party), { id, contentHash: contentHash ?? '' });
  return id;
}

async function fileOf(agreementId: string, kind: 'agreement' | 'audit'): Promise<Buffer> {
  const { stream } = await openDocument(await as('shop'), { agreementId, kind, version: 1 });
  return buffer(stream);
}

/** What each signature of a file is, and the token over it where there is one. */
function stampsIn(pdf: Buffer): { signature: Uint8Array; token: Uint8Array | null }[] {
  const found = [...pdf.toString('latin1').matchAll(/\/Contents <([0-9a-f]+)>/g)];
  return found.map(([, hex = '']) => {
    const signed = new pkijs.SignedData({
      schema: pkijs.ContentInfo.fromBER(new Uint8Array(Buffer.from(hex, 'hex'))).content,
    });
    const [info] = signed.signerInfos;
    const value = info?.unsignedAttrs?.attributes[0]?.values[0] as { toBER(): ArrayBuffer } | undefined;
    const signature = new Uint8Array(info?.signature.valueBlock.valueHexView ?? []);
    return { signature, token: value ? new Uint8Array(value.toBER()) : null };
  });
}

const verified = (pdf: Buffer) =>
  stampsIn(pdf).map(({ signature, token }) => token !== null && tsa.verifies(token, signature));

function pdfsigFinds(pdf: Buffer): number {
  const file = path.join(os.tmpdir(), `gongzhi-stamped-${process.pid}.pdf`);
  writeFileSync(file, pdf);
  const words = execFileSync('pdfsig', [file], { encoding: 'utf8' });
  rmSync(file);
  return words.match(/Signature is Valid\./g)?.length ?? 0;
}

const standing = async (id: string) => {
  const row = await test.database.read.agreement.findUniqueOrThrow({ where: { id } });
  const { documents } = await agreementRecord(test.as('visitor'), row);
  const [{ isStamped, sealedAt, fault } = { isStamped: false, sealedAt: null, fault: null }] = documents;
  return { isStamped, isSealed: sealedAt !== null, fault };
};

it('carries a time stamp on each signature, which OpenSSL verifies, and holds all the same', async () => {
  const id = await signedByAll();
  await makeDocument(stamping(), id);
  const [agreement, audit] = [await fileOf(id, 'agreement'), await fileOf(id, 'audit')];
  expect(verified(agreement)).toEqual([true, true, true]);
  expect(verified(audit)).toEqual([true]);
  const [first, second] = stampsIn(agreement);
  expect(tsa.verifies(first?.token ?? new Uint8Array(), second?.signature ?? new Uint8Array())).toBe(false);
  expect(await standing(id)).toEqual({ isStamped: true, isSealed: true, fault: null });
});

it(
  'is sealed without one where the server is away, says so, and gets it later; every copy stays known',
  needs(hasPdfsig, 'pdfsig (poppler-utils)'),
  async () => {
    const id = await signedByAll();
    tsa.mood = 'refuses';
    const before = tsa.asked;
    await expect(makeDocument(stamping(), id)).rejects.toThrow();
    expect(tsa.asked - before).toBe(1);
    expect(await standing(id)).toMatchObject({ isStamped: false, isSealed: true });
    expect((await standing(id)).fault).toContain('时间戳');
    const sealed = await fileOf(id, 'agreement');
    expect([verified(sealed), pdfsigFinds(sealed)]).toEqual([[false, false, false], 3]);
    // Its job tries again; once it has given up, each day.
    await expect(makeDocument(stamping(), id)).rejects.toThrow();
    const jobs = () => test.database.read.outboxJob.count({ where: { payload: { contains: id } } });
    const waiting = await jobs();
    test.clock.set(new Date(testNow.getTime() + 30 * 3600_000));
    await watchAgreements(test.as('system'));
    test.clock.set(testNow);
    expect(await jobs()).toBe(waiting + 1);
    tsa.mood = 'answers';
    await makeDocument(stamping(), id);
    const [stamped, audit] = [await fileOf(id, 'agreement'), await fileOf(id, 'audit')];
    expect([verified(stamped), verified(audit)]).toEqual([[false, false, true], [true]]);
    expect([pdfsigFinds(stamped), pdfsigFinds(audit)]).toEqual([3, 1]);
    expect(await standing(id)).toEqual({ isStamped: true, isSealed: true, fault: null });
    for (const file of [sealed, stamped])
      expect((await checkDocument(test.as('visitor'), file)).verdict).toBe('sealed');
    expect(await test.database.read.event.count({ where: { type: 'agreement.sealed', subjectId: id } })).toBe(
      1,
    );
    await makeDocument(stamping(), id);
    expect((await fileOf(id, 'agreement')).equals(stamped)).toBe(true);
  },
);

it.each(['another', 'silent', 'broken', 'refuses'] as const)(
  'takes no time stamp from a server that is %s',
  async (mood) => {
    tsa.mood = mood;
    const stamp = timeStampFrom(tsa.url, mood === 'silent' ? 200 : 20_000);
    await expect(stamp?.(new Uint8Array(32))).rejects.toThrow();
    tsa.mood = 'answers';
  },
);
