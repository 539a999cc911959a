import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { communityId, makePerson, makeProposal, proposalInput } from '../../factories/proposals';
import { makeOffices } from '../../factories/work-orders';
import type { TestContext } from '../../setup/context';
import { runJobs } from '../../setup/jobs';
import { contextOfPortal, postForm, signedInCookie } from '../../setup/posting-people';
import { testPortal } from '../../setup/portal';
import type { TestPortal } from '../../setup/portal';
import { wholeBuild } from '../../setup/whole-build';
import { postComment } from '~/domains/deliberation/index.server';
import { endDueSanctions } from '~/domains/moderation/sanctions/end-sanction.server';

let portal: TestPortal;
let test: TestContext;
let proposalId = '';
const cookies = new Map([['visitor', '']]);
beforeAll(async () => {
  portal = await testPortal(await wholeBuild(), { RATE_LIMITS: 'false' });
  test = contextOfPortal(portal);
  await makeOffices(test);
  for (const who of ['author', 'writer', 'poster', 'warned', 'neighbour']) await makePerson(test, who);
  await makePerson(test, 'second', { role: 'moderator', areaId: communityId });
  proposalId = await makeProposal(test, 'neighbour');
}, 120_000);
afterAll(() => portal.dispose());

async function cookieOf(who: string): Promise<string> {
  const cookie = cookies.get(who) ?? (await signedInCookie(portal, who));
  cookies.set(who, cookie);
  return cookie;
}
const ask = async (who: string, path: string) =>
  portal.ask(path, { headers: { Cookie: await cookieOf(who) } });
const page = async (who: string, path: string) => (await ask(who, path)).text();
const post = async (who: string, path: string, form: Record<string, string>) =>
  postForm(portal, { cookie: await cookieOf(who), path, form });

/** A comment that a moderator has hidden; answers the page of that. */
async function hidden(who: string): Promise<string> {
  const id = await postComment(await test.asPerson(who), {
    ...{ subjectKind: 'proposal', subjectId: proposalId, areaId: communityId, title: proposalInput.title },
    ...{ body: `你们都是骗子 ${Math.random()}`, parentId: '', stance: undefined, mentionedIds: [] },
    ...{ authorIds: [], quote: '' },
  } as never);
  const form = {
    intent: 'hide',
    subjectKind: 'comment',
    subjectId: id,
    reason: '辱骂邻居',
    ground: 'insult',
  };
  expect((await post('moderator', `/proposals/${proposalId}`, form)).status).toBe(302);
  return `/moderation/hidden/comment/${id}`;
}

const reason = '一周内第三次辱骂邻居';
async function sanctioned(who: string, level: string, days = ''): Promise<string> {
  const made = await post('moderator', await hidden(who), { intent: 'impose', level, days, reason });
  expect(made.status).toBe(302);
  return made.headers.get('Location') ?? '';
}

describe('the page on which a sanction is given', () => {
  it('offers the levels with what each means, and says what none of them touches', async () => {
    const at = await hidden('author');
    const html = await page('moderator', at);
    for (const words of ['警告', '若干天内不得发言', '解除前不得发言', '不影响投票、附议', '180 天后失效'])
      expect(html).toContain(words);
    expect(html).toContain('这位作者以前没有被采取过措施。');
    // The author sees why the words are hidden, and no form for anybody's sanction.
    expect(await page('author', at)).not.toContain('value="no-posting-for"');
  });

  it('refuses what is not said, at its field, and keeps what was typed', async () => {
    const at = await hidden('author');
    for (const [form, words] of [
      [{ level: 'no-posting-for', days: '', reason }, '请写明天数'],
      [{ level: 'no-posting-for', days: '91', reason }, '91'],
      [{ level: 'no-posting-for', days: '三', reason }, '三'],
      [{ level: 'warning', days: '', reason: '骂' }, '骂'],
      [{ level: 'for-ever', days: '', reason }, reason],
    ] as const) {
      const refused = await post('moderator', at, { intent: 'impose', ...form });
      expect(refused.status).toBe(400);
      const html = await refused.text();
      expect(html).toContain(words);
      expect(html).toMatch(/aria-invalid="true"|role="alert"/);
    }
    expect((await post('author', at, { intent: 'impose', level: 'warning', days: '', reason })).status).toBe(
      403,
    );
    expect(await test.database.read.sanction.count()).toBe(0);
  });
});

