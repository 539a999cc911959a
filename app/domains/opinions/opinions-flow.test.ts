import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  day,
  giveAnswer,
  makeConversation,
  makeNeighbours,
  opening,
  statementsOf,
  twoCamps,
} from '../../../tests/factories/conversations';
import { communityId, makeProposal } from '../../../tests/factories/proposals';
import { runJobs } from '../../../tests/setup/jobs';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import { decideQueueItem } from '../insights/decide-queue-item.server';
import { answerStatement } from './statements/answer-statement.server';
import { conversationPage, statementsPage } from './conversation.query.server';
import { decideStatement } from './statements/decide-statement.server';
import { conversationLifecycle, statementLifecycle } from './lifecycle';
import { openConversation } from './open-conversation.server';
import { postStatement } from './statements/post-statement.server';
import type { Picture } from './rules/picture';
import type { Answer, ConversationInput } from './schema';
import { similarStatements } from './statements/similar-statements.query.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeNeighbours(test);
});
afterAll(() => test.dispose());
beforeEach(() => test.clock.set(opening));

const open = (change: Partial<ConversationInput> = {}) => makeConversation(test, change);
const statements = (conversationId: string) => statementsOf(test, conversationId);
const answer = (personId: string, conversationId: string, number: number, given: Answer) =>
  giveAnswer(test, { personId, conversationId, number, answer: given });
const tick = () => test.clock.set(new Date(test.clock.now().getTime() + 1000));
async function pictureOf(conversationId: string): Promise<Picture | null> {
  const row = await test.database.read.opinionPicture.findUnique({ where: { conversationId } });
  return row && (JSON.parse(row.picture) as Picture);
}

