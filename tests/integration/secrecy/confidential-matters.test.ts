import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFeedback } from '../../factories/feedback';
import { makeOrganisation } from '../../factories/organisations';
import { communityId, makePerson, makeProposal } from '../../factories/proposals';
import { act, makeOffices, stateOf } from '../../factories/work-orders';
import { runJobs } from '../../setup/jobs';
import { seenBy as seenOf } from '../../setup/seen-by';
import { testContext } from '../../setup/context';
import { mailsTo } from '../../setup/mails';
import type { TestContext } from '../../setup/context';
import { draftAgreement } from '~/domains/agreements/drafting/draft-agreement.server';
import { findById } from '~/domains/bridges/open311/find-requests.server';
import { feedbackPage } from '~/domains/feedback/feedback.query.server';
import { withdrawFeedback } from '~/domains/feedback/withdraw-feedback.server';
import { lineOfFeedback, lineOfProposal } from '~/domains/insights/line-of-matter.query.server';
import { linkedTitle } from '~/domains/insights/linked-title.query.server';
import { setFollowing } from '~/domains/insights/set-following.server';
import { decideUnasked } from '~/domains/insights/decide-unasked.server';
import { reportContent } from '~/domains/moderation/index.server';
import { queueDigests } from '~/domains/notifications/digest.server';
import { follow, inboxPage } from '~/domains/notifications/index.server';
import { decideReportedFeedback } from '~/domains/feedback/hide-feedback.server';
import { decideReportedProposal } from '~/domains/proposals/hide-proposal.server';
import { answerProposal } from '~/domains/proposals/answer-proposal.server';
import { endorseProposal } from '~/domains/proposals/endorsing/endorse-proposal.server';
import { callBackPage } from '~/domains/workorders/reads/call-back-page.query.server';
import { linkToThisOrder } from '~/domains/workorders/links/link-matter.server';
import { matterToOrder } from '~/domains/workorders/registering/matter-to-order.query.server';
import { mergeOrders } from '~/domains/workorders/steps/merge-orders.server';
import { registerWorkOrder } from '~/domains/workorders/registering/register-work-order.server';
import { waitingCallBacks } from '~/domains/workorders/queue/waiting-call-backs.query.server';
import { splitOrder } from '~/domains/workorders/steps/split-order.server';
import { listWorkOrders, workOrderPage } from '~/domains/workorders/reads/work-order.query.server';
import { decideFeedback } from '~/domains/feedback/decide-feedback.server';

let test: TestContext;
const secret = '三楼张家打孩子';
const words = { title: secret, body: '楼上经常传来哭声，三楼张家打孩子，请不要说是我讲的。' };

beforeAll(async () => {
  test = await testContext();
  await makeOffices(test);
  for (const name of ['stranger', 'neighbour']) await makePerson(test, name);
  await makePerson(test, 'moderator-elsewhere', { role: 'moderator', areaId: '421003' });
  await makeOrganisation(test, { id: 'club', members: { stranger: 'owner' } });
  await makeOrganisation(test, { id: 'shop', kind: 'enterprise', members: { neighbour: 'owner' } });
});
afterAll(() => test.dispose());

const order = (subjectId: string, change: object = {}) => ({
  ...{ subjectKind: 'feedback' as const, subjectId, category: 'safety' as const, departmentId: 'water' },
  ...{ title: '入户走访', description: '请上门了解情况。' },
  ...{ externalNumber: '', deadline: undefined, urgency: 'normal' as const },
  ...change,
});

const register = async (subjectId: string, change: object = {}) =>
  registerWorkOrder(await test.asPerson('moderator'), order(subjectId, change) as never);

/** A neighbour reports it, and a moderator hides it. */
async function hide(kind: 'feedback' | 'proposal', id: string, reporter = 'parks-clerk'): Promise<void> {
  await reportContent(await test.asPerson(reporter), {
    ...{ subjectKind: kind, subjectId: id, areaId: communityId, title: secret, ground: 'private', words: '' },
  });
  const moderator = await test.asPerson('moderator');
  const decision = { hide: true, reason: '含隐私' };
  if (kind === 'feedback') await decideReportedFeedback(moderator, { feedbackId: id, ...decision });
  else await decideReportedProposal(moderator, { proposalId: id, ...decision });
}

