import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCall } from '../../../../tests/factories/calls';
import { makeFeedback } from '../../../../tests/factories/feedback';
import { act, makeOffices, stateOf } from '../../../../tests/factories/work-orders';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { linkToWorkOrder } from '../links/link-matter.server';
import { registerWorkOrder } from '../registering/register-work-order.server';
import { repeatsWords } from '../rules/shares-words';
import { mergeOrders } from './merge-orders.server';
import { splitOrder } from './split-order.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeOffices(test);
});
afterAll(() => test.dispose());

const secret = {
  title: '三楼张家打孩子',
  body: '楼上经常传来哭声，三楼张家打孩子，请不要说是我讲的。',
};

/** A public order made of a matter that was said in confidence, with the water works. */
async function orderInConfidence(change: object = {}): Promise<string> {
  const subjectId = await makeFeedback(test, 'asker', { ...secret, isPublic: 'no', ...change });
  const id = await registerWorkOrder(await test.asPerson('moderator'), {
    ...{ subjectKind: 'feedback', subjectId, category: 'safety', departmentId: 'water' },
    ...{ title: '入户走访', description: '请上门了解情况。', externalNumber: '', urgency: 'normal' },
  } as never);
  await act(test, 'water-clerk', { id, act: 'accept' });
  return id;
}

const finish = (id: string, report: string, measures = '') =>
  act(test, 'water-clerk', { id, act: 'finish', report, measures });

describe('what is written on a public order', () => {
  it('repeats nothing that was said in confidence, and says so at the field', async () => {
    const id = await orderInConfidence();
    for (const report of [
      '您反映的“三楼张家打孩子”一事，已经上门。',
      '来电反映：楼上经常传来哭声，三楼 张家 打孩子。已处理。',
      '关于三\u200b楼张家打孩子的问题，已经上门了解。',
    ])
      await expect(finish(id, report), report).rejects.toMatchObject({
        ...{ code: 'invalid', field: 'report', reason: 'work-orders.step-tells-matter' },
      });
    const asked = { id, act: 'ask-extension', days: 2, reason: '还要查：三楼张家打孩子' } as const;
    await expect(act(test, 'water-clerk', asked)).rejects.toMatchObject({ field: 'reason' });
    await expect(finish(id, '已经上门走访并做了工作。', '今后每月看望三楼张家打孩子')).rejects.toMatchObject({
      field: 'measures',
    });
    expect((await stateOf(test, id)).state).toBe('accepted');
    await finish(id, '已经上门走访，情况已经了解并做了工作。');
    expect((await stateOf(test, id)).state).toBe('done');
  });

  it('may say of a matter what is public of it, and whatever it likes where the order is not', async () => {
    const open = await orderInConfidence({ isPublic: 'yes' });
    await finish(open, '您反映的“三楼张家打孩子”一事，已经上门。');
    const call = { isConfidential: true, description: '王小明说东门路灯不亮。' };
    const closed = await makeCall(test, call);
    await act(test, 'water-clerk', { id: closed, act: 'accept' });
    await finish(closed, '已给王小明回电 13800001234，路灯已经修好。');
    for (const id of [open, closed]) expect((await stateOf(test, id)).state).toBe('done');
  });

  it('names no caller, by name or by number; how one addresses people names nobody', async () => {
    const id = await makeCall(test);
    await act(test, 'water-clerk', { id, act: 'accept' });
    for (const report of ['已给王小明回电，路灯已经修好。', '已回电 138-0000-1234，路灯已经修好。'])
      await expect(finish(id, report), report).rejects.toMatchObject({
        ...{ field: 'report', reason: 'work-orders.step-names-caller' },
      });
    const other = await makeCall(test, { callerName: '李女士', title: '西门的路灯不亮' });
    await act(test, 'water-clerk', { id: other, act: 'accept' });
    for (const one of [id, other]) await finish(one, '已经联系李女士，路灯全部修好。');
  });
});

describe('the reason for which orders are joined or divided', () => {
  const reasonOf = (told: string) => ({ ...{ code: 'invalid', field: 'reason' }, reason: told });

  it('names no caller of either, and tells nothing of the one that not everyone may read', async () => {
    const moderator = await test.asPerson('moderator');
    const stays = await makeCall(test);
    const { number } = await stateOf(test, stays);
    const open = await orderInConfidence();
    const closed = await makeCall(test, {
      ...{ isConfidential: true, callerName: '赵大刚', title: '西门的路灯不亮' },
    });
    for (const [id, words, told] of [
      [open, '王小明说的是同一件事', 'work-orders.step-names-caller'],
      [open, '都是三楼张家打孩子的事', 'work-orders.step-tells-matter'],
      [closed, '赵大刚说的是同一盏灯', 'work-orders.step-names-caller'],
    ] as const) {
      const { version, state } = await stateOf(test, id);
      const input = { id, version, number, reason: words };
      await expect(mergeOrders(moderator, input), words).rejects.toMatchObject(reasonOf(told));
      expect((await stateOf(test, id)).state).toBe(state);
    }
    const { version } = await stateOf(test, closed);
    expect(await mergeOrders(moderator, { id: closed, version, number, reason: '同一件事' })).toBe(stays);
  });

  it('tells nothing of what was said in confidence where one order becomes two', async () => {
    const moderator = await test.asPerson('moderator');
    const id = await orderInConfidence();
    const other = await makeFeedback(test, 'asker', { title: '西门积水排不出去' });
    await linkToWorkOrder(moderator, { kind: 'feedback', id: other }, (await stateOf(test, id)).number);
    const { version } = await stateOf(test, id);
    const input = {
      ...{ id, version, matters: [`feedback:${other}`], title: '西门积水', description: '雨后积水' },
      ...{ category: 'facilities', reason: '与三楼张家打孩子无关' },
    };
    await expect(splitOrder(moderator, input)).rejects.toMatchObject(
      reasonOf('work-orders.step-tells-matter'),
    );
    await splitOrder(moderator, { ...input, reason: '两件事' });
  });
});

describe('words that repeat a matter', () => {
  const matter = {
    title: '路灯',
    text: '荆州市沙市区崇文街道江汉社区三号楼前的路灯坏了，邻居老赵故意砸的。',
  };

  it('are more than a word of its title, or a place that the order names', () => {
    const place = '荆州市沙市区崇文街道江汉社区三号楼';
    expect(repeatsWords(`${place}路灯已修。`, matter, [])).toBe(true);
    expect(repeatsWords(`${place}已修。`, matter, [place])).toBe(false);
    expect(repeatsWords('路灯已经修好。', matter, [])).toBe(false);
  });

  it('are more than two words of letters', () => {
    const english = { title: 'Lamp', text: 'The street light is broken, and my neighbour Zhao smashed it.' };
    expect(repeatsWords('The street light is mended.', english, [])).toBe(false);
    expect(repeatsWords('You wrote: my neighbour Zhao smashed it; broken, and my', english, [])).toBe(false);
    expect(repeatsWords('“light is broken, and my neighbour Zhao smashed it”', english, [])).toBe(true);
  });
});
