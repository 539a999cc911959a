import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  day,
  giveAnswer,
  makeConversation,
  makeNeighbours,
  opening,
  people,
  seeds,
  statementsOf,
  twoCamps,
} from '../../../tests/factories/conversations';
import { communityId } from '../../../tests/factories/proposals';
import { runJobs } from '../../../tests/setup/jobs';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import { createDraft, publishProposal } from '../proposals/save-proposal.server';
import { proposalsOfStatements } from '../proposals/index.server';
import { originOf } from './conversation-list.query.server';
import {
  cancelConversation,
  endConversationEarly,
  endDueConversations,
  extendConversation,
} from './end-conversation.server';
import { postStatement } from './statements/post-statement.server';
import { reportPage, statementsFile, votesFile } from './report.query.server';
import { analyseOpinions } from './rules/analyse-opinions';
import { readVotes } from './rules/files/read-votes';
import type { Answer, ConversationInput } from './schema';

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

describe('the end of a conversation', () => {
  it('reports the common ground, tells who took part, and forgets who answered what', async () => {
    const id = await open();
    await twoCamps(test, id);
    await postStatement(await test.asPerson('person-2'), {
      conversationId: id,
      body: '还没来得及审核的观点',
    });
    test.clock.set(new Date(test.clock.now().getTime() + 7 * day));
    await expect(answer('person-1', id, 1, 'agree')).rejects.toMatchObject({ code: 'wrong-state' });
    await endDueConversations(test.as('system'));
    await endDueConversations(test.as('system'));
    const report = await reportPage(test.as('visitor'), id);
    expect(report.picture.groups.map((group) => group.people)).toEqual([8, 6]);
    expect(report.picture.common).toMatchObject([{ number: 3, direction: 'agree', agrees: 14 }]);
    expect(report.places).toMatchObject({ total: 14 });
    await runJobs(test);
    expect(
      await test.database.read.notification.count({
        where: { type: 'conversation.closed', personId: 'person-7', data: { contains: id } },
      }),
    ).toBe(1);
    expect(
      await test.database.read.participant.count({ where: { conversationId: id, personKey: null } }),
    ).toBe(14);
    expect(
      await test.database.read.statement.count({ where: { conversationId: id, authorId: { not: null } } }),
    ).toBe(0);
    expect(await test.database.read.queueItem.count({ where: { kind: 'statement', state: 'open' } })).toBe(0);
    const again = analyseOpinions(readVotes(Buffer.from(await votesFile(test.as('visitor'), id))));
    expect(again.groups.map((group) => group.people)).toEqual([8, 6]);
    const file = await statementsFile(test.as('visitor'), id);
    expect(file).toContain('3,14,0,1,留出消防通道');
    expect(file).not.toContain('还没来得及审核的观点');
  });

  it('makes a proposal of an agreed statement, which names its origin', async () => {
    const id = await open();
    const [first] = await statements(id);
    const statementId = first?.id ?? '';
    const author = await test.asPerson('person-1');
    expect(await originOf(author, statementId)).toBeNull();
    await endConversationEarly(await test.asPerson('moderator'), id, '意见已经很清楚');
    const input = {
      title: '院内车位先到先得',
      body: '在观点征集中大家都同意这一条，请居委会落实。',
      category: 'facilities' as const,
      areaId: communityId,
      place: '',
      statementId,
    };
    const proposalId = await createDraft(author, input, []);
    expect(await proposalsOfStatements(author, [statementId])).toEqual([]);
    await publishProposal(author, proposalId);
    expect(await proposalsOfStatements(author, [statementId])).toMatchObject([{ id: proposalId }]);
    expect(await originOf(author, statementId)).toMatchObject({ conversationId: id, statement: seeds[0] });
    const forged = await createDraft(author, { ...input, statementId: 'unknown' }, []);
    expect(await test.database.read.proposal.findUnique({ where: { id: forged } })).toMatchObject({
      statementId: null,
    });
  });

  it('can be put off with a reason, come early, or be called off; each only once and by who leads', async () => {
    const id = await open();
    const moderator = await test.asPerson('moderator');
    const later = new Date(test.clock.now().getTime() + 9 * day);
    await expect(
      extendConversation(await test.asPerson('elsewhere'), id, { closesAt: later, reason: '再等等' }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await expect(
      extendConversation(moderator, id, {
        closesAt: new Date(test.clock.now().getTime() + day),
        reason: '早一点',
      }),
    ).rejects.toMatchObject({ reason: 'opinions.not-later' });
    await extendConversation(moderator, id, { closesAt: later, reason: '参与的人还少' });
    test.clock.set(new Date(test.clock.now().getTime() + 8 * day));
    await answer('person-1', id, 1, 'agree');
    await cancelConversation(moderator, id, '问题问错了');
    await expect(reportPage(moderator, id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(answer('person-1', id, 1, 'agree')).rejects.toMatchObject({ code: 'wrong-state' });
    for (const act of [cancelConversation, endConversationEarly])
      await expect(act(moderator, id, '再来一次')).rejects.toMatchObject({ code: 'wrong-state' });
    expect(
      await test.database.read.participant.count({ where: { conversationId: id, personKey: null } }),
    ).toBe(1);
  });

  it('has a report even where nobody came', async () => {
    const id = await open({ seeds: [] });
    await endConversationEarly(await test.asPerson('moderator'), id, '没有人参与');
    expect((await reportPage(test.as('visitor'), id)).picture).toMatchObject({ participants: 0, groups: [] });
    expect(await votesFile(test.as('visitor'), id)).toContain('participant,group-id');
  });

  it('refuses an answer at the closing instant, and misses none that was taken before', async () => {
    const id = await open({ closesAt: new Date(test.clock.now().getTime() + 3600_000) });
    test.clock.set(new Date(test.clock.now().getTime() + 3600_000 - 1));
    const taken = people.map((personId) => answer(personId, id, 1, 'agree'));
    await Promise.all(taken);
    test.clock.set(new Date(test.clock.now().getTime() + 1));
    const late = await Promise.allSettled([
      answer('person-1', id, 2, 'agree'),
      endDueConversations(test.as('system')),
    ]);
    expect(late[0].status).toBe('rejected');
    await endDueConversations(test.as('system'));
    expect((await reportPage(test.as('visitor'), id)).picture.answers).toBe(14);
  });
});