const outsiders = ['visitor', 'stranger', 'moderator-elsewhere', 'roads-clerk'] as const;
const as = (who: string) => (who === 'visitor' ? Promise.resolve(test.as('visitor')) : test.asPerson(who));

async function expectUnseen(...ids: string[]): Promise<void> {
  await runJobs(test);
  for (const who of outsiders) {
    const seen = await seenOf(test, secret, await as(who));
    expect(seen.includes(secret), who).toBe(false);
    for (const id of ids) expect(seen.includes(id), `${who} ${id}`).toBe(false);
  }
}

describe('an order of a confidential matter', () => {
  it('takes no words from it: the form starts empty, and the words stand beside it for who may read them', async () => {
    const id = await makeFeedback(test, 'asker', { ...words, isPublic: 'no' });
    const form = await matterToOrder(await test.asPerson('moderator'), { kind: 'feedback', id });
    expect(form).toMatchObject({ title: '', description: '', confidential: words });
    const open = await makeFeedback(test, 'asker');
    expect(
      await matterToOrder(await test.asPerson('moderator'), { kind: 'feedback', id: open }),
    ).toMatchObject({
      title: '东门外夜间施工扰民',
      confidential: null,
    });
  });

  it('is public by its own words, without a link to the matter or its id', async () => {
    const id = await makeFeedback(test, 'asker', { ...words, isPublic: 'no' });
    const orderId = await register(id);
    for (const who of outsiders) {
      const page = await workOrderPage(await as(who), orderId);
      expect(JSON.stringify(page), who).not.toContain(id);
      expect(JSON.stringify(page), who).not.toContain(secret);
      expect(page).toMatchObject({ links: [], hiddenLinks: 1, audience: null });
      await expect(feedbackPage(await as(who), id)).rejects.toMatchObject({ code: 'forbidden' });
    }
    for (const who of ['asker', 'moderator', 'water-clerk'])
      expect((await workOrderPage(await as(who), orderId)).links).toMatchObject([{ id, title: secret }]);
    expect(await workOrderPage(await as('water-clerk'), orderId)).toMatchObject({ audience: 'open' });
    await expectUnseen(id);
  });

  it.each([
    ['both', { title: words.title, description: words.body }],
    ['its title within another', { title: `关于${words.title}的反映`, description: '请走访。' }],
    [
      'a sentence of its text',
      { title: '走访', description: `来电反映：楼上经常传来哭声，三楼张家打孩子。` },
    ],
    ['its words with other blanks', { title: '走访', description: words.body.replaceAll('，', ' ， ') }],
  ])('that takes over %s is for those alone who may read the matter or work on it', async (_what, change) => {
    const id = await makeFeedback(test, 'asker', { ...words, isPublic: 'no' });
    const orderId = await register(id, change);
    for (const who of outsiders)
      await expect(workOrderPage(await as(who), orderId), who).rejects.toMatchObject({ code: 'forbidden' });
    for (const who of ['asker', 'moderator', 'mayor', 'water-clerk'])
      expect((await workOrderPage(await as(who), orderId)).order.id).toBe(orderId);
    await expectUnseen(id, orderId);
  });

  it('stays closed when its matters leave it by merging, and when a part of it is split off', async () => {
    const ids = [
      await makeFeedback(test, 'asker', { ...words, isPublic: 'no' }),
      await makeFeedback(test, 'neighbour', { title: '同一楼的噪声', isPublic: 'no' }),
    ];
    const [first = '', second = ''] = ids;
    const moderator = await test.asPerson('moderator');
    const closed = await register(first, { title: words.title, description: words.body, departmentId: '' });
    await linkToThisOrder(moderator, { id: closed, subject: { kind: 'feedback', id: second } });
    const { version } = await stateOf(test, closed);
    const part = await splitOrder(moderator, {
      ...{ id: closed, version, matters: [`feedback:${second}`], reason: '分开办理' },
      ...{ title: '楼道走访', description: '另行走访。', category: 'safety' },
    });
    const open = await register(await makeFeedback(test, 'asker'), { departmentId: '' });
    const { number } = await stateOf(test, open);
    await mergeOrders(moderator, {
      ...{ id: closed, version: (await stateOf(test, closed)).version, number, reason: '同一件事' },
    });
    for (const id of [closed, part])
      await expect(workOrderPage(test.as('visitor'), id)).rejects.toMatchObject({ code: 'forbidden' });
    const visible = JSON.stringify(await workOrderPage(test.as('visitor'), open));
    for (const hidden of [first, secret]) expect(visible).not.toContain(hidden);
    await expectUnseen(closed, part, first, second);
  });
});

