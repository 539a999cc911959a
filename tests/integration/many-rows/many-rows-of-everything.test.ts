import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBallot, openBallotOf } from '../../factories/ballots';
import { day, makeConversation, statementsOf } from '../../factories/conversations';
import { makeFeedback } from '../../factories/feedback';
import { communityId, makeProposal } from '../../factories/proposals';
import { act, makeOffices, makeOrder, stateOf } from '../../factories/work-orders';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import { runJobs } from '../../setup/jobs';
import { mailsTo } from '../../setup/mails';
import { sheetsPage } from '~/domains/ballots/paper/counter.query.server';
import { openAndCloseDueBallots } from '~/domains/ballots/organising/due-ballots.server';
import { ballotTurnout } from '~/domains/ballots/casting/turnout.query.server';
import { exportOrders } from '~/domains/bridges/exchange/export-orders.query.server';
import { listUpdates } from '~/domains/bridges/open311/list-updates.query.server';
import { moveComments } from '~/domains/deliberation/index.server';
import { mailDigest, queueDigests } from '~/domains/notifications/digest.server';
import { statementsPage } from '~/domains/opinions/conversation.query.server';
import { endConversationEarly } from '~/domains/opinions/end-conversation.server';
import { neededParticipantKey } from '~/domains/opinions/participant-keys.server';
import { reportPage, statementsFile, votesFile } from '~/domains/opinions/report.query.server';
import { mergeProposals } from '~/domains/proposals/merging/merge-proposals.server';
import { mergeOrders } from '~/domains/workorders/steps/merge-orders.server';
import { newId } from '~/platform/ids';

const count = 1200;
const many = Array.from({ length: count }, (_, at) => at);
const personOf = (at: number) => `p${String(at).padStart(5, '0')}`;
const people = many.map(personOf);
/** Communities of the district that need not be in the tree of areas. */
const communityOf = (at: number) => `421002${String(100_000 + at)}`;

let test: TestContext;
const now = () => test.clock.now();
const write = <Result>(work: Parameters<TestContext['database']['transaction']>[0]) =>
  test.database.transaction(work) as Promise<Result>;

beforeAll(async () => {
  test = await testContext();
  await makeOffices(test);
  await write((tx) =>
    tx.prisma.person.createMany({
      data: many.map((at) => ({
        ...{ id: personOf(at), email: `${personOf(at)}@example.org`, displayName: `名${at}` },
        ...{ emailConfirmedAt: now(), createdAt: now(), birthYear: 1980, residenceAreaId: communityOf(at) },
        mailFrequency: 'none',
      })),
    }),
  );
}, 60_000);
afterAll(() => test.dispose());

const follows = (personIds: readonly string[], subjectKind: string, subjectId: string) =>
  personIds.map((personId) => ({ personId, subjectKind, subjectId, createdAt: now() }));

describe('ballots with 1,200 of everything', () => {
  it('show the turnout of each community while voting goes on', async () => {
    const { id } = await openBallotOf(test);
    const shown = new Set<string>();
    let cursor: string | undefined;
    for (let page = 0; page <= count / 100; page += 1) {
      const { areas, ballot, next } = await ballotTurnout(test.as('visitor'), id, cursor);
      expect(ballot.electorateSize).toBe(count);
      for (const { areaId } of areas) shown.add(areaId);
      if (!next) break;
      cursor = next;
    }
    expect(shown.size).toBe(count);
  }, 60_000);

  it('take an electorate list, and sheets of paper read by as many people', async () => {
    const moderator = await test.asPerson('moderator');
    const listed = people.map((id) => `${id}@example.org`).join('\n');
    const made = await makeBallot(test, { electorateKind: 'list', listed, paperVoting: 'on' }, moderator);
    await openAndCloseDueBallots(test.as('system'));
    const row = await test.database.read.ballot.findUniqueOrThrow({ where: { id: made.id } });
    expect([row.state, row.electorateSize]).toEqual(['open', count]);
    await write((tx) =>
      tx.prisma.paperSheet.createMany({
        data: many.map((at) => ({
          ...{
            ballotId: made.id,
            number: at + 1,
            firstBy: personOf(at),
            firstChoice: '{}',
            updatedAt: now(),
          },
          secondBy: personOf(count - 1 - at),
        })),
      }),
    );
    const { sheets } = await sheetsPage(moderator, made.id);
    expect(sheets).toHaveLength(count);
    expect(sheets.every(({ readers }) => readers.every((name) => name.startsWith('名')))).toBe(true);
  }, 60_000);
});

