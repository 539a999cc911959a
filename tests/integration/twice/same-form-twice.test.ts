import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { communityId, makeAreas, makePerson, makeProposal, proposalInput } from '../../factories/proposals';
import { makeDepartment } from '../../factories/departments';
import { feedbackInput, makeFeedback } from '../../factories/feedback';
import { makeConversation } from '../../factories/conversations';
import { makeOrganisation } from '../../factories/organisations';
import type { TestContext } from '../../setup/context';
import { testPortal } from '../../setup/portal';
import type { TestPortal } from '../../setup/portal';
import { contextOfPortal, postForm, signedInCookie } from '../../setup/posting-people';
import { creatingPages } from '../../setup/creating-pages';
import { forgetDoneActs } from '~/domains/do-once.server';
import { registerWorkOrder } from '~/domains/workorders/registering/register-work-order.server';

let portal: TestPortal;
let test: TestContext;
const ids: Record<string, string> = {};
const cookies: Record<string, string> = {};

beforeAll(async () => {
  portal = await testPortal(creatingPages, { RATE_LIMITS: 'false' });
  test = contextOfPortal(portal);
  await makeAreas(test);
  await makePerson(test, 'author');
  await makePerson(test, 'member');
  await makePerson(test, 'owner');
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  await makeDepartment(test, { id: 'department', memberId: 'member' });
  await makeOrganisation(test, { id: 'association', members: { owner: 'owner' } });
  ids.proposal = await makeProposal(test, 'author');
  ids.feedback = await makeFeedback(test, 'author');
  ids.other = await makeFeedback(test, 'author', { title: '另外一件需要处理的事' });
  ids.conversation = await makeConversation(test);
  ids.order = await registerWorkOrder(await test.asPerson('moderator'), {
    subjectKind: 'feedback',
    subjectId: ids.other,
    title: '另外一件需要处理的事',
    description: '请到现场看一看情况。',
    category: 'environment',
    departmentId: '',
    externalNumber: '',
    deadline: undefined,
    urgency: 'normal',
  });
  for (const [name, organisation] of [
    ['author', null],
    ['moderator', null],
    ['owner', 'association'],
  ] as const)
    cookies[name] = await signedInCookie(portal, name, organisation);
}, 60_000);
afterAll(() => portal.dispose());

interface Sent {
  who: string;
  to: () => string;
  form: () => Record<string, string | string[]>;
  count: () => Promise<number>;
}

// One instant for all: a form that is filled again in the next minute is another form.
const week = Date.now() + 7 * 86_400_000;
const nextWeek = () => new Date(week).toISOString().slice(0, 16);
const typedProposal = {
  ...proposalInput,
  title: '给同一份表单写的提案',
  latitude: '',
  longitude: '',
  draftId: '',
};
const prisma = () => test.database.read;

const forms: Record<string, Sent> = {
  'a comment': {
    who: 'author',
    to: () => `/proposals/${ids.proposal}`,
    form: () => ({ intent: 'comment', body: '我支持这件事。', parentId: '' }),
    count: () => prisma().comment.count(),
  },
  feedback: {
    who: 'author',
    to: () => '/feedback/new',
    form: () => ({ ...feedbackInput, title: '同一份诉求只收一次' }),
    count: () => prisma().feedback.count({ where: { title: '同一份诉求只收一次' } }),
  },
  'a proposal that is published': {
    who: 'author',
    to: () => '/proposals/new',
    form: () => ({ ...typedProposal, act: 'publish' }),
    count: () => prisma().proposal.count({ where: { title: typedProposal.title } }),
  },
  'a draft': {
    who: 'author',
    to: () => '/proposals/new',
    form: () => ({ ...typedProposal, title: '只存一次的草稿', act: 'draft' }),
    count: () => prisma().proposal.count({ where: { title: '只存一次的草稿' } }),
  },
  'a work order of a matter': {
    who: 'moderator',
    to: () => '/work-orders/new',
    form: () => ({
      subjectKind: 'feedback',
      subjectId: ids.feedback ?? '',
      title: feedbackInput.title,
      description: feedbackInput.body,
      category: 'environment',
      departmentId: '',
      externalNumber: '',
      deadline: '',
    }),
    count: () => prisma().workOrderLink.count({ where: { subjectId: ids.feedback ?? '' } }),
  },
  'a note on an order': {
    who: 'moderator',
    to: () => '/workbench',
    form: () => ({ intent: 'note', order: ids.order ?? '', body: '已经打过电话。' }),
    count: () => prisma().workOrderNote.count(),
  },
  'an opportunity': {
    who: 'owner',
    to: () => '/volunteering/new',
    form: () => ({
      title: '周末清理楼道杂物',
      body: '大家一起把三号楼的楼道清理干净。',
      areaId: communityId,
      proposalId: '',
      place: '',
      risks: '注意搬运安全',
      requirements: '',
      minimumAge: '16',
    }),
    count: () => prisma().opportunity.count(),
  },
  'an agreement': {
    who: 'owner',
    to: () => '/agreements/new',
    form: () => ({
      title: '路灯维护约定书',
      body: '双方约定共同维护社区东门的路灯，每月检查一次。',
      areaId: communityId,
      proposalId: '',
      partyIds: ['association', 'department'],
      obligations: '',
    }),
    count: () => prisma().agreement.count(),
  },
  'an organisation': {
    who: 'author',
    to: () => '/organisations/new',
    form: () => ({
      kind: 'social-organisation',
      name: '青石志愿者协会',
      creditCode: '91350100M000100Y43',
      areaId: communityId,
      about: '社区志愿者的组织',
      contact: '',
    }),
    count: () => prisma().organisation.count({ where: { name: '青石志愿者协会' } }),
  },
  'a conversation': {
    who: 'moderator',
    to: () => '/conversations/new',
    form: () => ({
      title: '楼道里能不能停车？',
      body: '',
      areaId: communityId,
      proposalId: '',
      review: 'after',
      closesAt: nextWeek(),
      seeds: '可以在楼道里停车\n不可以在楼道里停车',
    }),
    count: () => prisma().conversation.count({ where: { title: '楼道里能不能停车？' } }),
  },
  'a statement': {
    who: 'author',
    to: () => `/conversations/${ids.conversation}`,
    form: () => ({ intent: 'write', body: '夜里应该留一条救护车能走的路', anyway: 'on' }),
    count: () => prisma().statement.count({ where: { seed: false } }),
  },
};