describe('a public matter that is hidden later', () => {
  it('takes its title away from its order, and gives it back when it is shown again', async () => {
    const id = await makeFeedback(test, 'asker', words);
    const orderId = await register(id, { title: words.title, description: words.body });
    const moderator = await test.asPerson('moderator');
    expect((await workOrderPage(test.as('visitor'), orderId)).links).toHaveLength(1);
    await hide('feedback', id);
    await expect(workOrderPage(test.as('visitor'), orderId)).rejects.toMatchObject({ code: 'forbidden' });
    await expectUnseen(id, orderId);
    await decideUnasked(moderator, {
      ...{ subjectKind: 'feedback', subjectId: id, hide: false, reason: '已核实' },
    });
    expect((await workOrderPage(test.as('visitor'), orderId)).order.title).toBe(secret);
    expect(await seenOf(test, secret, test.as('visitor'))).toContain(secret);
    await hide('feedback', id, 'mayor');
  });

  it('is no longer named where others link to it', async () => {
    const id = await makeProposal(test, 'asker', { title: secret });
    await hide('proposal', id);
    for (const who of outsiders) {
      const ctx = await as(who);
      expect(await linkedTitle(ctx, 'proposal', id), who).toEqual({ id: null, title: '一件不公开的事项' });
      expect(await lineOfProposal(ctx, { id: 'none', state: 'gathering' })).toBeTruthy();
    }
    expect(await linkedTitle(await as('moderator'), 'proposal', id)).toEqual({ id, title: secret });
    await expect(
      draftAgreement(await test.asPerson('stranger', 'club'), {
        ...{ title: '共建', areaId: communityId, proposalId: id, partyIds: ['club', 'shop'] },
        ...{
          body: '共同建设，互相支持。',
          rows: {},
          template: '',
          signingOrder: 'parallel',
          signDays: 30,
          endsOn: '',
        },
      } as never),
    ).rejects.toMatchObject({ field: 'proposalId' });
    await expectUnseen(id);
  });

  it('that its author takes back is read by nobody else, by no key either', async () => {
    const id = await makeFeedback(test, 'asker', words);
    await withdrawFeedback(await test.asPerson('asker'), id);
    await expect(feedbackPage(test.as('visitor'), id)).rejects.toMatchObject({ code: 'forbidden' });
    expect((await feedbackPage(await test.asPerson('asker'), id)).feedback.id).toBe(id);
    expect(await findById(test.as('visitor'), [id])).toEqual([]);
    const seen = await seenOf(test, secret, test.as('visitor'));
    expect(seen).not.toContain(secret);
  });
});

