import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDepartment } from '../../factories/departments';
import { makeOrganisation } from '../../factories/organisations';
import { communityId, makeAreas, makePerson, makeProposal } from '../../factories/proposals';
import type { TestContext } from '../../setup/context';
import { editingPages } from '../../setup/editing-pages';
import { testPortal } from '../../setup/portal';
import type { TestPortal } from '../../setup/portal';
import { contextOfPortal, postForm, signedInCookie } from '../../setup/posting-people';
import { editedAgreement } from '~/domains/agreements/agreement-page.query.server';
import { draftAgreement } from '~/domains/agreements/drafting/draft-agreement.server';
import { categoryPage } from '~/domains/categories/index.server';
import { postComment } from '~/domains/deliberation/index.server';
import { addTarget, targetPage as open311TargetPage } from '~/domains/bridges/index.server';
import { accountPage, profileFields } from '~/domains/identity/account.server';
import { pageAtDesk, profileDesk } from '~/domains/pages/index.server';
import { enterResponsibility } from '~/domains/responsibility/keep-list.server';
import { setTarget } from '~/domains/targets/set-target.server';
import { areaNamesKept, publishedFields } from '~/domains/territory/index.server';
import { deadlineSettings } from '~/domains/workorders/clocks/deadline-settings.query.server';
import { keepTemplate, templatesOf } from '~/domains/workorders/queue/response-templates.server';
import type { FieldValues, FormState } from '~/lib/form-state';

let portal: TestPortal;
let test: TestContext;
const ids: Record<string, string> = {};
const cookies: Record<string, string> = {};
const read = () => test.database.read;

async function makePeople(): Promise<void> {
  await makeAreas(test);
  for (const name of ['author', 'clerk', 'coordinator', 'merchant']) await makePerson(test, name);
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  await makePerson(test, 'administrator', { role: 'administrator', areaId: '4210' });
  await makeDepartment(test, { id: 'water', memberId: 'clerk', name: '水务局' });
  await makeOrganisation(test, { id: 'ngo', members: { coordinator: 'owner' } });
  await makeOrganisation(test, { id: 'shop', members: { merchant: 'owner' } });
  for (const [name, organisation] of Object.entries({
    ...{ author: null, moderator: null, administrator: null },
    ...{ coordinator: 'ngo', merchant: 'shop' },
  }))
    cookies[name] = await signedInCookie(portal, name, organisation);
}

const agreement = {
  ...{ title: '路灯维护约定书', areaId: communityId, proposalId: '', rows: {}, endsOn: '' },
  ...{ template: '' as const, signingOrder: 'parallel' as const, signDays: 30 },
  ...{ partyIds: ['ngo', 'shop'], body: '双方约定共同维护社区东门的路灯，每月检查一次。' },
};
const terms = { departmentId: 'water', basis: '三定方案', days: undefined, reason: '首次录入' };
const target = { value: '95', source: '年度目标责任书', office: '区政府办公室', reason: '年初下达' };

async function makeTexts(): Promise<void> {
  const moderator = await test.asPerson('moderator');
  const administrator = await test.asPerson('administrator');
  ids.agreement = await draftAgreement(await test.asPerson('coordinator', 'ngo'), agreement);
  ids.proposal = await makeProposal(test, 'author');
  ids.comment = await postComment(await test.asPerson('author'), {
    ...{ subjectKind: 'proposal', subjectId: ids.proposal, areaId: communityId, title: 'x' },
    ...{ parentId: '', body: '我支持这件事。', mentionedIds: [], quote: '' },
  } as Parameters<typeof postComment>[1]);
  await keepTemplate(moderator, {
    id: '',
    areaId: '421002',
    name: '已派单',
    body: '您好，{{number}} 已经派单。',
  });
  ids.template = (await read().responseTemplate.findFirstOrThrow()).id;
  ids.entry = await enterResponsibility(moderator, {
    ...terms,
    ...{ areaId: '421002', category: 'environment', level: '' },
  } as never);
  ids.target = await setTarget(administrator, {
    ...{ year: 2026, areaId: '421002', departmentId: '', measure: 'response' as const },
    ...target,
  });
  ids.server = await addTarget(administrator, {
    ...{ name: '市政平台', areaId: '421002', url: 'http://127.0.0.1:9/v2/', jurisdictionId: '', apiKey: '' },
  });
}

beforeAll(async () => {
  portal = await testPortal(editingPages, { RATE_LIMITS: 'false' });
  test = contextOfPortal(portal);
  await makePeople();
  await makeTexts();
}, 60_000);
afterAll(() => portal.dispose());

