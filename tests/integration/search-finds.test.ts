import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFeedback } from '../factories/feedback';
import { makePerson, makeProposal, proposalInput } from '../factories/proposals';
import { report } from '../factories/reports';
import { makeOffices, makeOrder } from '../factories/work-orders';
import type { TestContext } from '../setup/context';
import { testPortal } from '../setup/portal';
import type { TestPortal } from '../setup/portal';
import { wholeBuild } from '../setup/whole-build';
import type { Actor } from '~/domains/actor';
import { decideReportedFeedback } from '~/domains/feedback/index.server';
import { resolvePerson } from '~/domains/identity/index.server';
import { searchEverything } from '~/domains/insights/search.query.server';
import { decideReportedProposal } from '~/domains/proposals/index.server';
import { listProposals } from '~/domains/proposals/lists/proposal-list.query.server';
import { saveProposal, withdrawProposal } from '~/domains/proposals/save-proposal.server';
import { recurringJobs } from '~/domains/registry.server';
import { contextFor } from '~/http/server/services.server';
import { indexText } from '~/platform/db/search';
import { proposalTexts } from '../../prisma/seed/demo-proposals';

let portal: TestPortal;
let test: TestContext;
/** The demo's proposals by title. */
const demo = new Map<string, string>();

beforeAll(async () => {
  portal = await testPortal(await wholeBuild());
  const { services } = portal;
  const as = (actor: Actor) => contextFor(services, actor, 'zh-CN');
  test = {
    database: services.database,
    clock: services.clock,
    as: (who: 'visitor' | 'system' | Actor) => as(typeof who === 'string' ? { kind: who } : who),
    asPerson: async (id: string) => as(await resolvePerson(services.database, id, null)),
  } as unknown as TestContext;
  await makeOffices(test);
  await makePerson(test, 'author');
  await makePerson(test, 'reader');
  // Half of them: all of them ask the same of the search and take twice as long.
  for (const { title, body } of proposalTexts().slice(0, 40))
    demo.set(title, await makeProposal(test, 'author', { title, body }));
});
afterAll(() => portal.dispose());

const found = async (query: string) =>
  (await searchEverything(test.as('visitor'), query)).map(({ id }) => id);

async function listed(filter: Parameters<typeof listProposals>[1]): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await listProposals(test.as('visitor'), { ...filter, cursor });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  }
  return ids;
}

describe('what stands in a title is found', () => {
  it('by each two and three characters of each title of the demo, in the search and in the list', async () => {
    const missed: string[] = [];
    for (const [title, id] of demo) {
      const characters = [...title];
      for (const length of [2, 3])
        for (let at = 0; at + length <= characters.length; at += 1) {
          const piece = characters.slice(at, at + length).join('');
          if (!(await listed({ query: piece })).includes(id)) missed.push(`${piece} of ${title}`);
          if (at % 3 === 0 && !(await found(piece)).includes(id)) missed.push(`search: ${piece} of ${title}`);
        }
    }
    expect(missed).toEqual([]);
  });

  it('of a work order, too, in traditional characters, other widths, and by several words', async () => {
    const order = await makeOrder(test, { title: '东门外的路灯' });
    for (const query of ['路燈', '東門 路灯', '路灯　东门', '門外'])
      expect([query, (await found(query)).includes(order)]).toEqual([query, true]);
    expect(await found('东门 没有的字')).not.toContain(order);
  });

  it('by words of its text that no dictionary keeps together, and in traditional characters', async () => {
    for (const word of ['灭火', '楼道', '机动车', '充電棚', '盲人提示音'])
      expect([word, (await found(word)).length > 0]).toEqual([word, true]);
    const [title, id] = [...demo][0] ?? [];
    expect(title).toContain('便河西路');
    for (const word of ['便河', '路燈', '信號燈', '灯']) expect(await found(word)).not.toEqual([]);
    expect((await found('信號燈'))[0]).toBe(id);
  });
});

