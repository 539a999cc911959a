import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feedbackInput } from '../factories/feedback';
import { makeOrganisation } from '../factories/organisations';
import { communityId, makePerson, makeProposal, proposalInput } from '../factories/proposals';
import { activity } from '../factories/volunteering';
import { makeOffices } from '../factories/work-orders';
import { testContext } from '../setup/context';
import type { TestContext } from '../setup/context';
import { runJobs } from '../setup/jobs';
import { editComment, postComment } from '~/domains/deliberation/index.server';
import { submitFeedback } from '~/domains/feedback/submit-feedback.server';
import { decideQueueItem } from '~/domains/insights/decide-queue-item.server';
import { decideUnasked } from '~/domains/insights/decide-unasked.server';
import {
  appeal,
  appealSanction,
  barredAppeals,
  imposeSanction,
  loggedDecision,
  moderationLog,
  reportContent,
  sanctionPage,
} from '~/domains/moderation/index.server';
import { endDueSanctions } from '~/domains/moderation/sanctions/end-sanction.server';
import type { SanctionLevel } from '~/domains/moderation/sanctions/rules';
import { inboxPage } from '~/domains/notifications/index.server';
import { endorseProposal } from '~/domains/proposals/endorsing/endorse-proposal.server';
import { saveProposal } from '~/domains/proposals/save-proposal.server';
import { editOpportunity } from '~/domains/volunteering/activities/edit-opportunity.server';
import { draftOpportunity, moveDraft } from '~/domains/volunteering/activities/keep-draft.server';
import { publishOpportunity } from '~/domains/volunteering/opportunity.server';

let test: TestContext;
let proposalId = '';
let opportunityId = '';
beforeAll(async () => {
  test = await testContext();
  await makeOffices(test);
  for (const who of ['author', 'neighbour', 'writer', 'once']) await makePerson(test, who);
  await makePerson(test, 'city-administrator', { role: 'administrator', areaId: '4210' });
  await makePerson(test, 'elsewhere', { role: 'moderator', areaId: '43' });
  proposalId = await makeProposal(test, 'author');
  await makeOrganisation(test, { id: 'helpers', members: { author: 'representative' } });
  opportunityId = await publishOpportunity(await test.asPerson('author', 'helpers'), activity);
});
afterAll(() => test.dispose());

async function comment(who: string, body: string): Promise<string> {
  return postComment(await test.asPerson(who), {
    ...{ subjectKind: 'proposal', subjectId: proposalId, areaId: communityId, title: proposalInput.title },
    ...{ body, parentId: '', stance: undefined, mentionedIds: [], authorIds: [], quote: '' },
  } as never);
}

async function hidden(who: string, body: string) {
  const subjectId = await comment(who, body);
  const thing = { subjectKind: 'comment', subjectId };
  await decideUnasked(await test.asPerson('moderator'), {
    ...thing,
    hide: true,
    reason: '辱骂',
    ground: 'insult',
  });
  return thing;
}

async function sanctioned(who: string, level: SanctionLevel, days = 3) {
  const thing = await hidden(who, `你们都是骗子 ${who} ${level}`);
  return imposeSanction(await test.asPerson('moderator'), { ...thing, level, days, reason: '多次辱骂邻居' });
}

const queued = async (subjectId: string) =>
  test.database.read.queueItem.findFirstOrThrow({
    where: { subjectId, kind: 'sanction-appeal', state: 'open' },
  });

describe('who may not post', () => {
  it('is told why and until when, and is refused wherever their words would be read by others', async () => {
    const before = await comment('author', '以前的评论');
    const id = await sanctioned('author', 'no-posting-for');
    await runJobs(test);
    // Two notices of one instant have no order.
    const { items } = await inboxPage(await test.asPerson('author'), 'author');
    const told = items.find(({ path }) => path === `/moderation/sanctions/${id}`);
    expect(told?.details.join()).toContain('多次辱骂邻居');
    const author = await test.asPerson('author');
    const refused = { code: 'forbidden', reason: 'moderation.may-not-post' };
    await expect(comment('author', '再说一句')).rejects.toMatchObject(refused);
    await expect(editComment(author, { commentId: before, body: '改一下' })).rejects.toMatchObject(refused);
    const edited = { input: { ...proposalInput, title: '改过的标题' }, pictureIds: [] };
    await expect(saveProposal(author, proposalId, edited)).rejects.toMatchObject(refused);
  });

  it('changes no activity of an organisation either, not its text alone', async () => {
    const organiser = await test.asPerson('author', 'helpers');
    const refused = { code: 'forbidden', reason: 'moderation.may-not-post' };
    await expect(publishOpportunity(organiser, activity)).rejects.toMatchObject(refused);
    for (const change of [{ body: '你们都是骗子' }, { title: '骗子的活动' }, { questions: ['你是骗子吗？'] }])
      await expect(
        editOpportunity(organiser, opportunityId, { ...activity, ...change }),
      ).rejects.toMatchObject(refused);
    const draft = await draftOpportunity(organiser, activity);
    await expect(moveDraft(organiser, draft, 'publish')).rejects.toMatchObject(refused);
  });

  it('votes, endorses, files feedback, reports and appeals as before', async () => {
    const other = await makeProposal(test, 'neighbour');
    const author = await test.asPerson('author');
    await endorseProposal(author, other);
    await submitFeedback(author, { ...feedbackInput, title: '仍然可以提诉求' }, []);
    await reportContent(author, {
      ...{
        subjectKind: 'proposal',
        subjectId: other,
        areaId: communityId,
        title: '',
        ground: 'other',
        words: '',
      },
    });
    const hiding = await test.database.read.queueItem.findFirstOrThrow({
      where: { concernedId: 'author', decision: 'hidden' },
    });
    await appeal(author, {
      subjectKind: 'comment',
      subjectId: hiding.subjectId,
      words: '我没有骂人，请再看看。',
    });
  });

  it('posts again when the term is over, whether or not the job has come', async () => {
    test.clock.advance(3 * 24 * 3600_000 + 1);
    await comment('author', '期满后可以说话');
    expect(await endDueSanctions(test.as('system'))).toBe(1);
    expect(await endDueSanctions(test.as('system'))).toBe(0);
    await runJobs(test);
    expect(await test.database.read.notification.count({ where: { type: 'sanction.expired' } })).toBe(1);
  });

  it('is not kept from it by a warning', async () => {
    await sanctioned('once', 'warning');
    await comment('once', '被警告后仍可发言');
  });
});

