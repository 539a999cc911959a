import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeVoter, openBallotOf, vote } from '../../factories/ballots';
import { makeConversation, statementsOf } from '../../factories/conversations';
import { makeFeedback } from '../../factories/feedback';
import { makePerson, makeProposal, proposalInput } from '../../factories/proposals';
import { makeOffices, stepNow } from '../../factories/work-orders';
import type { TestContext } from '../../setup/context';
import { contextOfPortal, postForm, signedInCookie } from '../../setup/posting-people';
import { testPortal } from '../../setup/portal';
import type { TestPortal } from '../../setup/portal';
import { wholeBuild } from '../../setup/whole-build';
import { openAndCloseDueBallots } from '~/domains/ballots/organising/due-ballots.server';
import { reportContent } from '~/domains/moderation/index.server';
import { endDueConversations } from '~/domains/opinions/index.server';
import { createDraft } from '~/domains/proposals/save-proposal.server';
import { registerWorkOrder } from '~/domains/workorders/registering/register-work-order.server';
import { stepWorkOrder } from '~/domains/workorders/steps/work-on-order.server';

let portal: TestPortal;
let test: TestContext;
const cookies = new Map([['visitor', '']]);
beforeAll(async () => {
  portal = await testPortal(await wholeBuild(), { ENDORSEMENT_THRESHOLD: '3' });
  test = contextOfPortal(portal);
  await makeOffices(test);
  for (const who of ['ann', 'bob']) await makeVoter(test, who);
  await makePerson(test, 'stranger');
}, 120_000);
afterAll(() => portal.dispose());

async function cookieOf(who: string): Promise<string> {
  const cookie = cookies.get(who) ?? (await signedInCookie(portal, who));
  cookies.set(who, cookie);
  return cookie;
}

const page = async (who: string, path: string) =>
  (await portal.ask(path, { headers: { Cookie: await cookieOf(who) } })).text();

async function post(who: string, path: string, form: Record<string, string>) {
  const answer = await postForm(portal, { cookie: await cookieOf(who), path, form });
  return { status: answer.status, text: await answer.text() };
}

const past = () => new Date(test.clock.now().getTime() - 60_000);
const refused = 'class="refusal-above"';

describe('what is not taken since its form is gone', () => {
  it('a vote after closing: the page of the result says that it was not counted', async () => {
    const { id, options } = await openBallotOf(test);
    await test.database.transaction((tx) =>
      tx.prisma.ballot.update({ where: { id }, data: { closesAt: past() } }),
    );
    await openAndCloseDueBallots(test.as('system'));
    const answer = await post('ann', `/ballots/${id}`, { intent: 'vote', option: options[0] ?? '' });
    expect(answer.status).toBe(403);
    expect(answer.text).toContain(refused);
    expect(answer.text).toContain('投票已经结束');
    expect(await page('ann', `/ballots/${id}`)).not.toContain(refused);
  });

  it('an endorsement once the proposal is reviewed', async () => {
    const id = await makeProposal(test, 'asker');
    await test.database.transaction((tx) =>
      tx.prisma.proposal.update({ where: { id }, data: { state: 'review' } }),
    );
    const answer = await post('stranger', `/proposals/${id}`, { intent: 'endorse' });
    expect(answer.status).toBe(403);
    expect(answer.text).toContain(refused);
  });

  it('an answer in a conversation that is over', async () => {
    const id = await makeConversation(test);
    const [statement] = await statementsOf(test, id);
    await test.database.transaction((tx) =>
      tx.prisma.conversation.update({ where: { id }, data: { closesAt: past() } }),
    );
    await endDueConversations(test.as('system'));
    const form = { intent: 'answer', statementId: statement?.id ?? '', answer: 'agree' };
    const answer = await post('stranger', `/conversations/${id}`, form);
    expect(answer.status).toBeGreaterThanOrEqual(403);
    expect(answer.text).toContain(refused);
  });
});

