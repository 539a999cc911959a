import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { communityId, makePerson, makeProposal } from '../../factories/proposals';
import { makeOffices } from '../../factories/work-orders';
import type { TestContext } from '../../setup/context';
import { runJobs } from '../../setup/jobs';
import { contextOfPortal, postForm, signedInCookie } from '../../setup/posting-people';
import { testPortal } from '../../setup/portal';
import type { TestPortal } from '../../setup/portal';
import { wholeBuild } from '../../setup/whole-build';

let portal: TestPortal;
let test: TestContext;
const cookies = new Map([['visitor', '']]);
beforeAll(async () => {
  portal = await testPortal(await wholeBuild());
  test = contextOfPortal(portal);
  await makeOffices(test);
  for (const who of ['author', 'ann', 'bob']) await makePerson(test, who);
}, 120_000);
afterAll(() => portal.dispose());

async function cookieOf(who: string): Promise<string> {
  const cookie = cookies.get(who) ?? (await signedInCookie(portal, who));
  cookies.set(who, cookie);
  return cookie;
}

const page = async (who: string, path: string) =>
  (await portal.ask(path, { headers: { Cookie: await cookieOf(who) } })).text();

async function post(who: string, path: string, form: Record<string, string>): Promise<number> {
  return (await postForm(portal, { cookie: await cookieOf(who), path, form })).status;
}

const report = (who: string, id: string, ground: string, words: string) =>
  post(who, `/proposals/${id}`, { intent: 'report', subjectKind: 'proposal', subjectId: id, ground, words });

const waitingReport = async (subjectId: string) =>
  (await test.database.read.queueItem.findFirst({ where: { subjectId, kind: 'report', state: 'open' } }))
    ?.id ?? '';

const unasked = (intent: string, id: string, reason: string) => ({
  ...{ intent, subjectKind: 'proposal', subjectId: id, reason },
});

const told = async (who: string, type: string) => {
  await runJobs(test);
  return test.database.read.notification.count({ where: { personId: who, type } });
};

describe('reports', () => {
  it('of one thing are one row with their number, grounds and words, and each reporter hears the outcome', async () => {
    const id = await makeProposal(test, 'author');
    expect(await report('ann', id, 'insult', '骂了物业')).toBe(302);
    expect(await report('bob', id, 'advertising', '留了广告电话')).toBe(302);
    const queue = await page('moderator', '/moderation');
    expect(queue).toContain('2 人举报：');
    for (const words of ['辱骂或人身攻击 1', '广告 1', '骂了物业', '留了广告电话'])
      expect(queue).toContain(words);
    const items = await waitingReport(id);
    expect(await post('moderator', '/moderation', { items, decision: 'approve', reason: '含人身攻击' })).toBe(
      302,
    );
    for (const who of ['ann', 'bob']) {
      expect(await told(who, 'report.upheld')).toBe(1);
      expect(await page(who, '/inbox')).toContain('您的举报成立');
    }
  });

  it('that were decided are not told again with the next one', async () => {
    const id = await makeProposal(test, 'author');
    const keep = async () =>
      post('moderator', '/moderation', {
        ...{ items: await waitingReport(id), decision: 'refuse', reason: '没有违规' },
      });
    await report('ann', id, 'false', '');
    expect(await keep()).toBe(302);
    await report('bob', id, 'false', '');
    expect(await keep()).toBe(302);
    for (const who of ['ann', 'bob']) expect(await told(who, 'report.dismissed')).toBe(1);
  });
});

describe('what nobody reported', () => {
  it('is hidden and shown again by a moderator with a reason, and both stand in the public log', async () => {
    const id = await makeProposal(test, 'author');
    expect(await page('moderator', `/proposals/${id}`)).toContain('value="hide"');
    expect(await page('ann', `/proposals/${id}`)).not.toContain('value="hide"');
    expect(await post('ann', `/proposals/${id}`, unasked('hide', id, '我不喜欢'))).toBe(403);
    expect(await post('moderator', `/proposals/${id}`, unasked('hide', id, '泄露了邻居的电话'))).toBe(302);
    expect(await post('moderator', `/proposals/${id}`, unasked('hide', id, '再隐藏一次'))).toBe(409);
    expect((await portal.ask(`/proposals/${id}`)).status).toBe(403);
    expect(await told('author', 'content.hidden')).toBeGreaterThan(0);
    expect(await post('moderator', `/proposals/${id}`, unasked('show-again', id, '电话已经删掉'))).toBe(302);
    const log = await page('visitor', '/moderation/log');
    for (const words of ['主动核查', '泄露了邻居的电话', '已恢复显示', '电话已经删掉', `/proposals/${id}`])
      expect(log).toContain(words);
  });
});

