import { afterAll, beforeAll, expect, it } from 'vitest';
import { communityId, makeAreas, makePerson } from '../../factories/proposals';
import { all, fired, oneAnd } from '../../setup/at-once';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import { giveSignIn, signInAtCounter } from '~/domains/identity/proving/counter-sign-in.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'granny');
  await makePerson(test, 'clerk', { role: 'moderator', areaId: '421002' });
  await test.database.transaction((tx) =>
    tx.prisma.person.update({ where: { id: 'granny' }, data: { residenceAreaId: communityId } }),
  );
});
afterAll(() => test.dispose());

const given = { email: 'granny@example.org', seen: '居民身份证，本人到场' };

it('of many codes given at once the last holds alone, and it lets in once', async () => {
  const clerk = await test.asPerson('clerk');
  const codes: string[] = [];
  expect(await fired(async () => void codes.push(await giveSignIn(clerk, given)))).toEqual(all);
  expect(await test.database.read.counterSignIn.count()).toBe(1);
  const code = await giveSignIn(clerk, given);
  const visitor = test.as('visitor');
  const entered = await fired(() => signInAtCounter(visitor, { code, password: '' }));
  expect(entered).toEqual(oneAnd('identity.wrong-counter-code'));
  for (const former of codes)
    await expect(signInAtCounter(visitor, { code: former, password: '' })).rejects.toMatchObject({
      reason: 'identity.wrong-counter-code',
    });
});