describe('a ballot', () => {
  it('shows its options to everyone, whether they may vote or not', async () => {
    const { id } = await openBallotOf(test, {
      kind: 'budget',
      budget: '1000',
      options: '长椅 | 600\n花坛 | 400',
    });
    for (const who of ['visitor', 'ann', 'stranger', 'moderator', 'water-clerk']) {
      const text = await page(who, `/ballots/${id}`);
      for (const shown of ['长椅', '花坛', '600', '400']) expect(text, who).toContain(shown);
    }
  });

  it('draws its result on the base of its rule', async () => {
    const change = { kind: 'support', percentageBase: 'electorate', options: '旧衣回收箱' };
    const { id, options } = await openBallotOf(test, change);
    await vote(test, 'ann', id, { kind: 'support', answers: { [options[0] ?? '']: 'yes' } });
    await test.database.transaction((tx) =>
      tx.prisma.ballot.update({ where: { id }, data: { closesAt: past() } }),
    );
    await openAndCloseDueBallots(test.as('system'));
    const text = await page('visitor', `/ballots/${id}`);
    expect(text).toContain('50.0% (1/2)');
    expect(text).toMatch(/bar-fill" style="width:50%"/);
    expect(text).toMatch(/bar-mark" style="left:50%"/);
    expect(text).not.toContain('100%');
  });
});

it('the ground of a report stands in the queue in words', async () => {
  const id = await makeProposal(test, 'asker', { title: '一份被举报的提案' });
  await reportContent(await test.asPerson('stranger'), {
    ...{ subjectKind: 'proposal', subjectId: id, areaId: '421002001001', title: '一份被举报的提案' },
    ...{ ground: 'insult', words: '骂人: 两次' },
  });
  const text = await page('moderator', '/moderation');
  for (const words of ['辱骂或人身攻击', '骂人: 两次']) expect(text).toContain(words);
  expect(text).not.toMatch(/>\s*insult/);
});

it('things of one title are told apart in the search by where and when', async () => {
  for (const areaId of ['421002001001', '421003'])
    await makeFeedback(test, 'asker', { title: '楼道灯不亮', areaId });
  const text = await page('visitor', `/search?q=${encodeURIComponent('楼道灯')}`);
  for (const area of ['青石社区', '荆州区']) expect(text).toContain(area);
  expect(text.match(/<li[^]*?<time[^]*?<\/li>/g)?.length).toBeGreaterThanOrEqual(2);
});

describe('what waits for a person', () => {
  it('is on home and on the own matter: the question whether it is solved, and drafts', async () => {
    const id = await makeFeedback(test, 'asker', { title: '后巷路灯不亮' });
    const moderator = await test.asPerson('moderator');
    const orderId = await registerWorkOrder(moderator, {
      ...{ subjectKind: 'feedback', subjectId: id, title: '后巷路灯不亮', description: '请修复。' },
      ...{ category: 'facilities', departmentId: 'water', externalNumber: '', deadline: undefined },
      urgency: 'normal',
    });
    const callBack = `/work-orders/${orderId}/call-back`;
    const clerk = await test.asPerson('water-clerk');
    await stepWorkOrder(clerk, orderId, await stepNow(test, orderId, { act: 'accept' } as never));
    expect(await page('asker', '/')).not.toContain(callBack);
    const finish = { act: 'finish', report: '路灯已经全部修好，夜间复核过。' };
    await stepWorkOrder(clerk, orderId, await stepNow(test, orderId, finish as never));
    for (const path of ['/', `/feedback/${id}`]) {
      expect(await page('asker', path), path).toContain(callBack);
      for (const who of ['visitor', 'stranger']) expect(await page(who, path), who).not.toContain(callBack);
    }
    await post('asker', callBack, { solved: 'yes', rating: '5' });
    for (const path of ['/', `/feedback/${id}`]) expect(await page('asker', path)).not.toContain(callBack);
    const draftId = await createDraft(
      await test.asPerson('bob'),
      { ...proposalInput, title: '写了一半的' },
      [],
    );
    for (const path of ['/', '/proposals/new', `/proposals/${draftId}`]) {
      expect(await page('bob', path), path).toContain(`/proposals/${draftId}/edit`);
      if (path.endsWith(draftId)) expect(await page('bob', path)).toContain('继续写并发布');
      if (path === '/') expect(await page('stranger', path)).not.toContain(draftId);
    }
  });

  it('is due when it is due: the answer until it is given, then the work, then nothing', async () => {
    const id = await makeFeedback(test, 'asker', { title: '高龄津贴怎么申请' });
    const next = async () =>
      /class="[^"]*upcoming[^]*?<\/li>/.exec(await page('asker', `/feedback/${id}`))?.[0] ?? '';
    expect(await next()).toContain('<time');
    await test.database.transaction((tx) =>
      tx.prisma.feedback.update({ where: { id }, data: { state: 'answered' } }),
    );
    portal.services.pages.invalidate(['feedback']);
    expect(await next()).not.toContain('<time');
  });
});

const beginnings = [
  'proposals',
  'feedback',
  'ballots',
  'conversations',
  'agreements',
  'volunteering',
  'meetings',
];

describe('the way to a new one', () => {
  const waysOf = async (who: string, list: string) => {
    const isShown = (await page(who, `/${list}`)).includes(`href="/${list}/new"`);
    const { status } = await portal.ask(`/${list}/new`, { headers: { Cookie: await cookieOf(who) } });
    return { isShown, status };
  };

  it.each(beginnings)('stands on the list of %s for nobody who may not go it', async (list) => {
    for (const who of ['visitor', 'stranger', 'ann', 'moderator']) {
      const { isShown, status } = await waysOf(who, list);
      expect([who, isShown && status >= 400]).toEqual([who, false]);
    }
  });

  it('to a ballot is shown to who may call one', async () => {
    expect([
      (await waysOf('moderator', 'ballots')).isShown,
      (await waysOf('ann', 'ballots')).isShown,
    ]).toEqual([true, false]);
  });
});

describe('a mail that cannot be sent', () => {
  const forms = {
    '/register': { email: 'new@example.org', displayName: '新居民', password: 'long enough 1' },
    '/forgotten-password': { email: 'new@example.org' },
  };
  it.each(Object.entries(forms))('is said before and after the form of %s', async (path, form) => {
    expect(await page('visitor', path)).toContain('还没有配置邮件服务器');
    const { status, text } = await post('visitor', path, form);
    expect(status).toBe(200);
    expect(text).toContain('邮件发不出去');
    expect(text).not.toContain('请查收');
    expect(text).not.toContain('我们向');
  });
});
