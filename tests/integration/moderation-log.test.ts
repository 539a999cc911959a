import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { communityId, makePerson, makeProposal } from '../factories/proposals';
import { makeFeedback } from '../factories/feedback';
import { makeOffices, makeOrder } from '../factories/work-orders';
import { testContext } from '../setup/context';
import type { TestContext } from '../setup/context';
import { decideFeedback } from '~/domains/feedback/decide-feedback.server';
import { withdrawFeedback } from '~/domains/feedback/withdraw-feedback.server';
import { decideUnasked } from '~/domains/insights/decide-unasked.server';
import { grounds, groundsInWords, groundOf, queueDecisions } from '~/domains/moderation/grounds';
import { loggedDecision, moderationLog, reportContent } from '~/domains/moderation/index.server';
import { decideQueueItem } from '~/domains/insights/decide-queue-item.server';
import { subjects } from '~/domains/subjects';
import { hasKey } from '~/i18n/catalogue';
import { moderation } from '~/i18n/moderation';
import { moderationLog as words } from '~/i18n/moderation-log';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeOffices(test);
  for (const who of ['author', 'reporter']) await makePerson(test, who);
});
afterAll(() => test.dispose());

const newest = async () => (await moderationLog(test.as('visitor'), undefined)).items[0];

describe('the words of the log', () => {
  it('name every kind of matter, everything that it can come to, and every ground', () => {
    const kinds = [...subjects.flatMap(({ queueKinds = [] }) => queueKinds), 'unasked', 'merge', 'unmerge'];
    expect(kinds.filter((kind) => !hasKey(moderation, `kind.${kind}`))).toEqual([]);
    expect(queueDecisions.filter((decision) => !hasKey(words, `decision.${decision}`))).toEqual([]);
    expect(grounds.filter((ground) => !hasKey(words, `ground.${ground}`))).toEqual([]);
  });

  it('have a ground for what was decided before grounds were written down', () => {
    for (const decision of queueDecisions) expect(grounds).toContain(groundOf({ ground: null, decision }));
  });
});

/** Events by which somebody with an office decides on what others said or asked for. */
const deciding =
  /[.](hidden|kept|refused|declined|adopted|dismissed|upheld|removed|revoked|granted|cancelled|verified|confirmed)$/;

/** Where no reason is said, and why none is missing. */
const withoutReason: Record<string, string> = {
  'report.upheld': 'the reason is said to whose words they were; reporters hear the outcome',
  'report.dismissed': 'as above',
};

describe('events that decide', () => {
  it('of moderation all say why, or stand here with what says it instead', () => {
    const asked = subjects
      .filter(({ name }) => name === 'moderation')
      .flatMap(({ events }) => Object.entries(events))
      .filter(([type]) => deciding.test(type));
    expect(asked.length).toBeGreaterThan(4);
    const silent = asked.filter(
      ([, { said }]) => said.safeParse({ title: '', reason: '' }).success || !sayable(said),
    );
    expect(silent.map(([type]) => type).sort()).toEqual(Object.keys(withoutReason).sort());
  });
});

const sayable = (said: { safeParse: (data: unknown) => { success: boolean } }) =>
  said.safeParse({ title: '', reason: '', ground: 'other' }).success;

describe('each decision', () => {
  it('on feedback says its words, a withdrawal that the asker withdrew', async () => {
    const id = await makeFeedback(test, 'author', { title: '楼道的灯坏了' });
    await decideFeedback(await test.asPerson('moderator'), id, {
      ...{ act: 'answer', words: '已经联系电工，周三来修。' },
    });
    expect(await newest()).toMatchObject({
      ...{ kind: 'feedback', decision: 'answered', ground: 'in-words', reason: '已经联系电工，周三来修。' },
      matter: { kind: 'feedback', id },
    });
    const other = await makeFeedback(test, 'author', { title: '重复的诉求，请忽略' });
    await withdrawFeedback(await test.asPerson('author'), other);
    expect(await newest()).toMatchObject({ decision: 'withdrawn', ground: 'asker-withdrew' });
  });

  it('by an order leads to the order', async () => {
    const orderId = await makeOrder(test);
    const { items } = await moderationLog(test.as('visitor'), undefined);
    const taken = items.find(({ ground }) => ground === 'taken-up');
    expect(taken).toMatchObject({ decision: 'dispatched', cause: { kind: 'work-order', id: orderId } });
  });

  it('by which something is hidden names the rule, also to who may not read what it is about', async () => {
    const id = await makeProposal(test, 'author');
    const report = { subjectKind: 'proposal', subjectId: id, areaId: communityId, title: '举报' };
    await reportContent(await test.asPerson('reporter'), { ...report, ground: 'private', words: '' });
    const item = await test.database.read.queueItem.findFirstOrThrow({
      where: { subjectId: id, kind: 'report' },
    });
    const verdict = { id: item.id, approve: true, reason: '有一位居民的电话' };
    await decideQueueItem(await test.asPerson('moderator'), verdict);
    const logged = await loggedDecision(test.as('visitor'), item.id);
    expect(logged).toMatchObject({
      ...{ kind: 'report', subjectKind: 'proposal', decision: 'hidden', ground: 'private' },
      ...{ reason: null, withheld: true, matter: null },
    });
    await decideUnasked(await test.asPerson('moderator'), {
      ...{ subjectKind: 'proposal', subjectId: id, hide: false, reason: '电话已经删去' },
    });
    expect(await newest()).toMatchObject({ kind: 'unasked', decision: 'shown-again', ground: 'second-look' });
    await decideUnasked(await test.asPerson('moderator'), {
      ...{ subjectKind: 'proposal', subjectId: id, hide: true, reason: '是一则广告', ground: 'advertising' },
    });
    expect(await newest()).toMatchObject({ decision: 'hidden', ground: 'advertising' });
  });

  it('that stands in the log has a ground, and words where its ground is told in words', async () => {
    const rows = await test.database.read.queueItem.findMany({ where: { decidedAt: { not: null } } });
    expect(rows.length).toBeGreaterThan(4);
    for (const { ground, reason } of rows) {
      expect(grounds).toContain(ground);
      if (groundsInWords.some((known) => known === ground)) expect(reason).not.toBeNull();
    }
  });
});
