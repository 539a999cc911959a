import { afterAll, beforeAll, expect, it } from 'vitest';
import { act, makeOffices, makeOrder } from '../../../../tests/factories/work-orders';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { deactivateOrganisation } from '../../organisations/deactivate-organisation.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeOffices(test);
});
afterAll(() => test.dispose());

it('keeps a department in service until its open orders are with others', async () => {
  const id = await makeOrder(test);
  await act(test, 'water-clerk', { id, act: 'accept' });
  const moderator = await test.asPerson('moderator');
  const reason = '机构改革，职责并入住建';
  await expect(deactivateOrganisation(moderator, 'water', reason)).rejects.toMatchObject({
    reason: 'organisations.reassign-first',
    params: { count: 1 },
  });
  await act(test, 'moderator', { id, act: 'reassign', departmentId: 'roads', reason });
  await expect(deactivateOrganisation(await test.asPerson('asker'), 'water', reason)).rejects.toMatchObject({
    code: 'forbidden',
  });
  await deactivateOrganisation(moderator, 'water', reason);
  const late = act(test, 'moderator', { id, act: 'reassign', departmentId: 'water', reason });
  await expect(late).rejects.toMatchObject({ reason: 'work-orders.unknown-department' });
});
