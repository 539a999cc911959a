import { makeFeedback } from './feedback';
import { communityId, makeProposal } from './proposals';
import type { TestContext } from '../setup/context';
import { subjectKits } from '../setup/subject-kits';
import { agreementLifecycle } from '~/domains/agreements/lifecycle';
import { ballotLifecycle } from '~/domains/ballots/lifecycle';
import { feedbackLifecycle } from '~/domains/feedback/lifecycle';
import { conversationLifecycle, statementLifecycle } from '~/domains/opinions/lifecycle';
import { proposalLifecycle } from '~/domains/proposals/lifecycle';
import { opportunityLifecycle } from '~/domains/volunteering/lifecycle';
import { workOrderStates } from '~/domains/workorders/lifecycle';

/** Where the rows lie, and whose they are: each state is written once for each pair. */
export interface Spread {
  places: readonly string[];
  authors: readonly string[];
}

type Tx = Parameters<Parameters<TestContext['database']['transaction']>[0]>[0];

/** The words by which a row of a test is known wherever it is shown: nothing else holds them. */
export const titleOf = (id: string) => `路灯 kq${id.replace('-', '')}kq`;
export const bodyOf = (id: string) => `院子里的路灯 kb${id.replace('-', '')}kb 已经坏了很久。`;
export const words = (id: string) => ({
  title: titleOf(id),
  body: bodyOf(id),
  bodyHtml: `<p>${bodyOf(id)}</p>`,
});

let serial = 0;
export const newIdOf = (kind: string) => `${kind}-${String((serial += 1)).padStart(4, '0')}`;

/** Rows of each kind in each state that they can have, also such as no use case brings about any more. */
export async function makeEveryState(test: TestContext, spread: Spread): Promise<void> {
  await makeMatters(test, spread);
  await makeOrders(test);
  await makeComments(test, spread);
  await makeConversations(test, spread);
  await makeAgreements(test);
  await makeBallots(test);
  await makeOpportunities(test);
  await makeOrganisations(test);
  for (const kit of await subjectKits()) await kit.makeEveryState?.(test, spread);
}

export async function everywhere(
  test: TestContext,
  { places, authors }: Spread,
  write: (tx: Tx, change: { areaId: string; authorId: string }) => Promise<unknown>,
): Promise<void> {
  for (const areaId of places)
    for (const authorId of authors) await test.database.transaction((tx) => write(tx, { areaId, authorId }));
}

/** The ways in which feedback is read: by anyone, by staff and departments, by moderators who are none of these. */
const feedbackKindsRead = [
  { kind: 'complaint', isPublic: true },
  { kind: 'complaint', isPublic: false },
  { kind: 'misconduct', isPublic: false },
];

async function makeMatters(test: TestContext, spread: Spread): Promise<void> {
  const author = spread.authors[0] ?? '';
  const { read } = test.database;
  const feedback = await read.feedback.findUniqueOrThrow({ where: { id: await makeFeedback(test, author) } });
  const proposal = await read.proposal.findUniqueOrThrow({ where: { id: await makeProposal(test, author) } });
  for (const hiddenAt of [null, test.clock.now()]) {
    for (const state of feedbackLifecycle.states)
      for (const { kind, isPublic } of feedbackKindsRead)
        await everywhere(test, spread, (tx, change) => {
          const id = newIdOf('feedback');
          const data = {
            ...feedback,
            ...change,
            ...words(id),
            id,
            number: id,
            kind,
            state,
            isPublic,
            hiddenAt,
          };
          return tx.prisma.feedback.create({ data });
        });
    for (const state of proposalLifecycle.states)
      await everywhere(test, spread, (tx, change) => {
        const id = newIdOf('proposal');
        const data = { ...proposal, ...change, ...words(id), id, state, hiddenAt };
        return tx.prisma.proposal.create({ data });
      });
  }
}

interface OrderRow {
  areaId: string;
  change: object;
  link?: { kind: string; id: string };
}