interface EditedText {
  path: () => string;
  /** Two who may save it. */
  who: [string, string];
  /** What the form shows, with its revision. */
  shown: () => Promise<{ fields: FieldValues; revision: string }>;
  /** What one and the other write. */
  changes: [FieldValues, FieldValues];
  extra?: () => Record<string, string>;
}

const administrated: [string, string] = ['administrator', 'administrator'];
const moderated: [string, string] = ['moderator', 'administrator'];

const texts: Record<string, EditedText> = {
  'a draft of an agreement': {
    path: () => `/agreements/${ids.agreement}/edit`,
    who: ['coordinator', 'merchant'],
    shown: async () => {
      const coordinator = await test.asPerson('coordinator', 'ngo');
      const { fields, revision } = await editedAgreement(coordinator, ids.agreement ?? '');
      return { fields, revision };
    },
    changes: [
      { body: '双方约定：商户每月出三千元，社区出人。共同维护东门路灯。' },
      { body: '双方约定：商户每月出五千元，社区出人。共同维护东门路灯。' },
    ],
  },
  'what an area says of itself': {
    path: () => `/areas/${communityId}/edit`,
    who: moderated,
    shown: async () => publishedFields(await test.asPerson('moderator'), communityId),
    changes: [{ workerName: '张敏' }, { workerName: '李强' }],
  },
  'the names of an area': {
    path: () => `/areas/${communityId}/names`,
    who: administrated,
    shown: async () => areaNamesKept(await test.asPerson('administrator'), communityId),
    changes: [{ name: '青石桥社区' }, { name: '青石新村社区' }],
    extra: () => ({ intent: 'rename', reason: '区政府批复' }),
  },
  'a category of matters': {
    ...{ path: () => '/categories/greening', who: administrated },
    shown: async () => categoryPage(await test.asPerson('administrator'), 'greening'),
    changes: [{ name: '公园绿化' }, { name: '园林绿化' }],
    extra: () => ({ intent: 'change', reason: '机构改革' }),
  },
  'a template of answers': {
    path: () => '/workbench/templates',
    who: moderated,
    shown: async () => {
      const [row] = await templatesOf(await test.asPerson('moderator'), ['421002']);
      const { areaId = '', name = '', body = '', revision = '' } = row ?? {};
      return { fields: { areaId, name, body }, revision };
    },
    changes: [
      { body: '您好，{{number}} 已经派给经办部门。' },
      { body: '您好，您的诉求 {{number}} 正在办理。' },
    ],
    extra: () => ({ intent: 'keep', id: ids.template ?? '' }),
  },
  'an entry of the responsibility list': {
    path: () => '/responsibilities/entry',
    who: moderated,
    shown: async () => {
      const row = await read().responsibilityEntry.findFirstOrThrow({
        where: { currentKey: ids.entry ?? '' },
      });
      return {
        fields: { departmentId: row.departmentId, basis: row.basis, days: '', reason: '机构改革' },
        revision: String(row.version),
      };
    },
    changes: [{ basis: '三定方案第二条' }, { basis: '三定方案第三条' }],
    extra: () => ({ intent: 'change', key: ids.entry ?? '' }),
  },
  'a target of the year': {
    path: () => `/targets/${ids.target}`,
    who: administrated,
    shown: async () => {
      const row = await read().target.findUniqueOrThrow({ where: { id: ids.target ?? '' } });
      const fields = {
        value: String(row.value / 10),
        source: row.source,
        office: row.office,
        reason: '上级要求',
      };
      return { fields, revision: String(row.version) };
    },
    changes: [{ office: '区委办公室' }, { office: '区督查室' }],
    extra: () => ({ intent: 'change' }),
  },
  'a page of the portal': {
    path: () => '/administration/pages/terms',
    who: moderated,
    shown: async () => {
      const { fields, version } = await pageAtDesk(await test.asPerson('moderator'), 'terms');
      return { fields, revision: String(version) };
    },
    changes: [{ titleChinese: '使用规则和发言规则' }, { titleChinese: '发言规则' }],
    extra: () => ({ intent: 'save', reason: '名称说得更清楚' }),
  },
  'how the portal calls itself': {
    path: () => '/administration/portal',
    who: administrated,
    shown: async () => {
      const { fields, version } = await profileDesk(await test.asPerson('administrator'));
      return { fields: { ...fields, nameChinese: '沙市共治' }, revision: String(version) };
    },
    changes: [{ nameChinese: '沙市区共治' }, { nameChinese: '沙市议事厅' }],
    extra: () => ({ reason: '定下名称' }),
  },
  'a comment': {
    path: () => `/proposals/${ids.proposal}`,
    who: ['author', 'author'],
    shown: async () => {
      const row = await read().comment.findUniqueOrThrow({ where: { id: ids.comment ?? '' } });
      return { fields: { body: row.body }, revision: String(row.version) };
    },
    changes: [{ body: '我非常支持这件事。' }, { body: '我支持，但要注意费用。' }],
    extra: () => ({ intent: 'edit-comment', commentId: ids.comment ?? '' }),
  },
  'the summary of a discussion': {
    path: () => `/proposals/${ids.proposal}`,
    who: moderated,
    shown: async () => {
      const row = await read().discussionSummary.findFirst({ orderBy: { version: 'desc' } });
      return { fields: { body: row?.body ?? '' }, revision: String(row?.version ?? 0) };
    },
    changes: [{ body: '多数人支持，费用未定。' }, { body: '少数人反对，理由是噪声。' }],
    extra: () => ({ intent: 'summarise' }),
  },
  'a profile': {
    path: () => '/account',
    who: ['author', 'author'],
    shown: async () => {
      const { person, revision } = await accountPage(await test.asPerson('author'), 'author');
      return { fields: profileFields(person), revision };
    },
    changes: [{ about: '住在东门' }, { about: '退休教师' }],
    extra: () => ({ intent: 'profile' }),
  },
  'a year of holidays': {
    path: () => '/work-orders/deadlines',
    who: administrated,
    shown: async () => {
      const { newRevision } = await deadlineSettings(await test.asPerson('administrator'));
      return { fields: { source: '', days: '', checked: '' }, revision: newRevision };
    },
    changes: [
      { source: '国务院办公厅通知', days: '2031-01-01 休 元旦' },
      { source: '国务院办公厅关于2031年的通知', days: '2031-10-01 休 国庆节' },
    ],
    extra: () => ({ intent: 'year', year: '2031' }),
  },
  'the codes of another server': {
    path: () => `/bridges/targets/${ids.server}`,
    who: administrated,
    shown: async () => {
      const page = await open311TargetPage(await test.asPerson('administrator'), ids.server ?? '');
      return { fields: page.codes, revision: page.revision };
    },
    changes: [{ environment: '11' }, { environment: '12' }],
    extra: () => ({ intent: 'services' }),
  },
};

