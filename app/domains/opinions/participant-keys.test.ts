import { existsSync, readdirSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { conversationPage, statementsPage } from './conversation.query.server';
import { cancelConversation, endConversationEarly } from './end-conversation.server';
import { heldInOpinions } from './held.server';
import { day, giveAnswer, makeConversation, makeNeighbours } from '../../../tests/factories/conversations';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';

let test: TestContext;
beforeEach(async () => {
  test = await testContext();
  await makeNeighbours(test);
});
afterEach(() => test.dispose());

const keys = () => {
  const { ballotKeysDirectory } = test.as('system').configuration;
  return existsSync(ballotKeysDirectory) ? readdirSync(ballotKeysDirectory) : [];
};
const participants = (conversationId: string) =>
  test.database.read.participant.findMany({ where: { conversationId } });
const answered = async (id: string) => (await conversationPage(await test.asPerson('person-1'), id)).answered;
const answer = (id: string, number = 1) =>
  giveAnswer(test, { personId: 'person-1', conversationId: id, number, answer: 'agree' });

describe('who takes part', () => {
  it('stands nowhere in the database, and sees and changes the own answers', async () => {
    const id = await makeConversation(test);
    await answer(id);
    await giveAnswer(test, { personId: 'person-1', conversationId: id, number: 1, answer: 'disagree' });
    const [row, ...others] = await participants(id);
    expect(others).toEqual([]);
    expect(JSON.stringify(row)).not.toContain('person-1');
    expect(await answered(id)).toBe(1);
    const { statements } = await statementsPage(await test.asPerson('person-1'), id);
    expect(statements.find(({ number }) => number === 1)).toMatchObject({ own: 'disagree' });
    const held = await heldInOpinions.exportMore?.(test.as('system'), { id: 'person-1' } as never);
    expect(held).toMatchObject({ answers: [{ answer: -1 }] });
  });

  it.each([
    ['reported', endConversationEarly],
    ['called off', cancelConversation],
  ])('follows, once it is %s, and the key is gone', async (_, end) => {
    const id = await makeConversation(test);
    await answer(id);
    expect(keys()).toContain(`conversation-${id}.key`);
    await end(await test.asPerson('moderator'), id, '时间已到，大家已经说得很清楚');
    expect(keys()).not.toContain(`conversation-${id}.key`);
    const followed = { subjectKind: 'conversation', subjectId: id, personId: 'person-1' };
    expect(await test.database.read.follow.count({ where: followed })).toBe(1);
    expect(await participants(id)).toMatchObject([{ personKey: null }]);
  });

  it('is told in words that the key is lost, and counts no second time', async () => {
    const id = await makeConversation(test);
    await answer(id);
    rmSync(`${test.as('system').configuration.ballotKeysDirectory}/conversation-${id}.key`);
    const lost = { allowed: false, reason: 'opinions.key-lost' };
    expect((await conversationPage(await test.asPerson('person-1'), id)).may.takePart).toEqual(lost);
    await expect(answer(id, 2)).rejects.toMatchObject({ reason: 'opinions.key-lost' });
    test.clock.set(new Date(test.clock.now().getTime() + day));
    await endConversationEarly(await test.asPerson('moderator'), id, '时间已到，大家已经说得很清楚');
    expect(await participants(id)).toMatchObject([{ personKey: null }]);
  });

  it('of a conversation from before there were keys goes on until it closes', async () => {
    const id = await makeConversation(test);
    await test.database.transaction(async (tx) => {
      await tx.prisma.conversation.update({ where: { id }, data: { keyCheck: null } });
      await tx.prisma.participant.create({ data: { id: 'old', conversationId: id, personKey: 'person-1' } });
    });
    await answer(id);
    expect(await participants(id)).toMatchObject([{ id: 'old', personKey: 'person-1' }]);
    expect(await answered(id)).toBe(1);
    await endConversationEarly(await test.asPerson('moderator'), id, '时间已到，大家已经说得很清楚');
    expect(await participants(id)).toMatchObject([{ personKey: null }]);
  });
});