async function writeOrder(test: TestContext, { areaId, change, link }: OrderRow): Promise<void> {
  const now = test.clock.now();
  const id = newIdOf('order');
  const states = workOrderStates;
  await test.database.transaction(async (tx) => {
    await tx.prisma.workOrder.create({
      data: {
        ...{ id, number: id, title: titleOf(id), description: bodyOf(id), category: 'other' },
        ...{ areaId, handlingAreaId: areaId, level: 'community', createdBy: 'system' },
        ...{ state: states[serial % states.length] ?? '', latitude: 30.3, longitude: 112.2 },
        ...{ createdAt: now, updatedAt: now, departmentId: serial % 3 === 0 ? 'water' : null },
        ...change,
      },
    });
    if (!link) return;
    await tx.prisma.workOrderLink.create({
      data: {
        ...{ workOrderId: id, subjectKind: link.kind, subjectId: link.id },
        ...{ linkedBy: 'system', createdAt: now },
      },
    });
  });
}

/** For each matter an order that bears its words, and one on which it hangs beside words of its own. */
async function makeOrders(test: TestContext): Promise<void> {
  const { feedback, proposal } = test.database.read;
  for (const { id, areaId } of await feedback.findMany({ orderBy: { id: 'asc' } })) {
    const link = { kind: 'feedback', id };
    await writeOrder(test, { areaId, change: { wordsOfFeedbackId: id }, link });
    await writeOrder(test, { areaId, change: {}, link });
    if (serial % 5 === 0)
      await writeOrder(test, { areaId, change: { wordsOfFeedbackId: id, state: 'merged' } });
  }
  // Of callers who spoke in confidence: in each state, with a department and without.
  for (const areaId of new Set((await feedback.findMany()).map((row) => row.areaId)))
    for (let at = 0; at < 3 * workOrderStates.length; at += 1)
      await writeOrder(test, { areaId, change: { isConfidential: true } });
  for (const { id, areaId } of await proposal.findMany({ orderBy: { id: 'asc' } })) {
    const link = { kind: 'proposal', id };
    await writeOrder(test, { areaId, change: { wordsOfProposalId: id }, link });
    await writeOrder(test, { areaId, change: {}, link });
  }
}

/** Of each way in which a proposal may be read or not one, on which the other things hang. */
async function proposalsToHangOn(test: TestContext): Promise<string[]> {
  const rows = await test.database.read.proposal.findMany({
    where: { state: { in: ['draft', 'gathering', 'merged'] } },
    orderBy: { id: 'asc' },
  });
  return [...new Map(rows.map(({ id, state, hiddenAt }) => [`${state} ${hiddenAt !== null}`, id])).values()];
}

/** On each proposal one of each state: where the proposal may not be read, neither may they. */
async function makeComments(test: TestContext, spread: Spread): Promise<void> {
  const now = test.clock.now();
  const proposals = await proposalsToHangOn(test);
  for (const [hiddenAt, removedAt] of [
    [null, null],
    [now, null],
    [null, now],
    [now, now],
  ])
    for (const subjectId of proposals)
      await everywhere(test, spread, (tx, change) => {
        const id = newIdOf('comment');
        const { body, bodyHtml } = words(id);
        return tx.prisma.comment.create({
          data: {
            ...change,
            ...{ id, threadId: id, subjectKind: 'proposal', subjectId, body, bodyHtml },
            ...{ createdAt: now, hiddenAt, removedAt },
          },
        });
      });
}

/** One of each state belongs to each proposal, whatever may be read of that. */
async function makeConversations(test: TestContext, spread: Spread): Promise<void> {
  const now = test.clock.now();
  const proposals = await proposalsToHangOn(test);
  for (const [at, proposalId] of proposals.entries())
    await everywhere(test, spread, async (tx, { areaId, authorId }) => {
      const conversationId = newIdOf('conversation');
      const states = conversationLifecycle.states;
      await tx.prisma.conversation.create({
        data: {
          ...{ id: conversationId, ...words(conversationId), areaId, proposalId, openedBy: 'moderator' },
          ...{ state: states[at % states.length] ?? '', review: 'after', openedAt: now, closesAt: now },
        },
      });
      for (const [number, state] of statementLifecycle.states.entries()) {
        const id = newIdOf('statement');
        const data = { id, conversationId, number: number + 1, body: bodyOf(id), state, authorId };
        await tx.prisma.statement.create({ data: { ...data, createdAt: now } });
      }
    });
}

