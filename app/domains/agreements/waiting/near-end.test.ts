import { afterAll, beforeAll, expect, it } from 'vitest';
import { agreementWaits, waitingParties } from '../../../../tests/factories/agreement-waits';
import { makeParties } from '../../../../tests/factories/agreements';
import { makeAreas } from '../../../../tests/factories/proposals';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { takeUpAgreement } from '../drafting/take-up-agreement.server';
import { giveNotice } from '../living/give-notice.server';
import { watchAgreements } from '../living/watch-agreements.server';
import { withdrawAgreement } from '../signing/undo-freezing.server';

let test: TestContext;
let at: ReturnType<typeof agreementWaits>;
const day = 24 * 3600_000;

beforeAll(async () => {
  test = await testContext();
  at = agreementWaits(test);
  await makeAreas(test);
  await makeParties(test, [...waitingParties, 'outsider']);
});
afterAll(() => test.dispose());

const waits = (id: string) => at.waits(id, [...waitingParties, 'outsider']);
const reason = '门店搬迁，不能再提供场地';
const all = { ngo: ['renew-agreement'], shop: ['renew-agreement'], community: ['renew-agreement'] };

async function later(days: number): Promise<void> {
  test.clock.advance(days * day);
  await watchAgreements(test.as('system'));
}

const told = async (id: string) =>
  (await test.database.read.event.findMany({ where: { subjectId: id, type: 'agreement.ends-soon' } })).length;

const ending = async (days: number) => (await at.inForce(20, { endsOn: at.inDays(days), rows: {} })).id;

it('waits for each party from thirty days before its last day until that is over, and is told once', async () => {
  const id = await ending(60);
  await later(20);
  expect(await waits(id)).toEqual({});
  expect(await told(id)).toBe(0);
  await later(15);
  expect(await waits(id)).toEqual(all);
  const row = (await at.deskOf('shop')).find((one) => one.id === id);
  expect(row).toMatchObject({ to: `/agreements/${id}#acts`, isOver: false });
  expect(row?.until).toEqual((await at.rowOf(id)).endsAt);
  await later(1);
  expect(await told(id)).toBe(1);
  await later(40);
  expect((await at.rowOf(id)).state).toBe('ended');
  expect(await waits(id)).toEqual({});
});

it('waits no more once a renewal is begun, and again where that is given up', async () => {
  const id = await ending(25);
  expect(await waits(id)).toEqual(all);
  const renewal = await takeUpAgreement(await at.as('shop'), id, 'renewal');
  expect(await waits(id)).toEqual({});
  await withdrawAgreement(await at.as('shop'), renewal, reason);
  expect(await waits(id)).toEqual(all);
});

it('a notice waits for the others from the day it is given, not for whoever gave it', async () => {
  const id = await ending(200);
  await giveNotice(await at.as('shop'), id, { endsOn: at.inDays(60), reason });
  const others = { ngo: ['heed-notice'], community: ['heed-notice'] };
  expect(await waits(id)).toEqual(others);
  await later(45);
  expect(await waits(id)).toEqual(others);
  expect(await told(id)).toBe(0);
  await takeUpAgreement(await at.as('ngo'), id, 'renewal');
  expect(await waits(id)).toEqual({});
});

it('is told of its end, too, where it was reminded to sign: by what counted it as the one reminder before', async () => {
  const id = await ending(60);
  const { inForceAt } = await at.rowOf(id);
  const remindedAt = new Date(Number(inForceAt) - day);
  await test.database.transaction((tx) =>
    tx.prisma.agreement.update({ where: { id }, data: { remindedAt } }),
  );
  await later(20);
  expect(await told(id)).toBe(0);
  await later(15);
  expect(await told(id)).toBe(1);
  await later(1);
  expect(await told(id)).toBe(1);
});
