import { afterAll, beforeAll, expect, it } from 'vitest';
import { act, makeOffices, makeOrder } from '../../../../tests/factories/work-orders';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { makePerson } from '../../../../tests/factories/proposals';
import { mergeChoices } from '../../organisations/merge-choices.query.server';
import { organisationPage } from '../../organisations/organisation.query.server';
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
  const openOrders = async () => (await organisationPage(moderator, 'water')).openOrders;
  expect(await openOrders()).toBe(1);
  expect((await organisationPage(test.as('visitor'), 'water')).openOrders).toBe(0);
  await makePerson(test, 'administrator', { role: 'administrator', areaId: '421002' });
  expect((await mergeChoices(await test.asPerson('administrator'), 'water')).openOrders).toBe(1);
  await act(test, 'moderator', { id, act: 'reassign', departmentId: 'roads', reason });
  await expect(deactivateOrganisation(await test.asPerson('asker'), 'water', reason)).rejects.toMatchObject({
    code: 'forbidden',
  });
  expect(await openOrders()).toBe(0);
  await deactivateOrganisation(moderator, 'water', reason);
  const late = act(test, 'moderator', { id, act: 'reassign', departmentId: 'water', reason });
  await expect(late).rejects.toMatchObject({ reason: 'work-orders.unknown-department' });
});