async function answered(response: Response): Promise<FormState> {
  const { form } = (await response.json()) as { form: FormState };
  return form;
}

describe('two who open the same text and save one after the other', () => {
  it.each(Object.keys(texts))('%s: the second is told, and both texts are there', async (name) => {
    const text = texts[name];
    if (!text) throw new Error(name);
    const { fields, revision } = await text.shown();
    const [first, second] = text.changes;
    const post = (at: 0 | 1, change: FieldValues, known = revision) =>
      postForm(portal, {
        cookie: cookies[text.who[at]] ?? '',
        path: text.path(),
        form: { ...fields, ...change, ...text.extra?.(), revision: known },
      });
    expect((await post(0, first)).status).toBe(302);
    const refused = await post(1, second);
    expect(refused.status).toBe(409);
    const form = await answered(refused);
    expect(form.values).toMatchObject(second);
    expect(form.saved?.values).toMatchObject(first);
    expect((await answered(await post(1, second, ''))).saved).toBeDefined();
    expect((await post(1, second, form.saved?.revision)).status).toBe(302);
  });
});

it('an agreement that was changed meanwhile is not frozen unread', async () => {
  const draft = async () => editedAgreement(await test.asPerson('coordinator', 'ngo'), ids.agreement ?? '');
  const path = `/agreements/${ids.agreement}`;
  const { revision, fields } = await draft();
  const changed = { ...fields, title: '路灯维护约定书（修订）', revision };
  const edit = { cookie: cookies.merchant ?? '', path: `${path}/edit`, form: changed };
  expect((await postForm(portal, edit)).status).toBe(302);
  const freeze = (known: string) =>
    postForm(portal, {
      ...{ cookie: cookies.coordinator ?? '', path },
      form: { intent: 'freeze', revision: known },
    });
  expect((await freeze(revision)).status).toBe(409);
  expect((await read().agreement.findUniqueOrThrow({ where: { id: ids.agreement } })).state).toBe('draft');
  expect((await freeze((await draft()).revision)).status).toBe(302);
});
