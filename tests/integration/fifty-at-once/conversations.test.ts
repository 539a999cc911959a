import { afterAll, beforeAll, expect, it } from 'vitest';
import { day, makeConversation, makeNeighbours, people, twoCamps } from '../../factories/conversations';
import { fired, oneAnd } from '../../setup/at-once';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import type { Context } from '~/domains/context';
import {
  cancelConversation,
  endConversationEarly,
  extendConversation,
  reportConversation,
} from '~/domains/opinions/end-conversation.server';
import { layAnew } from '~/domains/opinions/forget-who.server';

let test: TestContext;
let moderator: Context;
const reason = '还有人没来得及说';
beforeAll(async () => {
  test = await testContext();
  await makeNeighbours(test);
  moderator = await test.asPerson('moderator');
});
afterAll(() => test.dispose());

const read = () => test.database.read;
const told = (subjectId: string, type: string) => read().event.count({ where: { subjectId, type } });
const takePart = (conversationId: string) => read().participant.findMany({ where: { conversationId } });

it('a conversation is given more time once, and called off once', async () => {
  const id = await makeConversation(test);
  await twoCamps(test, id);
  const closesAt = new Date(test.clock.now().getTime() + 9 * day);
  const extended = await fired(() => extendConversation(moderator, id, { closesAt, reason }));
  expect(extended).toEqual(oneAnd('opinions.not-later'));
  const cancelled = await fired(() => cancelConversation(moderator, id, reason));
  expect(cancelled).toEqual(oneAnd('opinions.closed'));
  const left = await takePart(id);
  expect([left.length, left.filter(({ personKey }) => personKey !== null)]).toEqual([people.length, []]);
});

it('one is ended once and reported once, with all who took part', async () => {
  const id = await makeConversation(test);
  await twoCamps(test, id);
  const ended = await fired((at) =>
    at % 5 ? endConversationEarly(moderator, id, reason) : reportConversation(test.as('system'), id),
  );
  expect(ended).toEqual({ done: 5, 'opinions.closed': 15 });
  await fired(() => layAnew(test.as('system'), id), 10);
  const answers = await read().statementAnswer.count({ where: { participant: { conversationId: id } } });
  expect([(await takePart(id)).length, answers]).toEqual([people.length, 5 * people.length]);
  expect([await told(id, 'conversation.ended-early'), await told(id, 'conversation.closed')]).toEqual([1, 1]);
});