describe('a sanction', () => {
  it('is given once for a hidden thing, by a moderator of the area, and never to oneself or an officer', async () => {
    const thing = await hidden('writer', '骂人的话');
    const given = { ...thing, level: 'warning', days: 0, reason: '辱骂邻居' } as const;
    for (const who of ['neighbour', 'elsewhere'])
      await expect(imposeSanction(await test.asPerson(who), given)).rejects.toMatchObject({
        reason: 'not-moderator',
      });
    await imposeSanction(await test.asPerson('moderator'), given);
    await expect(imposeSanction(await test.asPerson('moderator'), given)).rejects.toMatchObject({
      reason: 'moderation.sanction-stands',
    });
    await makePerson(test, 'officer', { role: 'moderator', areaId: communityId });
    const own = await hidden('officer', '审核员骂人');
    await expect(
      imposeSanction(await test.asPerson('moderator'), { ...given, ...own }),
    ).rejects.toMatchObject({ reason: 'moderation.holds-office' });
    await test.database.transaction((tx) =>
      tx.prisma.roleHeld.deleteMany({ where: { personId: 'officer' } }),
    );
  });

  it('is answered by somebody who did not decide: the administrator above, where no other moderates', async () => {
    await test.database.transaction((tx) => tx.prisma.roleHeld.deleteMany({ where: { personId: 'mayor' } }));
    const id = await sanctioned('neighbour', 'no-posting-until-lifted');
    await appealSanction(await test.asPerson('neighbour'), { id, words: '只是语气重了一些，请再看。' });
    await runJobs(test);
    const told = await test.database.read.notification.findMany({
      where: { type: 'appeal.filed', data: { contains: id } },
    });
    expect(told.map(({ personId }) => personId)).toEqual(['city-administrator']);
    const verdict = { id: (await queued(id)).id, approve: true, reason: '确实只是语气重' };
    const waiting = [await test.database.read.queueItem.findUniqueOrThrow({ where: { id: verdict.id } })];
    expect(await barredAppeals(await test.asPerson('moderator'), waiting)).toEqual({
      [verdict.id]: 'moderation.own-decision',
    });
    expect(await barredAppeals(await test.asPerson('city-administrator'), waiting)).toEqual({});
    await expect(decideQueueItem(await test.asPerson('moderator'), verdict)).rejects.toMatchObject({
      reason: 'moderation.own-decision',
    });
    await decideQueueItem(await test.asPerson('city-administrator'), verdict);
    await comment('neighbour', '申诉成立后可以发言');
    const page = await sanctionPage(await test.asPerson('neighbour'), id);
    expect(page).toMatchObject({ stands: false, endedAs: 'lifted', appeal: { decision: 'lifted' } });
  });

  it('lapses where nobody answers the appeal in time', async () => {
    const id = await sanctioned('neighbour', 'no-posting-until-lifted');
    await appealSanction(await test.asPerson('neighbour'), { id, words: '请另一位审核员看看。' });
    expect(await endDueSanctions(test.as('system'))).toBe(0);
    test.clock.advance(11 * 24 * 3600_000);
    expect(await endDueSanctions(test.as('system'))).toBe(1);
    await comment('neighbour', '无人答复后可以发言');
    expect((await sanctionPage(await test.asPerson('neighbour'), id)).endedAs).toBe('lapsed');
  });

  // The hidden comment shows its author: a sanction that stands at the same minute in the log would name who has it.
  it('stands in the public log neither by itself nor as an appeal, and has no page there', async () => {
    const kinds = ['sanction', 'sanction-appeal'];
    const rows = await test.database.read.queueItem.findMany({ where: { kind: { in: kinds } } });
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(kinds));
    for (const who of ['visitor', 'moderator']) {
      const ctx = who === 'visitor' ? test.as('visitor') : await test.asPerson(who);
      const { items } = await moderationLog(ctx, undefined);
      expect(items.length).toBeGreaterThan(0);
      expect(
        items.filter(({ kind, subjectKind }) => kinds.includes(kind) || subjectKind === 'sanction'),
      ).toEqual([]);
      for (const { id } of rows)
        await expect(loggedDecision(ctx, id)).rejects.toMatchObject({ code: 'not-found' });
    }
  });
});
