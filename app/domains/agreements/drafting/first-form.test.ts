import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftOf, makeParties, signAs } from '../../../../tests/factories/agreements';
import { makeAreas } from '../../../../tests/factories/proposals';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { agreementPage } from '../agreement-page.query.server';
import { draftAgreement } from './draft-agreement.server';
import { freezeAgreement } from '../signing/freeze-agreement.server';
import { sha256 } from '~/lib/sha256';

let test: TestContext;
const parties = ['ngo', 'shop', 'community'];

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makeParties(test, parties);
});
afterAll(() => test.dispose());

const as = (organisation: string) => test.asPerson(`${organisation}-person`, organisation);

async function frozen(): Promise<{ id: string; contentHash: string }> {
  const id = await draftAgreement(await as('ngo'), draftOf());
  await freezeAgreement(await as('ngo'), id);
  const { contentHash } = await test.database.read.agreement.findUniqueOrThrow({ where: { id } });
  return { id, contentHash: contentHash ?? '' };
}

const sign = async (organisation: string, agreement: { id: string; contentHash: string }) =>
  signAs(await as(organisation), agreement);

describe('an agreement of a portal before amounts and kinds were signed', () => {
  /** As it was frozen and signed then: the first form, no name in the seal, of which the words stand here once more. */
  async function olden(): Promise<string> {
    const agreement = await frozen();
    for (const party of parties) await sign(party, agreement);
    const { id } = agreement;
    const row = await test.database.read.agreement.findUniqueOrThrow({
      where: { id },
      include: { parties: { orderBy: { position: 'asc' } }, obligations: true },
    });
    const text = JSON.stringify({
      ...{ form: 'gongzhi-agreement-1', id, version: 1, title: row.title, body: row.body },
      parties: row.parties.map(({ organisationId, name, creditCode }) => ({
        organisationId,
        name,
        creditCode,
      })),
      obligations: row.obligations.map(({ organisationId, text, dueAt }) => ({
        organisationId,
        text,
        dueAt,
      })),
    });
    const contentHash = sha256(text);
    await test.database.transaction(async (tx) => {
      await tx.prisma.agreement.update({ where: { id }, data: { form: 1, contentHash } });
      for (const { organisationId, signatoryId, mandate, signedAt } of row.parties) {
        const act = [id, contentHash, organisationId, signatoryId, mandate, signedAt?.toISOString()].join(
          '|',
        );
        await tx.prisma.agreementParty.update({
          where: { agreementId_organisationId: { agreementId: id, organisationId } },
          data: { nameFrom: null, signedHash: contentHash, seal: test.as('system').keys.hash(act) },
        });
      }
    });
    return id;
  }
  const fits = async (id: string) => (await agreementPage(test.as('visitor'), id)).agreement.fits;

  it('holds as it held, and nothing that came later is shown as agreed with it', async () => {
    const id = await olden();
    expect(await fits(id)).toBe(true);
    await test.database.transaction((tx) =>
      tx.prisma.obligation.updateMany({
        where: { agreementId: id },
        data: { amountFen: 500_000n, payerId: 'ngo' },
      }),
    );
    expect(await fits(id)).toBe(false);
  });
});
