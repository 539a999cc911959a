import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftOf, makeParties, signAs } from '../../../../tests/factories/agreements';
import { makeAreas, makePerson } from '../../../../tests/factories/proposals';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { matterToOrder } from '../../workorders/registering/matter-to-order.query.server';
import { agreementPage } from '../agreement-page.query.server';
import { draftAgreement } from '../drafting/draft-agreement.server';
import { freezeAgreement } from './freeze-agreement.server';
import { withdrawAgreement } from './undo-freezing.server';

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

describe('what a page gives away', () => {
  it('are no ids of persons: real names stand beside no account', async () => {
    const agreement = await frozen();
    for (const party of parties) await sign(party, agreement);
    const page = await agreementPage(test.as('visitor'), agreement.id);
    const given = JSON.stringify(page, (_key, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    for (const party of parties) expect(given).not.toContain(`${party}-person`);
    expect(given).not.toContain('"seal"');
  });

  it('is nothing of an obligation of a draft that was given up', async () => {
    const id = await draftAgreement(await as('ngo'), draftOf());
    const { id: obligationId } = await test.database.read.obligation.findFirstOrThrow({
      where: { agreementId: id },
    });
    await withdrawAgreement(await as('ngo'), id, '另行商量');
    const order = { kind: 'obligation' as const, id: obligationId };
    await makePerson(test, 'dispatcher', { role: 'moderator', areaId: '421002' });
    await expect(matterToOrder(await test.asPerson('dispatcher'), order)).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('one person of two organisations', () => {
  it('signs for one of them', async () => {
    await test.database.transaction((tx) =>
      tx.prisma.organisationMember.create({
        data: {
          ...{ organisationId: 'community', personId: 'shop-person', mandate: 'representative' },
          createdAt: test.clock.now(),
        },
      }),
    );
    const agreement = await frozen();
    await sign('shop', agreement);
    const again = await test.asPerson('shop-person', 'community');
    await expect(signAs(again, agreement)).rejects.toMatchObject({ reason: 'agreements.signed-for-another' });
    await sign('community', agreement);
  });
});
