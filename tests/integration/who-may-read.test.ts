import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeFeedback } from '../factories/feedback';
import { makeOrganisation } from '../factories/organisations';
import { communityId, makePerson, makeProposal } from '../factories/proposals';
import { makeOffices } from '../factories/work-orders';
import { testContext } from '../setup/context';
import type { TestContext } from '../setup/context';
import type { Actor } from '~/domains/actor';
import { mayReadAgreement } from '~/domains/agreements/policy';
import { readableAgreements } from '~/domains/agreements/index.server';
import { listPublicOrders } from '~/domains/bridges/public/public-orders.query.server';
import { mayReadComment } from '~/domains/deliberation/policy';
import { readableComments } from '~/domains/deliberation/index.server';
import { feedbackFactColumns, feedbackFacts, readableFeedback } from '~/domains/feedback/index.server';
import { feedbackLifecycle } from '~/domains/feedback/lifecycle';
import { mayReadFeedback } from '~/domains/feedback/policy';
import { accessKinds, accessOfAllSubjects } from '~/domains/insights/subject-access.server';
import { notificationText } from '~/domains/notifications/notification-text';
import { mayReadStatement } from '~/domains/opinions/policy';
import { readableStatements } from '~/domains/opinions/index.server';
import { mayReadOrganisation, readableOrganisations } from '~/domains/organisations/index.server';
import { readableProposals } from '~/domains/proposals/index.server';
import { proposalLifecycle } from '~/domains/proposals/lifecycle';
import { mayReadProposal } from '~/domains/proposals/policy';
import { orderFactColumns, orderFacts, readableOrders } from '~/domains/workorders/index.server';
import { mayReadOrder } from '~/domains/workorders/policy';
import { kindsWithPage, pathOfSubject } from '~/paths';

let test: TestContext;
const actors: [string, Actor][] = [];
const elsewhere = '421003';

/** Each of these lies here or elsewhere, and is the author's or the neighbour's. */
const places = [communityId, elsewhere] as const;
const authors = ['asker', 'neighbour'] as const;

type Write = Parameters<TestContext['database']['transaction']>[0] extends (tx: infer Tx) => unknown
  ? (tx: Tx, change: { areaId: string; authorId: string }) => Promise<unknown>
  : never;

/** Writes what `make` makes once for each place and author. */
async function everywhere(make: Write): Promise<void> {
  for (const areaId of places)
    for (const authorId of authors) await test.database.transaction((tx) => make(tx, { areaId, authorId }));
}

let serial = 0;
const id = (kind: string) => `${kind}-${String((serial += 1)).padStart(4, '0')}`;

async function makeMatters(): Promise<void> {
  const feedback = await test.database.read.feedback.findUniqueOrThrow({
    where: { id: await makeFeedback(test, 'asker') },
  });
  const proposal = await test.database.read.proposal.findUniqueOrThrow({
    where: { id: await makeProposal(test, 'asker') },
  });
  for (const hiddenAt of [null, test.clock.now()]) {
    for (const state of feedbackLifecycle.states)
      for (const isPublic of [true, false])
        await everywhere((tx, change) =>
          tx.prisma.feedback.create({
            data: { ...feedback, ...change, id: id('feedback'), state, isPublic, hiddenAt },
          }),
        );
    for (const state of proposalLifecycle.states)
      await everywhere((tx, change) =>
        tx.prisma.proposal.create({ data: { ...proposal, ...change, id: id('proposal'), state, hiddenAt } }),
      );
  }
}

/** For each matter an order that bears its words, one on which it hangs beside words of its own, and one that was merged away. */
async function makeOrders(): Promise<void> {
  const now = test.clock.now();
  const write = (areaId: string, change: object, link?: { kind: string; id: string }) =>
    test.database.transaction(async (tx) => {
      const orderId = id('order');
      await tx.prisma.workOrder.create({
        data: {
          ...{ id: orderId, number: orderId, title: orderId, description: orderId, category: 'other' },
          ...{ areaId, handlingAreaId: areaId, level: 'community', state: 'dispatched', createdBy: 'system' },
          ...{ createdAt: now, updatedAt: now, departmentId: serial % 3 === 0 ? 'water' : null },
          ...change,
        },
      });
      if (link)
        await tx.sql.run(
          `INSERT INTO "WorkOrderLink" ("workOrderId", "subjectKind", "subjectId", "linkedBy", "createdAt") VALUES (?, ?, ?, ?, ?)`,
          [orderId, link.kind, link.id, 'system', now],
        );
    });
  const { feedback, proposal } = test.database.read;
  for (const row of await feedback.findMany({ orderBy: { id: 'asc' } })) {
    const link = { kind: 'feedback', id: row.id };
    await write(row.areaId, { wordsOfFeedbackId: row.id }, link);
    await write(row.areaId, {}, link);
    if (serial % 5 === 0) await write(row.areaId, { wordsOfFeedbackId: row.id, state: 'merged' });
  }
  for (const row of await proposal.findMany({ orderBy: { id: 'asc' } }))
    await write(row.areaId, { wordsOfProposalId: row.id }, { kind: 'proposal', id: row.id });
  await write(communityId, { wordsOfFeedbackId: 'there-is-none' });
}

