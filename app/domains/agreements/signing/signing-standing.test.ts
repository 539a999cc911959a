import { afterAll, beforeAll, expect, it } from 'vitest';
import { draftOf, makeParties } from '../../../../tests/factories/agreements';
import { makeAreas, makePerson } from '../../../../tests/factories/proposals';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { nameSignatory, revokeSignatory } from '../../organisations/signatories.server';
import { agreementPage } from '../agreement-page.query.server';
import { draftAgreement } from '../drafting/draft-agreement.server';
import { freezeAgreement } from './freeze-agreement.server';
import { requestSigningCode } from './sign-agreement.server';
import { awaitedSignatures } from './signing-outlook.query.server';

let test: TestContext;

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makeParties(test, ['ngo', 'shop', 'community']);
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  await test.database.transaction((tx) =>
    tx.prisma.organisationMember.create({
      data: { organisationId: 'shop', personId: 'moderator', mandate: 'owner', createdAt: test.clock.now() },
    }),
  );
});
afterAll(() => test.dispose());

const as = (organisation: string) => test.asPerson(`${organisation}-person`, organisation);

it('a mandate that is missing is told early: while it is drafted, on its page and to the owner, before a code is mailed', async () => {
  const owner = await test.asPerson('moderator', 'shop');
  const rows = { 'party.1': 'ngo', 'what.1': '完成课程', 'amount.1': '5000', 'payer.1': 'shop' };
  const named = { personId: 'shop-person', name: '王小明', scope: 'subsidy', expiresOn: '' };
  const mandate = await nameSignatory(owner, 'shop', { ...named, limitFen: 400_000n });
  const id = await draftAgreement(await as('ngo'), draftOf({ template: 'subsidy', rows }));
  const standing = async (who: string) => (await agreementPage(await as(who), id)).signing;
  expect(await standing('shop')).toMatchObject({ nobody: [], able: [expect.any(String)] });
  expect((await standing('shop'))?.refusal).toContain('4000');
  expect((await standing('ngo'))?.refusal).toBeNull();
  const away = { organisationId_personId: { organisationId: 'shop', personId: 'moderator' } };
  const set = (mandate: string) =>
    test.database.transaction((tx) =>
      tx.prisma.organisationMember.update({ where: away, data: { mandate } }),
    );
  await set('member');
  expect((await standing('ngo'))?.nobody).toEqual(['shop']);
  expect(await awaitedSignatures(owner, 'shop')).toContainEqual(
    expect.objectContaining({ id, amountFen: '500000', able: [] }),
  );
  await freezeAgreement(await as('ngo'), id);
  expect((await agreementPage(test.as('visitor'), id)).signing).toBeNull();
  await expect(requestSigningCode(await as('shop'), id)).rejects.toMatchObject({
    reason: 'organisations.mandate-limit',
  });
  await set('owner');
  await revokeSignatory(owner, 'shop', mandate);
  await test.database.transaction((tx) => tx.prisma.signingMandate.deleteMany());
});