describe('a conversation', () => {
  it('is opened by a moderator of the area only, for an hour to half a year', async () => {
    const input = { title: '老院子的车位怎么分？', body: '', areaId: communityId, proposalId: '', seeds: [] };
    const at = (days: number) => new Date(test.clock.now().getTime() + days * day);
    const asked = { ...input, review: 'after' as const, closesAt: at(3) };
    for (const who of ['person-1', 'elsewhere'])
      await expect(openConversation(await test.asPerson(who), asked)).rejects.toMatchObject({
        code: 'forbidden',
      });
    const moderator = await test.asPerson('moderator');
    for (const [closesAt, reason] of [
      [at(0.01), 'opinions.too-short'],
      [at(200), 'opinions.too-long'],
    ] as const)
      await expect(openConversation(moderator, { ...asked, closesAt })).rejects.toMatchObject({
        field: 'closesAt',
        reason,
      });
    for (const [change, field] of [
      [{ seeds: ['留出消防通道', '留出 消防通道！'] }, 'seeds'],
      [{ proposalId: '01ARZ3NDEKTSV4RRFFQ69G5FAV' }, 'proposalId'],
    ] as const)
      await expect(
        openConversation(moderator, { ...asked, ...change, seeds: [...(change.seeds ?? [])] }),
      ).rejects.toMatchObject({ field });
  });

  it('tells those who follow the proposal that it is about', async () => {
    const proposalId = await makeProposal(test, 'person-1');
    await open({ proposalId });
    await runJobs(test);
    const told = await test.database.read.notification.findMany({
      where: { personId: 'person-1', type: 'conversation.opened' },
    });
    expect(told).toHaveLength(1);
  });

  it('takes answers and changed ones, counts each person once, and tells nobody what others think', async () => {
    const id = await open();
    await answer('person-1', id, 1, 'agree');
    await answer('person-1', id, 1, 'disagree');
    await answer('person-1', id, 2, 'pass');
    await Promise.all([answer('person-2', id, 1, 'agree'), answer('person-2', id, 2, 'agree')]);
    const page = await conversationPage(await test.asPerson('person-1'), id);
    expect(page).toMatchObject({
      answered: 2,
      total: 5,
      conversation: { participantCount: 2, answerCount: 4 },
    });
    expect([1, 2]).not.toContain(page.next?.number);
    const list = await statementsPage(await test.asPerson('person-1'), id);
    expect(list.statements.find(({ number }) => number === 1)).toMatchObject({
      own: 'disagree',
    });
    await expect(
      answerStatement(test.as('visitor'), { conversationId: id, statementId: '', answer: 'agree' }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    const other = await open();
    const [statement] = await statements(other);
    await expect(
      answerStatement(await test.asPerson('person-1'), {
        conversationId: id,
        statementId: statement?.id ?? '',
        answer: 'agree',
      }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('draws the picture by a job once for many answers, and again when something changed', async () => {
    const id = await open();
    expect(await pictureOf(id)).toBeNull();
    await twoCamps(test, id);
    const jobs = await test.database.read.outboxJob.count({
      where: { kind: 'opinions.draw', state: 'waiting', payload: { contains: id } },
    });
    expect(jobs).toBe(1);
    tick();
    await runJobs(test);
    const visitor = test.as('visitor');
    for (const page of [await conversationPage(visitor, id), await statementsPage(visitor, id)])
      expect(JSON.stringify(page)).not.toMatch(/agrees|shares|direction/);
    expect((await conversationPage(visitor, id)).map).toMatchObject({ participants: 14, hidden: 0 });
    const picture = await pictureOf(id);
    expect(picture).toMatchObject({ participants: 14, answers: 70 });
    expect(picture?.groups.map((group) => group.people)).toEqual([8, 6]);
    expect(test.invalidated).toContain('conversations');
    await answer('person-1', id, 1, 'pass');
    tick();
    await runJobs(test);
    expect((await pictureOf(id))?.everyone[0]).toMatchObject({ number: 1, agrees: 7, answers: 14 });
  });
});

describe('a statement', () => {
  it('waits for a moderator, who lets it pass from the queue; its author agrees with it', async () => {
    const id = await open();
    const author = await test.asPerson('person-3');
    expect(await postStatement(author, { conversationId: id, body: '给老人留两个近的车位' })).toBe('waiting');
    expect((await conversationPage(await test.asPerson('person-4'), id)).total).toBe(5);
    expect((await statementsPage(author, id)).statements[0]).toMatchObject({ mine: true, state: 'waiting' });
    const item = await test.database.read.queueItem.findFirstOrThrow({
      where: { kind: 'statement', state: 'open' },
    });
    expect(item).toMatchObject({ title: '给老人留两个近的车位', areaId: communityId });
    await decideQueueItem(await test.asPerson('moderator'), { id: item.id, approve: true, reason: '很清楚' });
    expect((await conversationPage(await test.asPerson('person-4'), id)).total).toBe(6);
    expect((await statementsPage(author, id)).statements[0]).toMatchObject({ own: 'agree', state: 'shown' });
    await runJobs(test);
    const told = await test.database.read.notification.findMany({
      where: { personId: 'person-3', type: 'statement.accepted' },
    });
    expect(told).toHaveLength(1);
  });

  it('is refused with a reason only, goes and comes back, and counts for nothing meanwhile', async () => {
    const id = await open({ review: 'after' });
    const body = '停车乱的都是外地人';
    expect(await postStatement(await test.asPerson('person-3'), { conversationId: id, body })).toBe('shown');
    await answer('person-4', id, 6, 'agree');
    const moderator = await test.asPerson('moderator');
    const statementId = (await statements(id)).at(-1)?.id ?? '';
    await expect(
      decideStatement(moderator, { statementId, accept: false, reason: '' }),
    ).rejects.toMatchObject({
      field: 'reason',
    });
    await expect(
      decideStatement(await test.asPerson('person-4'), { statementId, accept: false, reason: '不好听' }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await decideStatement(moderator, { statementId, accept: false, reason: '指责一类人，不是办法' });
    await expect(
      decideStatement(moderator, { statementId, accept: false, reason: '指责一类人' }),
    ).rejects.toMatchObject({ code: 'conflict' });
    tick();
    await runJobs(test);
    expect((await pictureOf(id))?.everyone.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    await decideStatement(moderator, { statementId, accept: true, reason: '' });
    tick();
    await runJobs(test);
    expect((await pictureOf(id))?.everyone.at(-1)).toMatchObject({ number: 6, agrees: 2 });
  });

  it('is not written twice, in whatever script, and near ones are found', async () => {
    const id = await open({ review: 'after', seeds: ['留出消防通道', 'Keep the fire lane free'] });
    const author = await test.asPerson('person-5');
    for (const body of ['留出消防通道。', ' keep the FIRE lane free! '])
      await expect(postStatement(author, { conversationId: id, body })).rejects.toMatchObject({
        field: 'body',
        reason: 'opinions.said-already',
      });
    for (const body of ['يجب أن يكون الممر خالياً', 'Пожарный проезд', '🚒🚒🚒🚒'])
      expect(await postStatement(author, { conversationId: id, body })).toBe('shown');
    expect(await similarStatements(author, id, '要留出消防通道')).toMatchObject([{ number: 1 }]);
    expect(await similarStatements(author, id, 'x')).toEqual([]);
    for (let number = 4; number <= 20; number += 1)
      await postStatement(author, { conversationId: id, body: `第 ${number} 个想法` });
    await expect(postStatement(author, { conversationId: id, body: '再来一个想法' })).rejects.toMatchObject({
      reason: 'opinions.enough-statements',
    });
  });
});

it('has tables in which every state is reached', () => {
  for (const table of [conversationLifecycle, statementLifecycle]) {
    const reached = new Set<string>([table.initial]);
    for (let round = 0; round < table.states.length; round += 1)
      for (const { from, to } of table.transitions)
        if (from.some((state) => reached.has(state))) reached.add(to);
    expect([...reached].sort()).toEqual([...table.states].sort());
  }
});