async function makeTalk(): Promise<void> {
  const now = test.clock.now();
  for (const [hiddenAt, removedAt] of [
    [null, null],
    [now, null],
    [null, now],
    [now, now],
  ])
    await everywhere((tx, change) => {
      const commentId = id('comment');
      return tx.prisma.comment.create({
        data: {
          ...change,
          ...{ id: commentId, threadId: commentId, subjectKind: 'proposal', subjectId: 'any', body: '.' },
          ...{ bodyHtml: '.', createdAt: now, hiddenAt, removedAt },
        },
      });
    });
  for (const state of ['waiting', 'shown', 'refused'])
    await everywhere(async (tx, { areaId, authorId }) => {
      const conversationId = id('conversation');
      await tx.prisma.conversation.create({
        data: {
          ...{ id: conversationId, title: '.', body: '.', bodyHtml: '.', areaId, state: 'open' },
          ...{ openedBy: 'moderator', review: 'after', openedAt: now, closesAt: now },
        },
      });
      await tx.prisma.statement.create({
        data: { id: id('statement'), conversationId, number: 1, body: '.', state, authorId, createdAt: now },
      });
    });
}

async function makeAgreements(): Promise<void> {
  const now = test.clock.now();
  for (const state of ['draft', 'frozen', 'in-force', 'declined'])
    for (const parties of [
      ['water', 'roads'],
      ['parks', 'roads'],
    ])
      await test.database.transaction((tx) =>
        tx.prisma.agreement.create({
          data: {
            ...{ id: id('agreement'), title: '.', body: '.', bodyHtml: '.', areaId: communityId, state },
            ...{ createdBy: 'asker', organisationId: parties[0] ?? '', createdAt: now, updatedAt: now },
            parties: { create: parties.map((organisationId, position) => ({ organisationId, position })) },
          },
        }),
      );
}

beforeAll(async () => {
  test = await testContext();
  await makeOffices(test);
  for (const name of ['neighbour', 'stranger']) await makePerson(test, name);
  await makePerson(test, 'moderator-elsewhere', { role: 'moderator', areaId: elsewhere });
  await makePerson(test, 'staff', { role: 'staff', areaId: communityId });
  await makePerson(test, 'administrator', { role: 'administrator', areaId: '421002001' });
  await makePerson(test, 'water-member');
  await test.database.transaction((tx) =>
    tx.prisma.organisationMember.create({
      data: {
        organisationId: 'water',
        personId: 'water-member',
        mandate: 'member',
        createdAt: test.clock.now(),
      },
    }),
  );
  await makeOrganisation(test, { id: 'new-club', verified: false, members: { neighbour: 'owner' } });
  await makeMatters();
  await makeOrders();
  await makeTalk();
  await makeAgreements();
  actors.push(['visitor', { kind: 'visitor' }], ['system', { kind: 'system' }]);
  for (const name of [
    ...['asker', 'neighbour', 'stranger', 'moderator', 'mayor', 'moderator-elsewhere', 'staff'],
    ...['administrator', 'water-clerk', 'roads-clerk', 'parks-clerk', 'water-member'],
  ])
    actors.push([name, (await test.asPerson(name)).actor]);
}, 240_000);
afterAll(() => test.dispose());

interface Kind {
  rows(): Promise<{ id: string; reads: (actor: Actor) => boolean }[]>;
  found(actor: Actor): Promise<{ id: string }[]>;
}

const select = { id: true } as const;

