import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeOrganisation } from '../../../../tests/factories/organisations';
import { communityId, makeAreas, makePerson } from '../../../../tests/factories/proposals';
import { earnPoints, makeReward } from '../../../../tests/factories/rewards';
import { noticesOf } from '../../../../tests/factories/volunteering';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import type { PersonActor } from '../../actor';
import type { Context } from '../../context';
import { erasePerson } from '../../own-data.server';
import { ownPoints } from '../points/own-points.query.server';
import { handOverReward } from './hand-over.server';
import { offerReward, withdrawReward } from './offer-reward.server';
import { offeredByUs } from './offered-by-us.query.server';
import { rewardCards } from './reward-list.query.server';
import { ownRewards, rewardPage } from './reward.query.server';
import { giveBackReward, lapseRewards, takeReward } from './take-reward.server';

const day = 24 * 3600_000;
let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  for (const id of ['trader', 'clerk', 'coordinator', 'deputy', 'ann', 'bob', 'cleo'])
    await makePerson(test, id);
  await makePerson(test, 'watcher', { role: 'moderator', areaId: communityId });
  await makeOrganisation(test, {
    id: 'helpers',
    members: { coordinator: 'owner', deputy: 'representative' },
  });
  await makeOrganisation(test, {
    id: 'shop',
    kind: 'enterprise',
    members: { trader: 'owner', clerk: 'member' },
  });
  await makeOrganisation(test, { id: 'stall', kind: 'enterprise', members: { bob: 'owner' } });
  await earnPoints(test, ['ann', 'cleo', 'trader'], 100);
}, 120_000);
afterAll(() => test.dispose());

let rewardId: string;
beforeEach(async () => {
  rewardId = await makeReward(test);
});

const own = async (personId: string) => (await test.asPerson(personId)) as Context & { actor: PersonActor };
const balance = async (personId: string) => (await ownPoints(await own(personId))).balance;
const take = async (personId: string, id = rewardId) => takeReward(await test.asPerson(personId), id);
const codeOf = async (personId: string) => (await ownRewards(await own(personId)))[0]?.code ?? '';
const left = async (id = rewardId) => {
  const { stock, taken } = await test.database.read.reward.findUniqueOrThrow({ where: { id } });
  return stock - taken;
};
const refusal = (act: Promise<unknown>) =>
  act.then(
    () => null,
    (error: { reason?: string }) => error.reason ?? null,
  );
const clerk = () => test.asPerson('clerk');

describe('offering', () => {
  it('is for businesses that moderators have verified, until a day that comes', async () => {
    const input = {
      title: '剪发一次',
      body: '任意工作日',
      points: 50,
      stock: 3,
      each: 1,
      until: '2099-01-01',
    };
    expect(await refusal(offerReward(await test.asPerson('ann'), input))).toBe('volunteering.business-only');
    const helpers = await test.asPerson('coordinator', 'helpers');
    expect(await refusal(offerReward(helpers, input))).toBe('volunteering.business-only');
    const shop = await test.asPerson('trader', 'shop');
    expect(await refusal(offerReward(shop, input))).toBe('volunteering.reward-too-far');
    expect(await refusal(offerReward(shop, { ...input, until: '2020-01-01' }))).toBe(
      'volunteering.in-the-past',
    );
    const { items } = await rewardCards(test.as('visitor'), {});
    expect(items[0]).toMatchObject({ id: rewardId, stock: 2, taken: 0, points: 50 });
    const shown = async () => (await rewardCards(test.as('visitor'), {})).items.map(({ id }) => id);
    const state = (name: string) =>
      test.database.transaction((tx) =>
        tx.prisma.organisation.update({ where: { id: 'shop' }, data: { state: name } }),
      );
    await state('inactive');
    expect(await shown()).not.toContain(rewardId);
    await state('verified');
    expect(await shown()).toContain(rewardId);
  });
});

describe('taking and handing over', () => {
  it('costs points, gives a code that only the volunteer sees, and is checked off once', async () => {
    await take('ann');
    expect(await balance('ann')).toEqual({ spent: 50, free: 50 });
    const code = await codeOf('ann');
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
    const seen = await rewardPage(await clerk(), rewardId);
    expect(seen.business).toEqual({ kept: 1, handedOver: 0 });
    const deskOf = async (ctx: Context) => offeredByUs(ctx as Context & { actor: PersonActor });
    const { rewards, ...all } = await deskOf(await test.asPerson('trader'));
    expect(rewards.find(({ id }) => id === rewardId)).toMatchObject({
      kept: 1,
      handedOver: 0,
      left: 1,
      isOffered: true,
    });
    expect(all).toEqual({ kept: 1, handedOver: 0 });
    expect(await deskOf(await test.asPerson('ann'))).toEqual({ rewards: [], kept: 0, handedOver: 0 });
    expect(JSON.stringify(seen)).not.toMatch(new RegExp(`ann|${code}`));
    expect(await refusal(handOverReward(await test.asPerson('bob'), code))).toBe('volunteering.unknown-code');
    expect(await refusal(handOverReward(await clerk(), 'AAAAAAAA'))).toBe('volunteering.unknown-code');
    const typed = ` ${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`;
    expect(await handOverReward(await clerk(), typed)).toEqual({ title: '剪发一次', points: 50 });
    expect(await refusal(handOverReward(await clerk(), code))).toBe('volunteering.code-used');
    expect(await noticesOf(test, 'ann')).toContain('您领取了“剪发一次”，用去 50 分');
    expect([await left(), await balance('ann')]).toEqual([1, { spent: 50, free: 50 }]);
    expect(await refusal(take('ann'))).toBe('volunteering.reward-each');
  });

  it('is refused without the points, to those who work there, and once the last piece is gone', async () => {
    const dear = await makeReward(test, { points: 500 });
    expect(await refusal(take('cleo', dear))).toBe('volunteering.too-few-points');
    expect(await refusal(take('trader'))).toBe('volunteering.own-reward');
    const last = await makeReward(test, { stock: 1, points: 10 });
    await take('cleo', last);
    expect(await refusal(take('ann', last))).toBe('volunteering.reward-gone');
    expect(await left(last)).toBe(0);
  });
});

