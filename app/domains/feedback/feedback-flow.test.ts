import { inTransaction } from '../in-transaction.server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeFeedback } from '../../../tests/factories/feedback';
import { makeAreas, makePerson } from '../../../tests/factories/proposals';
import { report } from '../../../tests/factories/reports';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import { decideFeedback } from './decide-feedback.server';
import { feedbackPage, listFeedback } from './feedback.query.server';
import { decideReportedFeedback } from './hide-feedback.server';
import {
  markFeedbackDispatched,
  markFeedbackEvaluated,
  markFeedbackSolved,
  reopenFeedback,
} from './move-feedback.server';
import { withdrawFeedback } from './withdraw-feedback.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'author');
  await makePerson(test, 'other');
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
});
afterAll(() => test.dispose());

it('goes straight into the queue and leaves it with the answer', async () => {
  const id = await makeFeedback(test, 'author');
  const open = { where: { subjectId: id, kind: 'feedback', state: 'open' } };
  expect(await test.database.read.queueItem.count(open)).toBe(1);
  const moderator = await test.asPerson('moderator');
  await decideFeedback(moderator, id, { act: 'answer', words: '已与施工方约定晚上十点后停工。' });
  expect(await test.database.read.queueItem.count(open)).toBe(0);
  const again = decideFeedback(moderator, id, { act: 'refuse', words: '重复提交。' });
  await expect(again).rejects.toMatchObject({ code: 'forbidden' });
});

it('keeps what is not public from everyone but those concerned, in the record too', async () => {
  const id = await makeFeedback(test, 'author', { isPublic: 'no' });
  for (const ctx of [test.as('visitor'), await test.asPerson('other')]) {
    await expect(feedbackPage(ctx, id)).rejects.toMatchObject({
      code: 'forbidden',
      reason: 'feedback.not-public',
    });
    expect((await listFeedback(ctx, {})).items.map((item) => item.id)).not.toContain(id);
  }
  for (const person of ['author', 'moderator']) {
    expect((await feedbackPage(await test.asPerson(person), id)).feedback.id).toBe(id);
  }
  await decideFeedback(await test.asPerson('moderator'), id, {
    act: 'refuse',
    words: '不属于社区职责，请拨打 12345。',
  });
  expect(await test.database.read.event.count({ where: { subjectId: id, isPublic: true } })).toBe(0);
});

it('tells its number to who asked and who answers alone: a gap between two would tell of what is not public', async () => {
  const id = await makeFeedback(test, 'author');
  const numberFor = async (ctx: ReturnType<TestContext['as']>) =>
    (await feedbackPage(ctx, id)).feedback.number;
  for (const who of ['author', 'moderator'])
    expect(await numberFor(await test.asPerson(who)), who).toMatch(/^SQ\d{12}$/);
  for (const ctx of [test.as('visitor'), await test.asPerson('other')]) {
    expect(await numberFor(ctx)).toBeNull();
    const { items } = await listFeedback(ctx, {});
    expect(new Set(items.map(({ number }) => number))).toEqual(new Set([null]));
  }
  const own = await listFeedback(await test.asPerson('author'), { authorId: 'author' });
  expect(own.items.find((item) => item.id === id)?.number).toMatch(/^SQ/);
});

it('is read by the departments that work on it', async () => {
  const id = await makeFeedback(test, 'author', { isPublic: 'no' });
  const other = await test.asPerson('other');
  if (other.actor.kind !== 'person') throw new Error('expected a person');
  const membership = {
    organisationId: 'water-bureau',
    name: '水务局',
    kind: 'department',
    areaId: '421002',
    mandate: 'member',
    verified: true,
  } as const;
  const official = test.as({ ...other.actor, memberships: [membership] });
  expect((await feedbackPage(official, id, ['water-bureau'])).feedback.id).toBe(id);
  await expect(feedbackPage(official, id, ['another'])).rejects.toMatchObject({ code: 'forbidden' });
});

it('follows its work order, there and back', async () => {
  const id = await makeFeedback(test, 'author');
  const system = test.as('system');
  await inTransaction(system, (ctx) => markFeedbackDispatched(ctx, { feedbackId: id, workOrderId: 'order' }));
  await inTransaction(system, (ctx) =>
    markFeedbackDispatched(ctx, { feedbackId: id, workOrderId: 'second' }),
  );
  for (const step of [markFeedbackSolved, reopenFeedback, markFeedbackSolved, markFeedbackEvaluated]) {
    await inTransaction(system, (ctx) => step(ctx, [id]));
  }
  expect((await feedbackPage(system, id)).feedback.state).toBe('evaluated');
});

it('is taken back by its author only, and only before anyone began', async () => {
  const id = await makeFeedback(test, 'author');
  await expect(withdrawFeedback(await test.asPerson('other'), id)).rejects.toMatchObject({
    code: 'forbidden',
  });
  await withdrawFeedback(await test.asPerson('author'), id);
  await expect(withdrawFeedback(await test.asPerson('author'), id)).rejects.toMatchObject({
    reason: 'already-decided',
  });
});

it('disappears from the list when moderators hide it, and comes back when they keep it', async () => {
  const id = await makeFeedback(test, 'author');
  const moderator = await test.asPerson('moderator');
  const listed = async () =>
    (await listFeedback(test.as('visitor'), {})).items.some((item) => item.id === id);
  await report(test, 'other', { kind: 'feedback', id });
  await decideReportedFeedback(moderator, { feedbackId: id, hide: true, reason: '泄露他人电话' });
  expect(await listed()).toBe(false);
  await report(test, 'author', { kind: 'feedback', id });
  await decideReportedFeedback(moderator, { feedbackId: id, hide: false, reason: '已删去电话' });
  expect(await listed()).toBe(true);
});
