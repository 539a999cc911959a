import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeOrganisation } from '../../factories/organisations';
import { makeAreas, makePerson } from '../../factories/proposals';
import { earnPoints, makeReward } from '../../factories/rewards';
import { atOnce, fifty } from '../../setup/at-once';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import type { PersonActor } from '~/domains/actor';
import type { Context } from '~/domains/context';
import { ownPoints } from '~/domains/volunteering/points/own-points.query.server';
import { handOverReward } from '~/domains/volunteering/rewards/hand-over.server';
import { withdrawReward } from '~/domains/volunteering/rewards/offer-reward.server';
import { ownRewards } from '~/domains/volunteering/rewards/reward.query.server';
import { giveBackReward, lapseRewards, takeReward } from '~/domains/volunteering/rewards/take-reward.server';

const people = fifty.map((at) => `person-${at}`);
let test: TestContext;
let crowd: (Context & { actor: PersonActor })[];
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  for (const id of ['trader', 'coordinator', 'deputy', ...people]) await makePerson(test, id);
  await makeOrganisation(test, {
    id: 'helpers',
    members: { coordinator: 'owner', deputy: 'representative' },
  });
  await makeOrganisation(test, { id: 'shop', kind: 'enterprise', members: { trader: 'owner' } });
  await earnPoints(test, people, 60);
  crowd = await Promise.all(
    people.map((id) => test.asPerson(id) as Promise<Context & { actor: PersonActor }>),
  );
}, 120_000);
afterAll(() => test.dispose());

const rewardRow = (id: string) => test.database.read.reward.findUniqueOrThrow({ where: { id } });
const statesOf = async (rewardId: string) => {
  const rows = await test.database.read.rewardClaim.findMany({ where: { rewardId } });
  return rows.map(({ state }) => state);
};

it('of fifty who take the last piece exactly one has it, and it is handed over once', async () => {
  const rewardId = await makeReward(test, { stock: 1, points: 10 });
  const { ok, refused } = await atOnce(crowd, (ctx) => takeReward(ctx, rewardId));
  expect(ok).toHaveLength(1);
  expect(refused).toEqual({ 'volunteering.reward-gone': 49 });
  expect([(await rewardRow(rewardId)).taken, await statesOf(rewardId)]).toEqual([1, ['kept']]);
  const { personId } = await test.database.read.rewardClaim.findFirstOrThrow({ where: { rewardId } });
  const lucky = crowd.find(({ actor }) => actor.personId === personId);
  const [claim] = lucky ? await ownRewards(lucky) : [];
  const shop = await test.asPerson('trader', 'shop');
  const handed = await atOnce(fifty, () => handOverReward(shop, claim?.code ?? ''));
  expect(handed.ok).toHaveLength(1);
  expect(await statesOf(rewardId)).toEqual(['handed-over']);
}, 120_000);

it('one person who spends the same points fifty times at once spends them once', async () => {
  const rewardId = await makeReward(test, { stock: 50, each: 50, points: 40 });
  const [first] = crowd;
  if (!first) throw new Error('nobody is there');
  const before = (await ownPoints(first)).balance.free;
  const { ok } = await atOnce(fifty, () => takeReward(first, rewardId));
  expect(ok).toHaveLength(1);
  expect((await ownPoints(first)).balance.free).toBe(before - 40);
}, 120_000);

it('pieces that are taken, given back, timed out and withdrawn at the same time are counted right', async () => {
  const rewardId = await makeReward(test, { stock: 30, points: 1 });
  const some = crowd.slice(1, 21);
  await atOnce(some, (ctx) => takeReward(ctx, rewardId));
  const claims = await test.database.read.rewardClaim.findMany({ where: { rewardId } });
  const shop = await test.asPerson('trader', 'shop');
  const byPerson = (personId: string) => crowd.find(({ actor }) => actor.personId === personId) ?? shop;
  const acts: (() => Promise<unknown>)[] = [
    ...claims.flatMap(({ id, personId }) => [
      () => giveBackReward(byPerson(personId), id),
      () => giveBackReward(byPerson(personId), id),
    ]),
    () => withdrawReward(shop, rewardId, '店面搬走'),
    ...crowd.slice(21, 41).map((ctx) => () => takeReward(ctx, rewardId)),
    () => lapseRewards(test.as('system')),
  ];
  await atOnce<() => Promise<unknown>, unknown>(acts, (act) => act());
  expect((await rewardRow(rewardId)).taken).toBe(0);
  expect(new Set(await statesOf(rewardId))).toEqual(new Set(['returned']));
}, 120_000);