const kinds: Record<string, Kind> = {
  proposal: {
    rows: async () =>
      (await test.database.read.proposal.findMany()).map((row) => ({
        id: row.id,
        reads: (actor) => mayReadProposal(actor, row).allowed,
      })),
    found: (actor) => test.database.read.proposal.findMany({ where: readableProposals(actor), select }),
  },
  feedback: {
    rows: async () =>
      (await test.database.read.feedback.findMany({ select: feedbackFactColumns })).map((row) => ({
        id: row.id,
        reads: (actor) => mayReadFeedback(actor, feedbackFacts(row)).allowed,
      })),
    found: (actor) => test.database.read.feedback.findMany({ where: readableFeedback(actor), select }),
  },
  'work-order': {
    rows: async () =>
      (await test.database.read.workOrder.findMany({ select: { ...orderFactColumns, id: true } })).map(
        (row) => ({ id: row.id, reads: (actor) => mayReadOrder(actor, orderFacts(row)).allowed }),
      ),
    found: (actor) => test.database.read.workOrder.findMany({ where: readableOrders(actor), select }),
  },
  comment: {
    rows: async () =>
      (await test.database.read.comment.findMany()).map((row) => ({
        id: row.id,
        reads: (actor) => mayReadComment(actor, row).allowed,
      })),
    found: (actor) => test.database.read.comment.findMany({ where: readableComments(actor), select }),
  },
  statement: {
    rows: async () =>
      (await test.database.read.statement.findMany({ include: { conversation: true } })).map((row) => ({
        id: row.id,
        reads: (actor) => mayReadStatement(actor, { ...row, areaId: row.conversation.areaId }).allowed,
      })),
    found: (actor) => test.database.read.statement.findMany({ where: readableStatements(actor), select }),
  },
  agreement: {
    rows: async () =>
      (await test.database.read.agreement.findMany({ include: { parties: true } })).map((row) => ({
        id: row.id,
        reads: (actor) => mayReadAgreement(actor, row).allowed,
      })),
    found: (actor) => test.database.read.agreement.findMany({ where: readableAgreements(actor), select }),
  },
  organisation: {
    rows: async () =>
      (await test.database.read.organisation.findMany()).map((row) => ({
        id: row.id,
        reads: (actor) => mayReadOrganisation(actor, row).allowed,
      })),
    found: (actor) =>
      test.database.read.organisation.findMany({ where: readableOrganisations(actor), select }),
  },
};

it.each(Object.keys(kinds))(
  'a list of kind %s holds exactly what the rule lets each reader read',
  async (kind) => {
    const known = kinds[kind];
    const rows = (await known?.rows()) ?? [];
    expect(rows.length).toBeGreaterThan(3);
    const counts = new Set<number>();
    for (const [name, actor] of actors) {
      const wanted = rows.filter(({ reads }) => reads(actor)).map((row) => row.id);
      const found = ((await known?.found(actor)) ?? []).map((row) => row.id);
      expect(found.sort(), name).toEqual(wanted.sort());
      counts.add(wanted.length);
    }
    // A rule that lets everyone read all would prove nothing.
    expect(counts.size).toBeGreaterThan(1);
  },
);

it('what a visitor may read everyone may, so that an audience is asked once', async () => {
  for (const kind of Object.values(kinds)) {
    const rows = await kind.rows();
    const open = rows.filter(({ reads }) => reads({ kind: 'visitor' }));
    for (const [name, actor] of actors)
      expect(
        open.filter(({ reads }) => !reads(actor)),
        name,
      ).toEqual([]);
  }
});

it('what goes out to maps, feeds and frames is among what anyone may read', async () => {
  const open = new Set((await kinds['work-order']?.found({ kind: 'visitor' }))?.map((row) => row.id));
  const out = await listPublicOrders(test.as('visitor'), { areaId: null, most: 500 });
  expect(out.length).toBeGreaterThan(0);
  expect(out.filter((order) => !open.has(order.id))).toEqual([]);
});

it('the access that notices and follows ask is that of the rules', async () => {
  for (const [name, kind] of Object.entries(kinds)) {
    if (name === 'comment') continue;
    const rows = await kind.rows();
    for (const [who, actor] of actors) {
      const shown = await accessOfAllSubjects.readable(
        { ...test.as('visitor'), actor },
        rows.map((row) => ({ kind: name, id: row.id })),
      );
      const wanted = rows.filter(({ reads }) => reads(actor)).map((row) => `${name}:${row.id}`);
      expect([...shown.keys()].sort(), `${who} ${name}`).toEqual(wanted.sort());
    }
  }
});

it('everything of which something is told has a page to which notices and mails lead', () => {
  expect(accessKinds.filter((kind) => !kindsWithPage.includes(kind))).toEqual([]);
  expect(pathOfSubject('conversation', 'ID')).toBe('/conversations/ID');
  for (const subjectKind of accessKinds) {
    const notice = { type: 'content.reported', subjectKind, subjectId: 'ID', data: { title: '.' } };
    expect(notificationText('zh-CN', notice).path, subjectKind).toBe(pathOfSubject(subjectKind, 'ID'));
  }
});