const post = ({ who, to, form }: Sent, change: Record<string, string> = {}) =>
  postForm(portal, { cookie: cookies[who] ?? '', path: to(), form: { ...form(), ...change } });

const times = 50;

describe('the same form fifty times at once', () => {
  it.each(Object.keys(forms))(
    '%s is one',
    async (name) => {
      const sent = forms[name];
      if (!sent) throw new Error(name);
      const before = await sent.count();
      const answers = await Promise.all(Array.from({ length: times }, () => post(sent)));
      const told = await Promise.all(
        answers.map(async (answer) => `${answer.status} ${await answer.text()}`),
      );
      expect(new Set(told.map((text) => text.slice(0, 3)))).toEqual(new Set(['302']));
      expect(new Set(answers.map((answer) => answer.headers.get('Location'))).size).toBe(1);
      expect((await sent.count()) - before).toBe(1);
      expect((await post(sent)).status).toBe(302);
      expect((await sent.count()) - before).toBe(1);
    },
    60_000,
  );

  it('by a person is not another person’s, and other words are another act', async () => {
    const sent = forms['a comment'];
    if (!sent) throw new Error();
    const before = await sent.count();
    expect((await post({ ...sent, who: 'moderator' })).status).toBe(302);
    expect((await post(sent, { body: '我也支持这件事。' })).status).toBe(302);
    expect((await sent.count()) - before).toBe(2);
  });

  it('is done again some minutes later, and once it was taken back', async () => {
    const sent = forms['a comment'];
    if (!sent) throw new Error();
    const body = { body: '可以再说一遍的话。' };
    const before = await sent.count();
    await post(sent, body);
    const first = await prisma().comment.findFirstOrThrow({ where: body });
    await post(sent, { intent: 'remove-comment', commentId: first.id });
    await post(sent, body);
    expect((await sent.count()) - before).toBe(2);
    await test.database.transaction((tx) =>
      tx.prisma.doneAct.updateMany({ data: { doneAt: new Date(Date.now() - 6 * 60_000) } }),
    );
    await post(sent, body);
    expect((await sent.count()) - before).toBe(3);
    await forgetDoneActs(test.as('system'));
    expect(await prisma().doneAct.count()).toBe(1);
  });

  it('that is refused leaves no mark: put right, it is done', async () => {
    const sent = forms['a work order of a matter'];
    if (!sent) throw new Error();
    const refused = await post(sent, { subjectId: 'unknown' });
    expect(refused.status).toBe(404);
    expect((await post(sent, { subjectId: 'unknown' })).status).toBe(404);
  });
});

describe('publishing a new proposal', () => {
  it('that cannot be published leaves no draft behind', async () => {
    const { publishTyped } = await import('~/domains/proposals/publish-typed.server');
    const before = await prisma().proposal.count();
    const author = await test.asPerson('author');
    const input = { ...proposalInput, title: '不该留下草稿的提案', areaId: '999999' };
    await expect(publishTyped(author, { input, pictureIds: [], draft: { id: '' } })).rejects.toMatchObject({
      code: 'invalid',
    });
    // The draft can be kept, and only what publishing alone does fails.
    const listenersTo = () => {
      throw new Error('nobody can be told');
    };
    const broken = { ...author, subjects: { ...author.subjects, listenersTo } };
    await expect(
      publishTyped(broken, { input: { ...input, areaId: communityId }, pictureIds: [], draft: { id: '' } }),
    ).rejects.toThrow('nobody can be told');
    expect(await prisma().proposal.count()).toBe(before);
  });
});
