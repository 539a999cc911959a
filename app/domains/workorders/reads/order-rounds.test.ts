import { afterAll, beforeAll, expect, it } from 'vitest';
import { feedbackInput } from '../../../../tests/factories/feedback';
import { act, answer, makeOffices, makeOrder, stateOf } from '../../../../tests/factories/work-orders';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import type { Context } from '../../context';
import { submitFeedback } from '../../feedback/submit-feedback.server';
import { lineOfFeedback } from '../../insights/line-of-matter.query.server';
import { timelineOf } from '../../ledger/index.server';
import { factsOfOrders } from './order-facts.query.server';
import { mergeOrders, mergeQuestion } from '../steps/merge-orders.server';
import { answerCallBack } from '../steps/call-back.server';
import { stepWorkOrder } from '../steps/work-on-order.server';
import { workOrderPage } from './work-order.query.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeOffices(test);
});
afterAll(() => test.dispose());

const first = '11 月 28 日已更换新井盖，周边地面一并修补。';
const second = '再次更换加厚井盖，并加装防盗链，现场复核无误。';

async function picture(id: string, uploadedBy = 'water-clerk'): Promise<string> {
  await test.database.transaction((tx) =>
    tx.prisma.storedFile.create({
      data: {
        id,
        contentHash: id,
        mediaType: 'image/webp',
        bytes: 1,
        uploadedBy,
        createdAt: test.clock.now(),
      },
    }),
  );
  return id;
}

async function finish(id: string, report: string, after: string): Promise<void> {
  await act(test, 'water-clerk', { id, act: 'accept' });
  test.clock.set(new Date(test.clock.now().getTime() + 1000));
  const { version } = await stateOf(test, id);
  const pictures = { before: [], after: [await picture(after)] };
  const step = { act: 'finish', version, report, measures: '更换井盖' } as const;
  await stepWorkOrder(await test.asPerson('water-clerk'), id, { ...step, pictures });
}

it('keeps both reports, with words and pictures, and both rounds of answers of an order that was reopened', async () => {
  const id = await makeOrder(test);
  await finish(id, first, 'picture-1');
  await answerCallBack(await test.asPerson('asker'), id, { solved: false, rating: 2, words: '井盖还是松的' });
  await finish(id, second, 'picture-2');
  await answer(test, id, true);

  const { rounds } = await workOrderPage(test.as('visitor'), id);
  expect(rounds.map(({ report }) => report?.html)).toEqual([
    expect.stringContaining('已更换新井盖'),
    expect.stringContaining('再次更换'),
  ]);
  expect(rounds.map(({ report }) => report?.pictures.after.map((one) => one.id))).toEqual([
    ['picture-1'],
    ['picture-2'],
  ]);
  expect(rounds.map(({ report }) => report?.department)).toEqual(['water', 'water']);
  expect(rounds.map(({ callBack }) => [callBack?.solved, callBack?.unsolved, callBack?.rating])).toEqual([
    [0, 1, 2],
    [1, 0, 5],
  ]);

  const { links } = await workOrderPage(test.as('visitor'), id);
  const line = await lineOfFeedback(test.as('visitor'), links[0]?.id ?? '');
  expect(line.rounds[id]?.map(({ round }) => round)).toEqual([1, 2]);
  const { events } = await timelineOf(test.as('visitor'), [{ kind: 'work-order', id }]);
  const history = events.flatMap((entry) => entry.details);
  for (const report of [first, second]) expect(history.join('\n')).toContain(report);
});

it('shows the pictures of those who asked to whoever may read the matter', async () => {
  const uploaded = await picture('of-asker', 'asker');
  const secret = await picture('of-asker-secret', 'asker');
  const submit = async (fileId: string, isPublic: 'yes' | 'no') => {
    const subjectId = await submitFeedback(await test.asPerson('asker'), { ...feedbackInput, isPublic }, [
      fileId,
    ]);
    return makeOrder(test, { subjectId, title: '更换井盖', description: '请现场处理。' });
  };
  const shownTo = async (ctx: Context, id: string) =>
    (await workOrderPage(ctx, id)).links.flatMap((link) => link.pictures.map((one) => one.id));
  const open = await submit(uploaded, 'yes');
  const closed = await submit(secret, 'no');
  const clerk = await test.asPerson('water-clerk');
  expect([await shownTo(clerk, open), await shownTo(test.as('visitor'), open)]).toEqual([
    [uploaded],
    [uploaded],
  ]);
  expect([await shownTo(clerk, closed), await shownTo(test.as('visitor'), closed)]).toEqual([[secret], []]);
});

it('shows what those who asked wrote to those who work on the order, and to nobody else', async () => {
  const id = await makeOrder(test);
  await finish(id, first, 'picture-3');
  await answerCallBack(await test.asPerson('asker'), id, { solved: false, rating: 1, words: '井盖还是松的' });
  const words = async (who: string) => (await workOrderPage(await test.asPerson(who), id)).rounds[0]?.words;
  expect(await words('water-clerk')).toEqual(['井盖还是松的']);
  expect(await words('moderator')).toEqual(['井盖还是松的']);
  expect(await words('parks-clerk')).toEqual([]);
  expect((await workOrderPage(test.as('visitor'), id)).rounds[0]?.words).toEqual([]);
});

it('a merged order is counted with the one into which it went, and the question before names both', async () => {
  const moderator = await test.asPerson('moderator');
  const goes = await makeOrder(test, { title: '47号楼下水道堵塞' });
  const stays = await makeOrder(test, { title: '48号楼下水道堵塞' });
  const { number } = await stateOf(test, stays);
  expect(await mergeQuestion(moderator, { id: goes, number })).toMatchObject({
    from: { title: '47号楼下水道堵塞' },
    into: { title: '48号楼下水道堵塞', number },
  });
  await expect(mergeQuestion(moderator, { id: goes, number: 'GZ0' })).rejects.toMatchObject({
    reason: 'work-orders.unknown-number',
  });
  const counted = () =>
    test.database.transaction(async (tx) =>
      (await factsOfOrders(tx, [goes, stays])).map((row) => row.id).sort(),
    );
  expect(await counted()).toEqual([goes, stays].sort());
  const { version } = await stateOf(test, goes);
  await mergeOrders(moderator, { id: goes, version, number, reason: '同一处下水道' });
  expect(await counted()).toEqual([stays]);
});