it('a conversation with 1,200 statements and people ends with its report and files', async () => {
  const id = await makeConversation(test, { closesAt: new Date(now().getTime() + 7 * day) });
  const [seed] = await statementsOf(test, id);
  const { keyCheck } = await test.database.read.conversation.findUniqueOrThrow({ where: { id } });
  const keyOf = neededParticipantKey(test.as('system'), { id, keyCheck });
  await write(async (tx) => {
    await tx.prisma.statement.createMany({
      data: many.map((at) => ({
        ...{ id: newId(now()), conversationId: id, number: 1000 + at, body: `第${at}条意见`, state: 'shown' },
        createdAt: now(),
      })),
    });
    await tx.prisma.participant.createMany({
      data: many.map((at) => ({
        ...{
          id: `t${personOf(at)}`,
          conversationId: id,
          personKey: keyOf(personOf(at)),
          areaId: communityOf(at),
        },
      })),
    });
    await tx.prisma.statementAnswer.createMany({
      data: many.map((at) => ({
        ...{ participantId: `t${personOf(at)}`, statementId: seed?.id ?? '', answer: at % 2 ? 1 : -1 },
      })),
    });
  });
  const moderator = await test.asPerson('moderator');
  expect((await statementsPage(moderator, id)).statements.length).toBeGreaterThanOrEqual(count);
  await endConversationEarly(moderator, id, '时间已到，大家已经说得很清楚');
  const visitor = test.as('visitor');
  const { ids } = await reportPage(visitor, id);
  expect(Object.keys(ids).length).toBeGreaterThanOrEqual(count);
  expect((await statementsFile(visitor, id)).split('\n').length).toBeGreaterThan(count);
  expect((await votesFile(visitor, id)).split('\n').length).toBeGreaterThan(count);
}, 120_000);

describe('1,200 who follow', () => {
  it('are told of an event, once each, and of their daily mails', async () => {
    await write((tx) =>
      tx.prisma.person.updateMany({ where: { id: { in: people } }, data: { mailFrequency: 'daily' } }),
    );
    const proposalId = await makeProposal(test, 'asker');
    await write((tx) => tx.prisma.follow.createMany({ data: follows(people, 'proposal', proposalId) }));
    const intoId = await makeProposal(test, 'asker', { title: '另一条' });
    await runJobs(test);
    await mergeProposals(await test.asPerson('moderator'), {
      ...{ fromId: proposalId, intoId, reason: '同一件事', moveComments },
    });
    await runJobs(test);
    const told = { personId: { in: people }, type: 'proposal.merged' };
    expect(await test.database.read.notification.count({ where: told })).toBe(count);
    const into = await test.database.read.follow.count({ where: { subjectId: intoId } });
    expect(into).toBeGreaterThanOrEqual(count);
    test.clock.advance(26 * 3600_000);
    expect(await queueDigests(test.as('system'))).toBe(count);
    await write((tx) => tx.prisma.outboxJob.deleteMany({ where: { kind: 'mail.digest' } }));
  }, 120_000);

  it('and one with 1,200 notices gets one mail that counts them all', async () => {
    const [personId = ''] = people;
    await write((tx) =>
      tx.prisma.notification.createMany({
        data: many.map((at) => ({
          ...{
            id: newId(now()),
            personId,
            eventId: `event-${at}`,
            type: 'proposal.edited',
            createdAt: now(),
          },
          data: JSON.stringify({ subjectKind: 'proposal', subjectId: `none-${at}`, title: 'x' }),
        })),
      }),
    );
    await mailDigest(test.as('system'), { personId });
    const [mail] = await mailsTo(test, `${personId}@example.org`);
    expect(Number(/\d{4}/.exec(mail?.subject ?? '')?.[0])).toBeGreaterThanOrEqual(count);
  }, 60_000);
});

