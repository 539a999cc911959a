import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDepartment } from '../../factories/departments';
import { makeFeedback } from '../../factories/feedback';
import { makeAreas, makePerson } from '../../factories/proposals';
import type { TestContext } from '../../setup/context';
import { creatingPages } from '../../setup/creating-pages';
import { testPortal } from '../../setup/portal';
import type { TestPortal } from '../../setup/portal';
import { contextOfPortal, postForm, signedInCookie } from '../../setup/posting-people';
import { walkBallot } from '../../setup/walk-ballot';
import type { BallotWalker } from '../../setup/walk-ballot';
import { loadDraft } from '~/domains/ballots/drafting/draft-row.server';
import { importPb, importPbSchema } from '~/domains/ballots/files/import-pb.server';
import { registerWorkOrder } from '~/domains/workorders/registering/register-work-order.server';

let portal: TestPortal;
let test: TestContext;
let number = '';
const cookies: Record<string, string> = {};
const read = () => test.database.read;

beforeAll(async () => {
  portal = await testPortal(creatingPages, { RATE_LIMITS: 'false' });
  test = contextOfPortal(portal);
  await makeAreas(test);
  await makePerson(test, 'author');
  await makePerson(test, 'member');
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  await makePerson(test, 'administrator', { role: 'administrator', areaId: '4210' });
  await makeDepartment(test, { id: 'department', memberId: 'member' });
  const orderId = await registerWorkOrder(await test.asPerson('moderator'), {
    subjectKind: 'feedback',
    subjectId: await makeFeedback(test, 'author'),
    ...{ title: '路灯不亮', description: '请到现场看一看情况。', category: 'environment' },
    ...{ departmentId: '', externalNumber: '', deadline: undefined, urgency: 'normal' },
  } as Parameters<typeof registerWorkOrder>[1]);
  number = (await read().workOrder.findUniqueOrThrow({ where: { id: orderId } })).number;
  for (const name of ['moderator', 'administrator']) cookies[name] = await signedInCookie(portal, name);
}, 60_000);
afterAll(() => portal.dispose());

type Form = Record<string, string | string[]>;
const area = { areaId: '421002' };
const post = (path: string, form: Form, who = 'administrator') =>
  postForm(portal, { cookie: cookies[who] ?? '', path, form });

const times = 20;
/** What each of many at once was answered, cut to what matters. */
async function atOnce(path: string, form: Form, who?: string): Promise<Response[]> {
  return Promise.all(Array.from({ length: times }, () => post(path, form, who)));
}

const asked = { title: '要不要装路灯', question: '要不要在东门装路灯？', ...area };
const walkedBallot = {
  ...{ ...asked, kind: 'single-choice', options: '装\n不装' },
  ...{ opensAt: '2099-01-01T09:00', closesAt: '2099-01-08T09:00' },
};

/** A person who presses each button twenty times, and goes where all the answers lead. */
async function impatient(): Promise<BallotWalker> {
  const moderator = await test.asPerson('moderator');
  return {
    post: async (path, form) => {
      const answers = await atOnce(path, form, 'moderator');
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([302]));
      const places = new Set(answers.map((answer) => answer.headers.get('Location') ?? ''));
      expect(places.size, [...places].join(' ')).toBe(1);
      return [...places].join('');
    },
    revisionOf: async (draftId) => (await loadDraft(moderator, draftId)).revision,
  };
}

const formulaForm = (reason: string): Form => ({
  ...{ weightResponse: '40', weightResolution: '30', weightSatisfaction: '30' },
  ...{ responseDenominator: 'asked', resolutionDenominator: 'asked', satisfactionDenominator: 'answered' },
  ...{ satisfiedFrom: '4', basicFrom: '3', basicFactor: '50', smallDenominator: '10' },
  ...{ source: '区政府办公会纪要', reason },
});

const lists: Record<string, { path: string; form: () => Form; count: () => Promise<number>; who?: string }> =
  {
    'a draft of a ballot': {
      path: '/ballots/new',
      form: () => ({ go: 'next', ...asked }),
      count: () => read().ballotDraft.count(),
      who: 'moderator',
    },
    'a server for orders': {
      path: '/bridges/targets',
      form: () => ({ name: '市政平台', url: 'https://city.example/v2/', ...area }),
      count: () => read().open311Target.count(),
    },
    'an entry of the responsibility list': {
      path: '/responsibilities/new',
      form: () => ({
        departmentId: 'department',
        basis: '三定方案',
        reason: '首次录入',
        category: 'environment',
        ...area,
      }),
      count: () => read().responsibilityEntry.count(),
      who: 'moderator',
    },
    'an order that does not count': {
      path: '/statistics/exclusions',
      form: () => ({ number, reason: '恶意重复的诉求' }),
      count: () => read().statisticsExclusion.count(),
    },
    'a formula of the rates': {
      path: '/statistics/formula',
      form: () => formulaForm('试行办法'),
      count: () => read().statisticsFormula.count(),
    },
    'a target of the year': {
      path: '/targets/new',
      form: () => ({
        ...{ year: '2026', departmentId: '', measure: 'response', value: '95', source: '年度目标责任书' },
        ...{ office: '区政府办公室', reason: '年初下达', ...area },
      }),
      count: () => read().target.count(),
    },
    'a template of answers': {
      path: '/workbench/templates',
      form: () => ({ intent: 'keep', id: '', name: '已派单', body: '您好，{{number}} 已经派单。', ...area }),
      count: () => read().responseTemplate.count(),
      who: 'moderator',
    },
    'a role': {
      path: '/moderation/roles',
      form: () => ({ intent: 'grant', email: 'author@example.org', role: 'staff', ...area }),
      count: () => read().roleHeld.count(),
    },
  };

