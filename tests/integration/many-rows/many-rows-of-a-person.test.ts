import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFeedback } from '../../factories/feedback';
import { communityId, makeAreas, makePerson, makeProposal } from '../../factories/proposals';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import { erasePerson, exportPerson } from '~/domains/own-data.server';
import { newId } from '~/platform/ids';

const many = Array.from({ length: 1200 }, (_, at) => at);
let test: TestContext;
const now = () => test.clock.now();

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
});
afterAll(() => test.dispose());

describe('a person with 1,200 rows of everything', () => {
  async function fill(personId: string): Promise<void> {
    const feedback = await test.database.read.feedback.findUniqueOrThrow({
      where: { id: await makeFeedback(test, personId, { isPublic: 'no' }) },
    });
    const proposal = await test.database.read.proposal.findUniqueOrThrow({
      where: { id: await makeProposal(test, personId) },
    });
    const own = { authorId: personId, createdAt: now() };
    const on = { subjectKind: 'proposal', subjectId: proposal.id };
    await test.database.transaction(async (tx) => {
      await tx.prisma.feedback.createMany({
        data: many.map((at) => ({ ...feedback, id: `own-f${at}`, number: null })),
      });
      await tx.prisma.proposal.createMany({
        data: many.map((at) => ({ ...proposal, id: `own-p${at}`, state: at % 2 ? 'draft' : 'gathering' })),
      });
      await tx.prisma.endorsement.createMany({
        data: many.map((at) => ({ personId, proposalId: `own-p${at}`, createdAt: now() })),
      });
      await tx.prisma.comment.createMany({
        data: many.map((at) => ({
          ...{ id: `own-c${at}`, threadId: `own-c${at}`, body: '.', bodyHtml: '.', areaId: communityId },
          ...{ ...own, ...on },
        })),
      });
      await tx.prisma.commentVote.createMany({
        data: many.map((at) => ({ commentId: `own-c${at}`, personId, supports: true, createdAt: now() })),
      });
      await tx.prisma.follow.createMany({
        data: many.map((at) => ({
          personId,
          subjectKind: 'proposal',
          subjectId: `own-p${at}`,
          createdAt: now(),
        })),
      });
      await tx.prisma.contentReport.createMany({
        data: many.map((at) => ({
          ...{ id: `own-r${at}`, subjectKind: 'comment', subjectId: `own-c${at}`, reporterId: personId },
          ...{ ground: 'other', words: '有问题', version: 1, createdAt: now() },
        })),
      });
      await tx.prisma.notification.createMany({
        data: many.map((at) => ({
          ...{ id: newId(now()), personId, eventId: `own-${at}`, type: 'proposal.edited', createdAt: now() },
          data: JSON.stringify({ ...on, title: 'x' }),
        })),
      });
    });
  }

  it('takes all of it along, and is erased from all of it', async () => {
    await makePerson(test, 'busy');
    await fill('busy');
    const ctx = await test.asPerson('busy');
    const taken = JSON.stringify(await exportPerson(ctx, 'busy'));
    for (const id of ['own-f1199', 'own-p1199', 'own-c1199', 'own-r1199']) expect(taken).toContain(id);
    await erasePerson(ctx, 'busy');
    const { read } = test.database;
    for (const rows of [
      await read.follow.count({ where: { personId: 'busy' } }),
      await read.notification.count({ where: { personId: 'busy' } }),
      await read.proposal.count({ where: { authorId: 'busy', state: 'draft' } }),
      await read.contentReport.count({ where: { reporterId: 'busy', words: { not: '' } } }),
      await read.feedback.count({ where: { authorId: 'busy', body: { not: '' } } }),
    ])
      expect(rows).toBe(0);
    expect(await read.person.findUnique({ where: { id: 'busy' } })).toMatchObject({
      displayName: '—',
    });
  }, 120_000);
});