describe('following', () => {
  it('is for what one may read, of every kind whose page offers it; what is not there is not found', async () => {
    const stranger = await test.asPerson('stranger');
    const id = await makeFeedback(test, 'asker', { ...words, isPublic: 'no' });
    const set = (subjectKind: string, subjectId: string) =>
      setFollowing(stranger, { subjectKind, subjectId, following: true });
    await expect(set('feedback', id)).rejects.toMatchObject({ code: 'forbidden' });
    for (const kind of ['proposal', 'feedback', 'ballot', 'work-order', 'agreement', 'conversation', 'area'])
      await expect(set(kind, '01ARZ3NDEKTSV4RRFFQ69G5FAV')).rejects.toMatchObject({ code: 'not-found' });
    await expect(set('person', 'asker')).rejects.toMatchObject({ code: 'not-found' });
    await set('area', communityId);
    expect(await test.database.read.follow.count({ where: { personId: 'stranger', subjectId: id } })).toBe(0);
  });

  it('tells nobody who may not read the matter any longer, and says no title in what was told before', async () => {
    await test.database.transaction((tx) =>
      tx.prisma.person.update({ where: { id: 'neighbour' }, data: { mailFrequency: 'daily' } }),
    );
    const id = await makeFeedback(test, 'asker', words);
    for (const personId of ['stranger', 'neighbour'])
      await test.database.transaction((tx) =>
        follow(tx, { personId, subjectKind: 'feedback', subjectId: id, at: test.clock.now() }),
      );
    await register(id, { title: words.title, description: words.body });
    await runJobs(test);
    const inbox = async (who: string) => JSON.stringify(await inboxPage(await test.asPerson(who), who));
    expect(await inbox('stranger')).toContain(secret);
    const before = await test.database.read.notification.count({ where: { personId: 'stranger' } });
    await hide('feedback', id);
    const told = await inbox('stranger');
    expect(told).not.toContain(secret);
    expect(told).not.toContain(id);
    expect(told).toContain('一件不公开的事项');
    const confidential = await makeFeedback(test, 'asker', { ...words, isPublic: 'no' });
    await test.database.transaction((tx) =>
      follow(tx, {
        personId: 'stranger',
        subjectKind: 'feedback',
        subjectId: confidential,
        at: test.clock.now(),
      }),
    );
    await decideFeedback(await test.asPerson('moderator'), confidential, {
      act: 'answer',
      words: '已处理。',
    });
    await runJobs(test);
    expect(await test.database.read.notification.count({ where: { personId: 'stranger' } })).toBe(before);
    expect(await inbox('asker')).toContain(secret);
  });

  it('brings no title of what was hidden meanwhile by the daily mail', async () => {
    test.clock.advance(26 * 3600_000);
    expect(await queueDigests(test.as('system'))).toBe(1);
    await runJobs(test);
    const [mail] = await mailsTo(test, 'neighbour@example.org');
    expect(mail?.text).toContain('一件不公开的事项');
    expect(mail?.text).not.toContain(secret);
    expect(mail?.html).not.toContain(secret);
  });
});

describe('the call-back of an order with matters of several people', () => {
  it('asks each of them, without the words of a matter that is not theirs', async () => {
    const first = await makeFeedback(test, 'asker', { ...words, isPublic: 'no' });
    const second = await makeFeedback(test, 'neighbour', { title: '楼道噪声', isPublic: 'no' });
    const orderId = await register(first, { title: words.title, description: words.body });
    await linkToThisOrder(await test.asPerson('moderator'), {
      ...{ id: orderId, subject: { kind: 'feedback', id: second } },
    });
    await act(test, 'water-clerk', { id: orderId, act: 'accept' } as never);
    await act(test, 'water-clerk', { id: orderId, act: 'finish', report: '已走访张家。' } as never);
    await runJobs(test);
    const neighbour = await test.asPerson('neighbour');
    await expect(workOrderPage(neighbour, orderId)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await callBackPage(neighbour, orderId)).toEqual({
      ...{ name: '一件不公开的事项', reportHtml: null, waiting: true },
    });
    for (const matter of [undefined, { kind: 'feedback', id: second }])
      expect(await waitingCallBacks(neighbour, matter)).toMatchObject([
        { id: orderId, title: '一件不公开的事项' },
      ]);
    expect(await waitingCallBacks(await test.asPerson('asker'))).toMatchObject([
      { id: orderId, title: secret },
    ]);
    const [newest] = (await inboxPage(neighbour, 'neighbour')).items;
    expect(newest?.path).toBe(`/work-orders/${orderId}/call-back`);
    expect(JSON.stringify(newest)).not.toContain(secret);
    expect(await callBackPage(await test.asPerson('asker'), orderId)).toMatchObject({ name: secret });
    await expect(callBackPage(await test.asPerson('stranger'), orderId)).rejects.toMatchObject({
      ...{ code: 'forbidden' },
    });
    expect((await lineOfFeedback(neighbour, second)).workOrders).toEqual([]);
  });
});

it('keeps public words where nothing is confidential', async () => {
  const id = await makeProposal(test, 'asker', { title: '加装路灯' });
  for (const who of ['stranger', 'neighbour', 'moderator-elsewhere'])
    await endorseProposal(await test.asPerson(who), id);
  await answerProposal(await test.asPerson('moderator'), id, { decision: 'adopt', answer: '同意。' });
  const orderId = await register(id, { subjectKind: 'proposal', title: '加装路灯' });
  const page = await workOrderPage(test.as('visitor'), orderId);
  expect(page).toMatchObject({ links: [{ id }], hiddenLinks: 0, audience: null });
  expect(JSON.stringify(await listWorkOrders(test.as('visitor'), {}))).toContain(orderId);
});
