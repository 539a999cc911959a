import { expect, it } from 'vitest';
import { makeMeeting, meetingContext } from '../../../tests/factories/meetings';
import { makeOffices, makeOrder } from '../../../tests/factories/work-orders';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import type { PersonActor } from '../actor';
import { answerSeat } from '../meetings/seats/answer-seat.server';
import { orderMessages, writeOrderMessage } from '../workorders/messages/order-messages.server';
import { waitingFor } from './mine.query.server';
import { organisationDeskRows } from './organisation-desk.query.server';

async function lettersOf(test: TestContext, person: string) {
  const ctx = await test.asPerson(person);
  return (await organisationDeskRows({ ...ctx, actor: ctx.actor as PersonActor })).letters;
}

it('what a resident wrote last about an order waits at the desk of its department until it is answered', async () => {
  const test = await testContext();
  await makeOffices(test);
  const workOrderId = await makeOrder(test);
  const clerk = await test.asPerson('water-clerk');
  const [thread] = (await orderMessages(clerk, workOrderId)).threads;
  const key = thread?.key ?? '';
  const write = async (who: string, body: string) => {
    test.clock.advance(60_000);
    await writeOrderMessage(await test.asPerson(who), { workOrderId, key, body });
  };
  await write('water-clerk', '请问漏水的是哪一栋？');
  expect(await lettersOf(test, 'water-clerk')).toEqual([]);
  await write('asker', '三栋二单元。');
  const to = `/work-orders/${workOrderId}/messages`;
  expect(await lettersOf(test, 'water-clerk')).toMatchObject([
    { ask: 'answer-message', id: workOrderId, to, able: ['water-clerk'], since: test.clock.now() },
  ]);
  expect(await waitingFor(clerk)).toMatchObject([{ ask: 'answer-message', to }]);
  for (const who of ['roads-clerk', 'asker']) expect(await lettersOf(test, who)).toEqual([]);
  await write('water-clerk', '今天下午就去。');
  expect(await lettersOf(test, 'water-clerk')).toEqual([]);
  await write('asker', '还在漏。');
  test.clock.advance(31 * 24 * 3600_000);
  expect(await lettersOf(test, 'water-clerk')).toEqual([]);
  await test.dispose();
});

it('an invitation to the organisation waits there, the own one of a person does not', async () => {
  const test = await meetingContext();
  const meetingId = await makeMeeting(test);
  expect(await lettersOf(test, 'shopkeeper')).toMatchObject([
    { ask: 'answer-invitation', to: `/meetings/${meetingId}`, organisation: { id: 'shop' } },
  ]);
  const seat = await test.database.read.meetingSeat.findFirstOrThrow({
    where: { meetingId, organisationId: 'shop' },
  });
  const answer = { seatId: seat.id, answer: 'yes', substitute: '', showsName: false } as const;
  await answerSeat(await test.asPerson('shopkeeper'), meetingId, answer);
  expect(await lettersOf(test, 'shopkeeper')).toEqual([]);
  await test.dispose();
});