describe('what may not be shown', () => {
  it('is not found, and hides nothing that may be', async () => {
    const title = '健身角的稀有字龘龘';
    const first = await makeProposal(test, 'author', { title });
    const open = await makeFeedback(test, 'author', { title });
    await makeFeedback(test, 'author', { title, isPublic: 'no' });
    for (let at = 0; at < 230; at += 1) {
      const id = await makeProposal(test, 'author', { title });
      await withdrawProposal(await test.asPerson('author'), id, '不再需要');
    }
    expect(await found('龘龘')).toEqual([first, open]);
    expect(await listed({ query: '龘龘', state: 'gathering' })).toEqual([first]);
    for (const sort of ['newest', 'endorsed', 'deadline'] as const)
      expect(await listed({ query: '龘龘', state: 'gathering', sort, areaId: '421002' })).toEqual([first]);
    expect(await listed({ query: '龘龘', state: 'gathering', areaId: '421003' })).toEqual([]);
    const all = await listed({ query: '龘龘' });
    expect([all.length, new Set(all).size]).toEqual([231, 231]);
  });

  it('is found no longer once it is hidden, and again when it is shown', async () => {
    const title = '稀有字靐靐的事';
    const moderator = await test.asPerson('moderator');
    const proposal = await makeProposal(test, 'author', { title });
    const feedback = await makeFeedback(test, 'author', { title });
    await report(test, 'reader', { kind: 'proposal', id: proposal });
    await report(test, 'reader', { kind: 'feedback', id: feedback });
    await decideReportedProposal(moderator, { proposalId: proposal, hide: true, reason: '不实' });
    await decideReportedFeedback(moderator, { feedbackId: feedback, hide: true, reason: '不实' });
    for (const query of ['靐靐', '靐', '字靐靐的']) expect(await found(query)).toEqual([]);
    // Even what was left in the index by mistake is asked for again.
    await test.database.transaction((tx) =>
      indexText(tx, { kind: 'proposal', id: proposal, title, body: '' }),
    );
    expect(await found('靐靐')).toEqual([]);
    expect(await listed({ query: '靐靐' })).toEqual([]);
    await decideReportedProposal(moderator, {
      proposalId: proposal,
      hide: false,
      reason: '属实',
      unasked: true,
    });
    expect(await found('靐靐')).toEqual([proposal]);
  });

  it('is found by the words that it has now', async () => {
    const id = await makeProposal(test, 'author', { title: '稀有字龖龖的事' });
    const input = { ...proposalInput, title: '稀有字鑫鑫的事' };
    await saveProposal(await test.asPerson('author'), id, { input, pictureIds: [] });
    expect(await found('龖龖')).toEqual([]);
    expect(await found('鑫鑫')).toEqual([id]);
  });
});

describe('a portal whose index was emptied by a migration', () => {
  it('is indexed anew once by the job that begins when it starts: what anyone may read, and nothing else', async () => {
    const hidden = await makeFeedback(test, 'author', { title: '补录的机密龘字', isPublic: 'no' });
    const [title, id] = [...demo][0] ?? ['', ''];
    await test.database.transaction(async (tx) => {
      await tx.sql.run('DELETE FROM search_item', []);
      if (tx.engine === 'sqlite') await tx.sql.run('DELETE FROM search_index', []);
    });
    expect(await found('过街信号灯')).toEqual([]);
    // Indexed while the job has not come to it: not twice.
    await test.database.transaction((tx) => indexText(tx, { kind: 'proposal', id, title, body: '' }));
    const job = recurringJobs(test.as('system'))['search.fill'];
    expect(await job?.run()).toBe(true);
    for (const [text, proposal] of demo) expect(await found(text)).toContain(proposal);
    expect(await found('补录的机密')).toEqual([]);
    const indexed = await test.database.sql.all('SELECT 1 FROM search_item WHERE "item_id" = ?', [hidden]);
    expect(indexed).toEqual([]);
    expect(await job?.run()).toBe(false);
  });
});

describe('the page of the search', () => {
  const page = async (query: string, language: string) => {
    const response = await portal.ask(`/search?q=${encodeURIComponent(query)}`, {
      headers: { 'Accept-Language': language },
    });
    return { status: response.status, text: await response.text() };
  };

  it.each([
    ['zh-CN', '没有找到'],
    ['en', 'Nothing found'],
  ])('answers in %s what is found, and says where nothing is', async (language, nothing) => {
    const some = await page('停車', language);
    expect(some.status).toBe(200);
    expect(some.text).toContain(`lang="${language}"`);
    expect(some.text).toContain('停车');
    expect(some.text).not.toContain(nothing);
    const none = await page('彧彧彧', language);
    expect(none.text).toContain(nothing);
    for (const query of ['', '"', '%', "'", '\\', '(', '灯'.repeat(1000), '\u0000', '🚲', 'a AND b NOT', '*'])
      expect([query.slice(0, 9), (await page(query, language)).status]).toEqual([query.slice(0, 9), 200]);
  });
});