describe('merging', () => {
  it('takes 1,200 endorsements and comments of a proposal along', async () => {
    const [fromId, intoId] = [await makeProposal(test, 'asker'), await makeProposal(test, 'asker')];
    await write(async (tx) => {
      await tx.prisma.endorsement.createMany({
        data: people.map((personId) => ({ personId, proposalId: fromId, createdAt: now() })),
      });
      await tx.prisma.comment.createMany({
        data: people.map((authorId) => ({
          ...{ id: `c${authorId}`, threadId: `c${authorId}`, subjectKind: 'proposal', subjectId: fromId },
          ...{ body: '支持', bodyHtml: '支持', authorId, areaId: communityId, createdAt: now() },
        })),
      });
    });
    await mergeProposals(await test.asPerson('moderator'), {
      fromId,
      intoId,
      reason: '同一件事',
      moveComments,
    });
    expect(await test.database.read.endorsement.count({ where: { proposalId: intoId } })).toBe(count);
    expect(await test.database.read.comment.count({ where: { subjectId: intoId } })).toBe(count);
  }, 60_000);

  it('takes 1,200 matters of an order along, and asks as many people at the call-back', async () => {
    const [from, into] = [await makeOrder(test), await makeOrder(test)];
    const template = await test.database.read.feedback.findUniqueOrThrow({
      where: { id: await makeFeedback(test, 'asker') },
    });
    await write(async (tx) => {
      await tx.prisma.feedback.createMany({
        data: people.map((authorId) => ({
          ...{ ...template, number: null },
          ...{ id: `f${authorId}`, authorId, state: 'dispatched' },
        })),
      });
      for (const authorId of people)
        await tx.sql.run(
          `INSERT INTO "WorkOrderLink" ("workOrderId", "subjectKind", "subjectId", "linkedBy", "createdAt") VALUES (?, 'feedback', ?, 'system', ?)`,
          [from, `f${authorId}`, now()],
        );
    });
    const moderator = await test.asPerson('moderator');
    const { version } = await stateOf(test, from);
    const { number } = await stateOf(test, into);
    await mergeOrders(moderator, { id: from, version, number, reason: '同一件事' });
    expect(await test.database.read.workOrderLink.count({ where: { workOrderId: into } })).toBe(count + 2);
    await act(test, 'water-clerk', { id: into, act: 'accept' });
    await act(test, 'water-clerk', { id: into, act: 'finish', report: '已经全部处理完毕，现场复核过。' });
    expect(await test.database.read.callBack.count({ where: { workOrderId: into } })).toBeGreaterThanOrEqual(
      count,
    );
  }, 120_000);
});

it('files of 1,200 orders are written, and changes beyond a page of Open311 stand on the next', async () => {
  const id = await makeOrder(test);
  const template = await stateOf(test, id);
  await write((tx) =>
    tx.prisma.workOrder.createMany({
      data: many.map((at) => ({
        ...template,
        id: `o${personOf(at)}`,
        number: `GZ2020${String(at).padStart(8, '0')}`,
      })),
    }),
  );
  let text = '';
  for await (const part of exportOrders(await test.asPerson('moderator'), '421002')) text += part;
  expect(text.match(/GZ2020\d{8}/g)?.length).toBeGreaterThanOrEqual(count);
  const feedbackId = await makeFeedback(test, 'asker');
  const onePage = 5000;
  const answeredAt = new Date('2020-01-02T00:00:00Z');
  await write((tx) =>
    tx.prisma.event.createMany({
      data: Array.from({ length: onePage + 7 }, () => ({
        ...{
          id: newId(answeredAt),
          type: 'feedback.answered',
          subjectKind: 'feedback',
          subjectId: feedbackId,
        },
        ...{ areaId: communityId, at: answeredAt, isPublic: true },
        publicData: JSON.stringify({ title: 'x' }),
      })),
    }),
  );
  const window = {
    from: new Date('2020-01-01T00:00:00Z'),
    to: new Date('2020-01-03T00:00:00Z'),
    areaId: null,
  };
  const first = await listUpdates(test.as('visitor'), { ...window, page: 1 });
  const second = await listUpdates(test.as('visitor'), { ...window, page: 2 });
  expect([first.updates.length, first.more]).toEqual([onePage, true]);
  expect([second.updates.length, second.more]).toEqual([7, false]);
}, 120_000);
