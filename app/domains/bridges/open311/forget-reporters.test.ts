import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeFeedback } from '../../../../tests/factories/feedback';
import { communityId, makeAreas, makePerson } from '../../../../tests/factories/proposals';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { decideFeedback } from '../../feedback/index.server';
import { daysWithContact } from '../../held-terms';
import { recurringJobs } from '../../registry.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'service');
  await makePerson(test, 'moderator', { role: 'moderator', areaId: communityId });
  await test.database.transaction((tx) =>
    tx.prisma.apiKey.create({
      data: {
        ...{ id: 'key', name: 'FixMyStreet', areaId: communityId, keyHash: 'hash', hint: 'h' },
        ...{ personId: 'service', createdBy: 'moderator', createdAt: test.clock.now() },
      },
    }),
  );
});
afterAll(() => test.dispose());

async function fromOutside(): Promise<string> {
  const id = await makeFeedback(test, 'service');
  const now = test.clock.now();
  await test.database.transaction(async (tx) => {
    const request = { id, apiKeyId: 'key', repeatKey: id, feedbackId: id, sealedReporter: 'v1.sealed' };
    await tx.prisma.externalRequest.create({ data: { ...request, createdAt: now } });
    await tx.prisma.externalUpdate.create({
      data: {
        ...{ id, apiKeyId: 'key', updateId: id, subjectKind: 'feedback', subjectId: id, status: 'open' },
        ...{ description: '', effect: 'noted', sealedSender: 'v1.sealed', updatedAt: now, receivedAt: now },
      },
    });
  });
  return id;
}
const later = async (days: number) => {
  test.clock.advance(days * 24 * 3600_000);
  await recurringJobs(test.as('system'))['bridges.reporters']?.run();
};
const isKnown = async (feedbackId: string) => {
  const row = await test.database.read.externalRequest.findUniqueOrThrow({ where: { feedbackId } });
  return row.sealedReporter !== null;
};

it('forgets who asked through another system so many days after the feedback ended, and not before', async () => {
  const [over, open] = [await fromOutside(), await fromOutside()];
  await decideFeedback(await test.asPerson('moderator'), over, { act: 'answer', words: '已经协调好了。' });
  await later(daysWithContact - 1);
  expect([await isKnown(over), await isKnown(open)]).toEqual([true, true]);
  await later(2);
  expect([await isKnown(over), await isKnown(open)]).toEqual([false, true]);
  expect(await test.database.read.externalUpdate.count({ where: { sealedSender: { not: null } } })).toBe(0);
});
