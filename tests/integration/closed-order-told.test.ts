import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeFeedback } from '../factories/feedback';
import { makeOffices, stateOf } from '../factories/work-orders';
import { testContext } from '../setup/context';
import type { TestContext } from '../setup/context';
import { mayStillBeTold } from '~/domains/bridges/webhooks/tell-outside.server';
import { linkToThisOrder } from '~/domains/workorders/links/link-matter.server';
import { registerWorkOrder } from '~/domains/workorders/registering/register-work-order.server';
import { splitOrder } from '~/domains/workorders/steps/split-order.server';

let test: TestContext;
const words = { title: '三楼张家打孩子', body: '楼上经常传来哭声，三楼张家打孩子，请不要说是我讲的。' };

beforeAll(async () => {
  test = await testContext();
  await makeOffices(test);
});
afterAll(() => test.dispose());

it('an order with the words of a confidential matter is told to no program, though only a public one hangs on it', async () => {
  const moderator = await test.asPerson('moderator');
  const confidential = await makeFeedback(test, 'asker', { ...words, isPublic: 'no' });
  const id = await registerWorkOrder(moderator, {
    ...{ subjectKind: 'feedback', subjectId: confidential, category: 'safety', departmentId: '' },
    ...{
      title: words.title,
      description: words.body,
      externalNumber: '',
      deadline: undefined,
      urgency: 'normal',
    },
  } as never);
  const subject = { kind: 'feedback' as const, id: await makeFeedback(test, 'asker') };
  await linkToThisOrder(moderator, { id, subject });
  await splitOrder(moderator, {
    ...{ id, version: (await stateOf(test, id)).version, matters: [`feedback:${confidential}`] },
    ...{ reason: '分开办理', title: '楼道走访', description: '另行走访。', category: 'safety' },
  });
  const events = await test.database.read.event.findMany({ where: { subjectId: id } });
  expect(events.length).toBeGreaterThan(1);
  for (const { id: eventId, type } of events)
    expect(await mayStillBeTold(test.as('system'), eventId), type).toBe(false);
});
