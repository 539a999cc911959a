import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFeedback } from '../../factories/feedback';
import { communityId, makePerson, makeProposal } from '../../factories/proposals';
import { act, answer, makeOffices, makeOrder } from '../../factories/work-orders';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import { runJobs } from '../../setup/jobs';
import { mailsTo } from '../../setup/mails';
import { reaching } from '../../setup/reaching';
import { follow } from '~/domains/notifications/index.server';
import { queueWeekly } from '~/domains/notifications/weekly/weekly.server';
import { answerProposal } from '~/domains/proposals/answer-proposal.server';
import { endorseProposal } from '~/domains/proposals/endorsing/endorse-proposal.server';

let test: TestContext;
const readers = ['reader', 'weekly-mail', 'daily-reader', 'no-letter', 'no-mail', 'stranger'];

const change = (id: string, data: { mailFrequency?: string; homeAreaId?: string | null }) =>
  test.database.transaction((tx) => tx.prisma.person.update({ where: { id }, data }));
const wantLetter = (personId: string, weekly = true) =>
  test.database.transaction((tx) =>
    tx.prisma.noticeSetting.create({
      data: { personId, quiet: true, quietStart: '22:00', quietEnd: '07:00', weekly },
    }),
  );

beforeAll(async () => {
  test = reaching(await testContext());
  await makeOffices(test);
  for (const id of readers) {
    await makePerson(test, id);
    await change(id, { homeAreaId: communityId });
  }
  for (const id of ['reader', 'weekly-mail', 'daily-reader', 'no-mail', 'stranger']) await wantLetter(id);
  await change('weekly-mail', { mailFrequency: 'weekly' });
  await change('daily-reader', { mailFrequency: 'daily' });
  await change('no-mail', { mailFrequency: 'none' });
  await change('stranger', { homeAreaId: null });
});
afterAll(() => test.dispose());

const at = (text: string) => test.clock.set(new Date(text));
async function turn(): Promise<number> {
  const queued = await queueWeekly(test.as('system'));
  await runJobs(test);
  return queued;
}
const letters = async (id: string) =>
  (await mailsTo(test, `${id}@example.org`)).filter(({ subject }) => subject.includes('本周摘要'));

/** Tuesday, in the week of which the letter of 30 November tells. */
async function week(): Promise<{ proposal: string; order: string }> {
  at('2026-11-24T02:00:00Z');
  const proposal = await makeProposal(test, 'asker');
  await test.database.transaction(async (tx) => {
    for (const personId of ['reader', 'weekly-mail', 'no-letter'])
      await follow(tx, { personId, subjectKind: 'proposal', subjectId: proposal, at: test.clock.now() });
  });
  for (const id of ['reader', 'weekly-mail', 'no-letter'])
    await endorseProposal(await test.asPerson(id), proposal);
  await answerProposal(await test.asPerson('moderator'), proposal, {
    decision: 'decline',
    answer: '该路段已列入明年改造计划。',
  });
  const order = await makeOrder(test);
  await act(test, 'water-clerk', { id: order, act: 'accept' });
  await act(test, 'water-clerk', { id: order, act: 'finish', report: '已经协调好施工时间，夜间不再施工。' });
  await answer(test, order, true);
  await makeFeedback(test, 'asker', { title: '还没有人接的事', isPublic: 'no' });
  await runJobs(test);
  return { proposal, order };
}

describe('the letter of the week', () => {
  it('comes on Monday at eight by the clock of the portal, once, to who chose it, and says what is worth reading', async () => {
    const { proposal, order } = await week();
    at('2026-11-29T23:59:00Z');
    expect(await turn()).toBe(0);
    at('2026-11-30T00:00:00Z');
    expect(await turn()).toBeGreaterThan(0);
    const [letter, ...more] = await letters('weekly-mail');
    expect(more).toEqual([]);
    expect(letter?.text).toContain('【您关注的事项】');
    expect(letter?.text.split(`/proposals/${proposal}`)).toHaveLength(2);
    expect(letter?.text).toContain('【本周解决】');
    expect(letter?.text).toContain('您的社区本周收到诉求 1 件，经反映人确认解决 1 件。');
    expect(letter?.text).toContain(`/work-orders/${order}`);
    expect(letter?.text).not.toContain('还没有人接的事');
    expect(letter?.text).toContain('/account/notices');
    expect(letter?.unsubscribeUrl).toContain('/unsubscribe/');
    // What was mailed at once is not told again; what moved around is.
    const [other] = await letters('reader');
    expect(other?.text).not.toContain('【您关注的事项】');
    expect(other?.text).toContain('【本周解决】');
    for (let again = 0; again < 3; again += 1) {
      test.clock.advance(3 * 3600_000);
      expect(await turn()).toBe(0);
    }
    expect(await letters('weekly-mail')).toHaveLength(1);
  });

  it('comes to nobody who wants none, and is not sent where there is nothing to tell', async () => {
    for (const id of ['no-letter', 'no-mail', 'stranger']) expect(await letters(id), id).toEqual([]);
    at('2026-12-07T00:30:00Z');
    const before = (await letters('reader')).length;
    await turn();
    expect(await letters('reader')).toHaveLength(before);
    // It was looked at once, and is not each few minutes.
    expect(await turn()).toBe(0);
  });

  it('is left out where nothing ran on Monday', async () => {
    at('2026-12-15T00:30:00Z');
    expect(await turn()).toBe(0);
  });

  it('says what waits for its reader, soonest first', async () => {
    at('2026-12-16T02:00:00Z');
    const order = await makeOrder(test);
    await act(test, 'water-clerk', { id: order, act: 'accept' });
    await act(test, 'water-clerk', {
      id: order,
      act: 'finish',
      report: '已经协调好施工时间，夜间不再施工。',
    });
    await wantLetter('asker');
    at('2026-12-21T01:00:00Z');
    await turn();
    const [letter] = await letters('asker');
    expect(letter?.text).toMatch(/【等您办】\s+解决了吗：东门外夜间施工扰民 12月23日 前 \S+\/call-back/);
  });

  it('of a whole city is queued by some at a time', async () => {
    const many = Array.from({ length: 450 }, (_, index) => `many-${String(index).padStart(3, '0')}`);
    const createdAt = test.clock.now();
    await test.database.transaction(async (tx) => {
      await tx.prisma.person.createMany({
        data: many.map((id) => ({
          ...{ id, email: `${id}@example.org`, displayName: id, createdAt, emailConfirmedAt: createdAt },
        })),
      });
      await tx.prisma.noticeSetting.createMany({
        data: many.map((personId) => ({
          ...{ personId, quiet: true, quietStart: '22:00', quietEnd: '07:00', weekly: true },
        })),
      });
    });
    at('2026-12-28T00:10:00Z');
    let gaveWay = 0;
    const ctx = { ...test.as('system'), giveWay: () => Promise.resolve(void (gaveWay += 1)) };
    expect(await queueWeekly(ctx)).toBeGreaterThanOrEqual(450);
    expect(gaveWay).toBe(3);
    const jobs = { kind: 'mail.weekly', payload: { contains: 'many-' } };
    expect(await test.database.read.outboxJob.count({ where: jobs })).toBe(450);
    await queueWeekly(ctx);
    expect(await test.database.read.outboxJob.count({ where: jobs })).toBe(450);
  });
});
