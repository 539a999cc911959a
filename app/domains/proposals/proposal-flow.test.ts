import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  communityId,
  makeAreas,
  makePerson,
  makeProposal,
  proposalInput,
} from '../../../tests/factories/proposals';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import { expireProposals, flagLateReviews } from './along-the-line.server';
import { answerProposal } from './answer-proposal.server';
import { endorseProposal, withdrawEndorsement } from './endorsing/endorse-proposal.server';
import { listProposals } from './lists/proposal-list.query.server';
import { proposalPage, proposalVersions } from './proposal-page.query.server';
import { createDraft, saveProposal } from './save-proposal.server';

let test: TestContext;
const neighbours = ['neighbour-1', 'neighbour-2', 'neighbour-3', 'neighbour-4'];

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'author');
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  for (const id of neighbours) await makePerson(test, id);
});
afterAll(() => test.dispose());

const stateOf = async (id: string) =>
  (await test.database.read.proposal.findUniqueOrThrow({ where: { id } })).state;

describe('endorsing', () => {
  it('counts each person once and moves on at the threshold, at once or together', async () => {
    const id = await makeProposal(test, 'author');
    const first = await test.asPerson('neighbour-1');
    await endorseProposal(first, id);
    await endorseProposal(first, id);
    expect((await proposalPage(first, id)).proposal.endorsementCount).toBe(1);
    const others = await Promise.all(['neighbour-2', 'neighbour-3'].map((person) => test.asPerson(person)));
    await Promise.all(others.map((ctx) => endorseProposal(ctx, id)));
    expect(await stateOf(id)).toBe('review');
    expect(
      await test.database.read.queueItem.count({ where: { subjectId: id, kind: 'threshold-reached' } }),
    ).toBe(1);
    await expect(endorseProposal(await test.asPerson('neighbour-4'), id)).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('can be taken back while it is gathered, and then given again', async () => {
    const id = await makeProposal(test, 'author');
    const ctx = await test.asPerson('neighbour-1');
    await endorseProposal(ctx, id);
    await withdrawEndorsement(ctx, id);
    await withdrawEndorsement(ctx, id);
    expect((await proposalPage(ctx, id)).proposal.endorsementCount).toBe(0);
  });
});

describe('the text', () => {
  it('stays a draft that nobody else reads', async () => {
    const id = await createDraft(await test.asPerson('author'), proposalInput, []);
    await expect(proposalPage(test.as('visitor'), id)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('keeps a version for each change after publishing, and refuses areas that do not exist', async () => {
    const id = await makeProposal(test, 'author');
    const ctx = await test.asPerson('author');
    const body = `${proposalInput.body}费用从社区公益金里出。`;
    await saveProposal(ctx, id, { input: { ...proposalInput, body }, pictureIds: [] });
    expect((await proposalVersions(test.as('visitor'), id)).versions.map((row) => row.version)).toEqual([
      2, 1,
    ]);
    const elsewhere = { input: { ...proposalInput, areaId: '999999' }, pictureIds: [] };
    await expect(saveProposal(ctx, id, elsewhere)).rejects.toMatchObject({
      code: 'invalid',
      field: 'areaId',
    });
  });
});

describe('the official answer', () => {
  it('adopts once, and tells why when it declines', async () => {
    const moderator = await test.asPerson('moderator');
    const id = await makeProposal(test, 'author');
    await answerProposal(moderator, id, { decision: 'adopt', answer: '列入今年的实事清单。' });
    expect(await stateOf(id)).toBe('adopted');
    const again = answerProposal(moderator, id, { decision: 'decline', answer: '预算不足，明年再议。' });
    await expect(again).rejects.toMatchObject({ code: 'wrong-state' });
    expect((await proposalPage(moderator, id)).proposal.officialAnswer).toBe('列入今年的实事清单。');
  });
});

describe('deadlines', () => {
  it('end the gathering, and call out a late review once', async () => {
    const gathering = await makeProposal(test, 'author');
    const review = await makeProposal(test, 'author');
    for (const person of neighbours.slice(0, 3)) await endorseProposal(await test.asPerson(person), review);
    const before = test.clock.now();
    test.clock.set(new Date(before.getTime() + 61 * 24 * 3600_000));
    await expireProposals(test.as('system'));
    await flagLateReviews(test.as('system'));
    await flagLateReviews(test.as('system'));
    test.clock.set(before);
    expect(await stateOf(gathering)).toBe('expired');
    expect(await test.database.read.queueItem.count({ where: { subjectId: review, kind: 'overdue' } })).toBe(
      1,
    );
  });
});

describe('the list', () => {
  it('walks every sorting page by page without repeating or losing one', async () => {
    for (let at = 0; at < 25; at += 1) await makeProposal(test, 'author', { title: `路灯改造提案第${at}号` });
    for (const sort of ['newest', 'endorsed', 'deadline'] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listProposals(test.as('visitor'), {
          areaId: communityId,
          state: 'gathering',
          sort,
          cursor,
        });
        seen.push(...page.items.map((item) => item.id));
        cursor = page.next ?? undefined;
      } while (cursor);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.length).toBe(await test.database.read.proposal.count({ where: { state: 'gathering' } }));
    }
  });

  it('finds by words within an area, and shows no drafts', async () => {
    const id = await makeProposal(test, 'author', { title: '建设口袋公园和健身步道' });
    const found = await listProposals(test.as('visitor'), { query: '口袋公园', areaId: '421002' });
    expect(found.items.map((item) => item.id)).toEqual([id]);
    expect((await listProposals(test.as('visitor'), { query: '口袋公园', areaId: '421003' })).items).toEqual(
      [],
    );
    expect((await listProposals(test.as('visitor'), { state: 'draft' })).items).toEqual([]);
    expect(
      (await listProposals(test.as('visitor'), { sort: 'endorsed', cursor: 'nonsense' })).items.length,
    ).toBeGreaterThan(0);
  });
});