async function makeAgreements(test: TestContext): Promise<void> {
  const now = test.clock.now();
  const proposals = await proposalsToHangOn(test);
  for (const parties of [
    ['water', 'roads'],
    ['parks', 'roads'],
  ])
    for (const [at, proposalId] of proposals.entries()) {
      const id = newIdOf('agreement');
      const states = agreementLifecycle.states;
      const data = { id, ...words(id), areaId: communityId, proposalId, createdBy: 'asker' };
      await test.database.transaction((tx) =>
        tx.prisma.agreement.create({
          data: {
            ...data,
            ...{ state: states[at % states.length] ?? '', organisationId: parties[0] ?? '' },
            ...{ createdAt: now, updatedAt: now, frozenAt: at % states.length === 0 ? null : now },
            parties: { create: parties.map((organisationId, position) => ({ organisationId, position })) },
          },
        }),
      );
    }
}

async function makeBallots(test: TestContext): Promise<void> {
  const now = test.clock.now();
  const proposals = await proposalsToHangOn(test);
  for (const state of ballotLifecycle.states) {
    const id = newIdOf('ballot');
    const { title, body, bodyHtml } = words(id);
    const options = proposals.map((proposalId, position) => ({
      ...{ id: `${id}-${position}`, ballotId: id, position, label: `选项 ${position}`, proposalId },
    }));
    const rules = JSON.stringify({ kind: 'approval', options: options.map((option) => option.id) });
    await test.database.transaction(async (tx) => {
      await tx.prisma.ballot.create({
        data: {
          ...{ id, title, question: body, questionHtml: bodyHtml, areaId: communityId, state, rules },
          ...{ kind: 'approval', standing: 'consultation', unit: 'person', secret: true, minimumAge: 0 },
          ...{ thresholdPercent: 0, percentageBase: 'votes', createdBy: 'moderator' },
          ...{ opensAt: now, closesAt: now, createdAt: now },
        },
      });
      await tx.prisma.ballotOption.createMany({ data: options });
    });
  }
}

async function makeOpportunities(test: TestContext): Promise<void> {
  const now = test.clock.now();
  const { states } = opportunityLifecycle;
  for (const [at, proposalId] of (await proposalsToHangOn(test)).entries()) {
    const id = newIdOf('opportunity');
    const data = { id, ...words(id), areaId: communityId, proposalId, organisationId: 'water' };
    await test.database.transaction((tx) =>
      tx.prisma.opportunity.create({
        data: {
          ...data,
          ...{ state: states[at % states.length] ?? '', contactId: 'asker', createdAt: now },
        },
      }),
    );
  }
  for (const personId of ['asker', 'asker', 'resident', 'moderator']) {
    const id = newIdOf('certificate');
    const data = { id, number: id, codeHash: id, personId, organisationId: 'water', sealedContent: '' };
    await test.database.transaction((tx) =>
      tx.prisma.volunteerCertificate.create({ data: { ...data, minutes: 60, issuedAt: now } }),
    );
  }
}

async function makeOrganisations(test: TestContext): Promise<void> {
  const now = test.clock.now();
  for (const state of ['waiting', 'verified', 'refused', 'inactive']) {
    const id = newIdOf('club');
    await test.database.transaction(async (tx) => {
      await tx.prisma.organisation.create({
        data: {
          ...{ id, name: titleOf(id), about: bodyOf(id), creditCode: `code-${id}`, areaId: communityId },
          ...{ kind: 'social-organisation', contact: '', state, createdAt: now },
        },
      });
      await tx.prisma.organisationMember.create({
        data: { organisationId: id, personId: 'asker', mandate: 'owner', createdAt: now },
      });
    });
  }
}