describe('the page of a sanction', () => {
  it('says level, rule, reason, area, since when and until when; to the person and moderators alone', async () => {
    const at = await sanctioned('author', 'no-posting-for', '7');
    for (const who of ['author', 'moderator', 'second']) {
      const html = await page(who, at);
      for (const words of ['若干天内不得发言', '生效中', '辱骂或人身攻击', reason, '青石社区', '申诉期限'])
        expect(html, who).toContain(words);
    }
    expect((await ask('neighbour', at)).status).toBe(403);
    expect((await ask('visitor', at)).headers.get('Location')).toMatch(/^\/sign-in/);
    expect((await ask('author', '/moderation/sanctions/none')).status).toBe(404);
    await runJobs(test);
    expect(await page('author', '/inbox')).toContain(at);
    expect(await page('author', '/account')).toContain(at);
    // Another moderator sees at the next hiding what was given before.
    expect(await page('second', await hidden('writer'))).toContain('以前没有被采取过措施');
  });

  it('keeps the person from posting, with the page named, until its term is over', async () => {
    const at = await sanctioned('poster', 'no-posting-for', '2');
    const comment = { intent: 'comment', body: '再说一句', parentId: '', stance: '' };
    const refused = await post('poster', `/proposals/${proposalId}`, comment);
    expect(refused.status).toBe(403);
    await test.database.transaction((tx) =>
      tx.prisma.sanction.updateMany({
        where: { personId: 'poster' },
        data: { endsAt: new Date(Date.now() - 1000) },
      }),
    );
    expect(await page('poster', at)).toContain('已到期');
    expect(await endDueSanctions(test.as('system'))).toBe(1);
    expect((await post('poster', `/proposals/${proposalId}`, comment)).status).toBe(302);
    expect((await post('moderator', at, { intent: 'lift', reason: '提前解除' })).status).toBe(403);
  });

  it('takes an appeal once, which another moderator answers', async () => {
    const at = await sanctioned('writer', 'no-posting-until-lifted');
    expect(await page('writer', at)).toContain('解除之前');
    expect((await post('writer', at, { intent: 'appeal', words: '不' })).status).toBe(400);
    expect(
      (await post('neighbour', at, { intent: 'appeal', words: '我替他申诉一下，请再看看这件事。' })).status,
    ).toBe(403);
    const words = '只是语气重了一些，请再看一遍。';
    expect((await post('writer', at, { intent: 'appeal', words })).status).toBe(302);
    const waiting = await page('writer', at);
    expect(waiting).toContain('等待另一位审核员答复');
    expect(waiting).toContain('最迟答复');
    expect(waiting).not.toContain('name="words"');
    const item = await test.database.read.queueItem.findFirstOrThrow({
      where: { kind: 'sanction-appeal', state: 'open' },
    });
    const decide = { items: item.id, decision: 'approve', reason: '语气确实不重' };
    await post('moderator', '/moderation', decide);
    expect(await page('writer', at)).toContain('等待另一位审核员答复');
    expect((await post('second', '/moderation', decide)).status).toBe(302);
    const answered = await page('writer', at);
    for (const said of ['申诉成立，已解除', '语气确实不重', '已解除']) expect(answered).toContain(said);
  });

  it('is lifted by a moderator with a reason that the person reads', async () => {
    const at = await sanctioned('warned', 'warning');
    expect(await page('warned', at)).not.toContain('value="lift"');
    expect((await post('warned', at, { intent: 'lift', reason: '自己解除' })).status).toBe(403);
    expect((await post('second', at, { intent: 'lift', reason: '' })).status).toBe(400);
    expect((await post('second', at, { intent: 'lift', reason: '已经道歉' })).status).toBe(302);
    for (const said of ['已解除', '已经道歉']) expect(await page('warned', at)).toContain(said);
  });
});
