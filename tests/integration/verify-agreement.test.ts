import { afterAll, beforeAll, expect, it } from 'vitest';
import { draftOf, makeParties } from '../factories/agreements';
import { makeAreas } from '../factories/proposals';
import { testContext } from '../setup/context';
import type { TestContext } from '../setup/context';
import { runVerify } from '~/cli/verify/verify';
import { agreementSignedText } from '~/domains/agreements/agreement.query.server';
import { draftAgreement } from '~/domains/agreements/drafting/draft-agreement.server';
import { freezeAgreement } from '~/domains/agreements/signing/freeze-agreement.server';

let test: TestContext;

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makeParties(test, ['ngo', 'shop', 'community']);
});
afterAll(() => test.dispose());

async function frozen(change: Record<string, unknown> = {}) {
  const ngo = await test.asPerson('ngo-person', 'ngo');
  const id = await draftAgreement(ngo, draftOf(change));
  await freezeAgreement(ngo, id);
  const { contentHash } = await test.database.read.agreement.findUniqueOrThrow({ where: { id } });
  return { id, contentHash: contentHash ?? '' };
}

it('has a text that the command line writes anew and hashes', async () => {
  const { id, contentHash } = await frozen();
  const text = await agreementSignedText(test.as('visitor'), id);
  const run = async (content: string | Buffer) => {
    const out: string[] = [];
    const code = await runVerify(['text.json', '--json'], {
      stdout: (words: string) => void out.push(words),
      stderr: () => undefined,
      readFile: () => Buffer.from(content),
    } as unknown as Parameters<typeof runVerify>[1]);
    return { code, out: JSON.parse(out.join('')) as object };
  };
  expect(await run(text)).toMatchObject({ code: 0, out: { sha256: contentHash, holds: true } });
  const broken = Buffer.from(text.replace('南门', '南\uFFFD'));
  const at = broken.indexOf(Buffer.from('\uFFFD'));
  const torn = Buffer.concat([broken.subarray(0, at), Buffer.from([0xff]), broken.subarray(at + 3)]);
  expect(await run(torn)).toMatchObject({ code: 1 });
  expect(await run(text.replace('"version":1', '"version":1.0'))).toMatchObject({ code: 1 });
});
