import { afterAll, beforeAll, expect, it } from 'vitest';
import { agreementWaits, waitingParties } from '../../../../tests/factories/agreement-waits';
import { makeParties, signAs } from '../../../../tests/factories/agreements';
import { makeAreas } from '../../../../tests/factories/proposals';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { watchAgreements } from '../living/watch-agreements.server';
import { freezeAgreement } from './freeze-agreement.server';
import { dayIn } from '~/lib/time/days';

let test: TestContext;
let at: ReturnType<typeof agreementWaits>;
beforeAll(async () => {
  test = await testContext();
  at = agreementWaits(test);
  await makeAreas(test);
  await makeParties(test, [...waitingParties]);
});
afterAll(() => test.dispose());

async function frozen(change: Record<string, unknown>) {
  const id = await at.draft({ signDays: 30, ...change });
  await freezeAgreement(await at.as('ngo'), id);
  const { signBy, contentHash } = await at.rowOf(id);
  return { id, contentHash: contentHash ?? '', last: signBy && dayIn(signBy, 'Asia/Shanghai') };
}

it('is the days that were said, and no later than the last day or the first on which something falls due', async () => {
  expect((await frozen({ rows: {} })).last).toBe(at.inDays(30));
  expect((await frozen({ rows: {}, endsOn: at.inDays(12) })).last).toBe(at.inDays(12));
  expect((await frozen({ rows: at.promise(5), endsOn: at.inDays(12) })).last).toBe(at.inDays(5));
  expect((await frozen({ rows: at.promise(200) })).last).toBe(at.inDays(30));
});

it('lets nothing come into force that would be over or broken from its beginning', async () => {
  const { id, contentHash } = await frozen({ rows: {}, endsOn: at.inDays(3) });
  for (const party of ['ngo', 'shop']) await signAs(await at.as(party), { id, contentHash });
  test.clock.advance(5 * 24 * 3600_000);
  await expect(signAs(await at.as('community'), { id, contentHash })).rejects.toMatchObject({
    reason: 'agreements.term-is-over',
  });
  await watchAgreements(test.as('system'));
  expect(await at.rowOf(id)).toMatchObject({ state: 'expired', inForceAt: null });
});
