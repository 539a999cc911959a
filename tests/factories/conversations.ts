import { communityId, makeAreas, makePerson } from './proposals';
import type { TestContext } from '../setup/context';
import { answerStatement } from '~/domains/opinions/statements/answer-statement.server';
import { openConversation } from '~/domains/opinions/open-conversation.server';
import type { Answer, ConversationInput } from '~/domains/opinions/schema';

export const seeds = [
  '车位先到先得',
  '每户固定一个车位',
  '留出消防通道',
  '外来车辆要收费',
  '晚上可以借学校操场停车',
];
export const people = Array.from({ length: 14 }, (_, at) => `person-${at}`);
export const day = 24 * 3600_000;
export const opening = new Date('2026-11-24T08:00:00Z');

/** Areas, a moderator, one of another district, and fourteen residents. */
export async function makeNeighbours(test: TestContext): Promise<void> {
  await makeAreas(test);
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  await makePerson(test, 'elsewhere', { role: 'moderator', areaId: '421003' });
  for (const id of people) await makePerson(test, id);
}

/** A conversation open for a week; new statements wait for a moderator. */
export async function makeConversation(
  test: TestContext,
  change: Partial<ConversationInput> = {},
): Promise<string> {
  return openConversation(await test.asPerson('moderator'), {
    title: '老院子的车位怎么分？',
    body: '院里只有三十个车位。',
    areaId: communityId,
    proposalId: '',
    review: 'before',
    closesAt: new Date(test.clock.now().getTime() + 7 * day),
    seeds,
    ...change,
  });
}

export const statementsOf = (test: TestContext, conversationId: string) =>
  test.database.read.statement.findMany({ where: { conversationId }, orderBy: { number: 'asc' } });

/** One person's answer to the statement of that number. */
export async function giveAnswer(
  test: TestContext,
  given: { personId: string; conversationId: string; number: number; answer: Answer },
): Promise<void> {
  const { personId, conversationId, number, answer } = given;
  const statement = (await statementsOf(test, conversationId)).find((one) => one.number === number);
  await answerStatement(await test.asPerson(personId), {
    conversationId,
    statementId: statement?.id ?? '',
    answer,
  });
}

/** Eight of one camp, six of the other; all want the way for fire engines kept free. */
export async function twoCamps(test: TestContext, conversationId: string): Promise<void> {
  for (const [at, personId] of people.entries())
    for (const number of [1, 2, 3, 4, 5]) {
      const agrees = number === 3 || at < 8 === (number % 2 === 1);
      await giveAnswer(test, {
        personId,
        conversationId,
        number,
        answer: agrees ? 'agree' : 'disagree',
      });
    }
}