describe('the same form of an office many times at once', () => {
  it.each(Object.keys(lists))(
    '%s is one, and each is answered alike',
    async (name) => {
      const list = lists[name];
      if (!list) throw new Error(name);
      const before = await list.count();
      const answers = await atOnce(list.path, list.form(), list.who);
      const told = await Promise.all(answers.map(async (one) => `${one.status} ${await one.text()}`));
      expect(new Set(told.map((text) => text.slice(0, 3))), told[0]).toEqual(new Set(['302']));
      expect(new Set(answers.map((one) => one.headers.get('Location'))).size).toBe(1);
      expect((await list.count()) - before).toBe(1);
    },
    60_000,
  );

  it('a ballot is one, whose every step is sent many times at once', async () => {
    const walker = await impatient();
    const path = await walkBallot(walker, { ...walkedBallot, title: '要不要装第二盏路灯' });
    expect(await read().ballot.count()).toBe(1);
    expect(path).toBe(`/ballots/${(await read().ballot.findFirstOrThrow()).id}`);
    expect(await read().ballotDraft.count({ where: { step: 'preview' } })).toBe(0);
  }, 60_000);

  it('a formula taken back by another is decided anew, also within minutes', async () => {
    for (const reason of ['试行办法一', '试行办法二', '试行办法一'])
      expect((await post('/statistics/formula', formulaForm(reason))).status).toBe(302);
    const latest = await read().statisticsFormula.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(latest.reason).toBe('试行办法一');
  });

  it('a role that was taken back can be given again at once', async () => {
    const form = { intent: 'grant', email: 'member@example.org', role: 'staff', ...area };
    expect((await post('/moderation/roles', form)).status).toBe(302);
    const { id } = await read().roleHeld.findFirstOrThrow({ where: { personId: 'member' } });
    const revoked = await post('/moderation/roles', { intent: 'revoke', id, reason: '调离' });
    expect(revoked.status).toBe(302);
    expect((await post('/moderation/roles', form)).status).toBe(302);
    expect(await read().roleHeld.count({ where: { personId: 'member' } })).toBe(1);
  });
});

/** The secrets that the answers show. */
async function secretsIn(answers: Response[], pattern: RegExp): Promise<Set<string>> {
  const told = await Promise.all(answers.map((one) => one.text()));
  return new Set(told.map((text) => pattern.exec(text)?.[0] ?? text.slice(0, 200)));
}

describe('what comes with a secret', () => {
  const secret = /whsec_[\w+/=-]+/;
  it.each([
    ['an API key', '/bridges/keys', { intent: 'issue', postsArePublic: 'yes' }, /gz_[\w-]+/],
    ['a webhook endpoint', '/bridges/webhooks', { url: 'https://city.example/hook' }, secret],
    ['an inbound source', '/bridges/inbound', { departmentId: 'department' }, secret],
  ])('%s is one, and each answer shows the secret that holds', async (_what, path, extra, pattern) => {
    const count = async () =>
      (await read().apiKey.count()) +
      (await read().webhookEndpoint.count()) +
      (await read().inboundSource.count());
    const [before, accounts] = [await count(), await read().person.count()];
    const answers = await atOnce(path, { name: '市政平台', ...area, ...extra });
    const secrets = await secretsIn(answers, pattern);
    expect(secrets.size).toBe(1);
    expect([...secrets][0]).toMatch(pattern);
    expect((await count()) - before).toBe(1);
    expect((await read().person.count()) - accounts).toBeLessThanOrEqual(1);
  });

  it.each(['webhooks', 'inbound'])(
    'a secret of %s that is renewed twice by one form keeps the old one beside it',
    async (kind) => {
      const row = () =>
        kind === 'webhooks'
          ? read().webhookEndpoint.findFirstOrThrow()
          : read().inboundSource.findFirstOrThrow();
      const before = await row();
      const answers = await atOnce(`/bridges/${kind}/${before.id}`, { intent: 'rotate' });
      expect((await secretsIn(answers, secret)).size).toBe(1);
      expect((await row()).oldSecret).toBe(before.secret);
    },
  );

  it('a key that was ended is issued anew by the same form', async () => {
    const form = { name: '市政平台', intent: 'issue', postsArePublic: 'yes', ...area };
    const { id } = await read().apiKey.findFirstOrThrow();
    expect((await post('/bridges/keys', { intent: 'revoke', id })).status).toBe(302);
    await post('/bridges/keys', form);
    expect(await read().apiKey.count({ where: { revokedAt: null } })).toBe(1);
    expect(await read().apiKey.count()).toBe(2);
  });
});

const pb = [
  'META',
  'key;value',
  ...['description;小区微更新', 'country;China', 'unit;Jingzhou', 'instance;2026', 'num_projects;2'],
  ...['num_votes;2', 'budget;100', 'vote_type;approval', 'rule;greedy'],
  'PROJECTS',
  ...['project_id;cost;name', '1;60;路灯', '2;50;长椅'],
  'VOTES',
  ...['voter_id;vote', '1;1', '2;1,2'],
].join('\n');

it('a ballot from a file is one, however often the form is sent', async () => {
  const ctx = { ...(await test.asPerson('moderator')), formDigest: () => Promise.resolve('one form') };
  const input = importPbSchema.parse(area);
  const before = await read().ballot.count();
  const imported = await Promise.all(
    Array.from({ length: 5 }, () => importPb(ctx, input, new TextEncoder().encode(pb))),
  );
  expect(new Set(imported.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(imported[0]).toHaveProperty('id');
  expect((await read().ballot.count()) - before).toBe(1);
});