it('the next piece is another form, sent twice or not; the same form is the same piece', async () => {
  await makePerson(test, 'dora');
  await earnPoints(test, ['dora'], 100);
  const many = await makeReward(test, { points: 10, stock: 9, each: 3 });
  /** Sends the form of the page as it is now, as often as told. */
  const tap = async (times: number) => {
    const ctx = await own('dora');
    const page = await rewardPage(ctx, many);
    const form = { ...ctx, formDigest: () => Promise.resolve(`take ${page.own?.taken}`) };
    const ids = [];
    for (let at = 0; at < times; at += 1) ids.push(await takeReward(form, many));
    return [...new Set(ids)];
  };
  const [first, second] = [await tap(2), await tap(2)];
  expect([first.length, second.length, await left(many)]).toEqual([1, 1, 7]);
  await giveBackReward(await own('dora'), first[0] ?? '');
  expect(await tap(1)).not.toEqual(second);
  expect(await left(many)).toBe(7);
});

describe('putting back', () => {
  it('gives the piece and the points back once, and its code is worth nothing', async () => {
    const before = await balance('cleo');
    const claim = await take('cleo');
    const code = await codeOf('cleo');
    await giveBackReward(await test.asPerson('cleo'), claim);
    expect([await left(), await balance('cleo')]).toEqual([2, before]);
    expect(await refusal(giveBackReward(await test.asPerson('cleo'), claim))).toBe('already-decided');
    expect(await refusal(giveBackReward(await test.asPerson('ann'), claim))).toBe(null);
    expect(await refusal(handOverReward(await clerk(), code))).toBe('volunteering.code-over');
    expect(await left()).toBe(2);
  });

  it('happens by itself once the term to fetch it is over, which never lies behind the end of the offer', async () => {
    const soon = new Date(test.clock.now().getTime() + 3 * day).toISOString().slice(0, 10);
    const short = await makeReward(test, { until: soon });
    const before = await balance('cleo');
    await take('cleo', short);
    const code = await codeOf('cleo');
    test.clock.advance(5 * day);
    expect(await refusal(handOverReward(await clerk(), code))).toBe('volunteering.code-over');
    expect(await lapseRewards(test.as('system'))).toBe(1);
    expect(await lapseRewards(test.as('system'))).toBe(0);
    expect([await left(short), await balance('cleo')]).toEqual([2, before]);
    expect(await noticesOf(test, 'cleo')).toContain('过期没有领取');
    expect(await refusal(take('cleo', short))).toBe('volunteering.reward-over');
  });

  it('tells everybody for whom a piece was kept when the business takes the offer back', async () => {
    const before = await balance('cleo');
    await take('cleo');
    const code = await codeOf('cleo');
    expect(await refusal(withdrawReward(await clerk(), rewardId, '店面搬走'))).toBe(
      'volunteering.organisers-only',
    );
    await withdrawReward(await test.asPerson('trader', 'shop'), rewardId, '店面搬走');
    expect([await left(), await balance('cleo')]).toEqual([2, before]);
    expect(await noticesOf(test, 'cleo')).toContain('店面搬走');
    const told = { type: 'reward.withdrawn', subjectId: rewardId };
    expect((await test.database.read.event.findFirstOrThrow({ where: told })).privateData).not.toContain(
      'cleo',
    );
    expect(await refusal(handOverReward(await clerk(), code))).toBe('volunteering.code-over');
    expect(await refusal(take('cleo'))).toBe('volunteering.reward-over');
    const again = await makeReward(test);
    await withdrawReward(await test.asPerson('watcher'), again, '不合规');
    expect((await rewardPage(test.as('visitor'), again)).reward).toMatchObject({
      state: 'withdrawn',
      reason: '不合规',
    });
  });

  it('is done for an account that is closed; what was handed over stays in the sums', async () => {
    const many = await makeReward(test, { points: 10, stock: 4, each: 2 });
    await take('cleo', many);
    const code = await codeOf('cleo');
    await handOverReward(await clerk(), code);
    await take('cleo', many);
    await erasePerson(await test.asPerson('cleo'), 'cleo');
    expect(await left(many)).toBe(3);
    expect((await rewardPage(await clerk(), many)).business).toEqual({ kept: 0, handedOver: 1 });
  });
});

it('hours that are corrected after points were spent leave nothing to spend, and never less than nothing', async () => {
  const before = await balance('ann');
  await test.database.transaction((tx) =>
    tx.prisma.signUp.updateMany({ where: { personId: 'ann' }, data: { minutes: 0 } }),
  );
  expect(await balance('ann')).toEqual({ ...before, free: 0 });
});