describe('an appeal', () => {
  const hidden = async () => {
    const id = await makeProposal(test, 'author');
    expect(await post('moderator', `/proposals/${id}`, unasked('hide', id, '泄露了邻居的电话'))).toBe(302);
    return { id, path: `/moderation/hidden/proposal/${id}` };
  };
  const words = '电话是居委会自己公布的。';
  const queued = async (subjectId: string) =>
    (await test.database.read.queueItem.findFirst({ where: { subjectId, kind: 'appeal', state: 'open' } }))
      ?.id ?? '';
  const decide = async (who: string, id: string, decision: string) =>
    post(who, '/moderation', { items: await queued(id), decision, reason: '再看了一遍' });

  beforeAll(async () => {
    await makePerson(test, 'other-moderator', { role: 'moderator', areaId: communityId });
    await makePerson(test, 'district-moderator', { role: 'moderator', areaId: '421002' });
  });

  it('is filed by whose words were hidden alone, once, and says until when it is answered', async () => {
    const { id, path } = await hidden();
    expect(await page('author', `/proposals/${id}`)).toContain(path);
    const before = await page('author', path);
    for (const said of ['泄露了邻居的电话', '申诉期限', '10 天内答复']) expect(before).toContain(said);
    expect(await post('ann', path, { words })).toBe(403);
    expect(await post('moderator', path, { words })).toBe(403);
    expect(await post('author', path, { words: '短' })).toBe(400);
    expect(await post('author', path, { words })).toBe(302);
    expect(await post('author', path, { words: `${words}再说一次。` })).toBe(403);
    const after = await page('author', path);
    for (const said of [words, '最迟答复', '等待另一位审核员答复']) expect(after).toContain(said);
    expect((await portal.ask(path, { headers: { Cookie: await cookieOf('ann') } })).status).toBe(403);
  });

  it('is decided by a moderator who did not decide; upheld, it shows the words again', async () => {
    const { id, path } = await hidden();
    await post('author', path, { words });
    expect(await told('other-moderator', 'appeal.filed')).toBeGreaterThan(0);
    expect(await told('moderator', 'appeal.filed')).toBe(0);
    expect(await decide('moderator', id, 'approve')).toBe(403);
    expect(await page('other-moderator', '/moderation?kind=appeal')).toContain(path);
    expect(await decide('other-moderator', id, 'approve')).toBe(302);
    expect((await portal.ask(`/proposals/${id}`)).status).toBe(200);
    const answered = await page('author', path);
    for (const said of ['已经恢复显示', '再看了一遍']) expect(answered).toContain(said);
    expect(await page('visitor', '/moderation/log')).toContain('申诉');
  });

  it('goes to the level above where nobody else moderates, and dismissed it leaves the words hidden', async () => {
    const id = await makeProposal(test, 'author');
    expect(await post('other-moderator', `/proposals/${id}`, unasked('hide', id, '含有广告内容'))).toBe(302);
    await test.database.transaction((tx) => tx.prisma.notification.deleteMany({}));
    await test.database.transaction((tx) =>
      tx.prisma.roleHeld.deleteMany({ where: { personId: 'moderator' } }),
    );
    await post('author', `/moderation/hidden/proposal/${id}`, { words });
    expect(await told('district-moderator', 'appeal.filed')).toBe(1);
    expect(await decide('district-moderator', id, 'refuse')).toBe(302);
    expect((await portal.ask(`/proposals/${id}`)).status).toBe(403);
    expect(await told('author', 'appeal.dismissed')).toBe(1);
    const answered = await page('author', `/moderation/hidden/proposal/${id}`);
    for (const said of ['维持原决定', '再看了一遍']) expect(answered).toContain(said);
  });
});
