import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeOrganisation } from '../../../../tests/factories/organisations';
import { makeAreas, makePerson } from '../../../../tests/factories/proposals';
import { activity, fillShift, hour, makeShift, noticesOf } from '../../../../tests/factories/volunteering';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import type { PersonActor } from '../../actor';
import type { Context } from '../../context';
import { erasePerson } from '../../own-data.server';
import { confirmAll } from '../attendance/confirm-all.server';
import { deskPage } from '../desk/desk.query.server';
import { publishOpportunity } from '../opportunity.server';
import { giveThanks, settleThanks } from './give-thanks.server';
import { ownThanks, thanksPage } from './thanks.query.server';

let test: TestContext;
let shiftId: string;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  for (const id of ['coordinator', 'ann', 'bob', 'old-li', 'old-wu', 'rude']) await makePerson(test, id);
  await makeOrganisation(test, { id: 'helpers', members: { coordinator: 'owner' } });
  const coordinator = await test.asPerson('coordinator', 'helpers');
  shiftId = await makeShift(test, await publishOpportunity(coordinator, activity), {
    hours: 24,
    capacity: 3,
  });
  await fillShift(test, shiftId, ['ann', 'bob']);
}, 120_000);
afterAll(() => test.dispose());

const own = async (personId: string) => (await test.asPerson(personId)) as Context & { actor: PersonActor };
const organiser = () => test.asPerson('coordinator', 'helpers') as Promise<Context & { actor: PersonActor }>;
const thank = async (personId: string, words: string, named = false) =>
  giveThanks(await test.asPerson(personId), shiftId, { words, named });
const waiting = async () => {
  const rows = await test.database.read.shiftThanks.findMany({ where: { state: 'waiting' } });
  return rows.map(({ id }) => id);
};

it('waits until the shift is over, and is for those who did not serve', async () => {
  await expect(thank('old-li', '谢谢')).rejects.toMatchObject({ reason: 'volunteering.thanks-closed' });
  test.clock.advance(27 * hour);
  await confirmAll(await organiser(), shiftId);
  await expect(thank('ann', '谢谢自己')).rejects.toMatchObject({ reason: 'volunteering.own-thanks' });
  await expect(thank('coordinator', '谢谢')).rejects.toMatchObject({ reason: 'volunteering.own-thanks' });
});

it('reaches those who served once the organisers pass it on, with the name only where it was given', async () => {
  await thank('old-li', '河边干净多了，谢谢你们', true);
  await expect(thank('old-li', '再谢一次')).rejects.toMatchObject({ reason: 'volunteering.thanked-already' });
  expect(await noticesOf(test, 'ann')).not.toContain('河边干净多了');
  expect(await noticesOf(test, 'coordinator')).toContain('请看过后转给大家');
  expect((await deskPage(await organiser())).thanks).toHaveLength(1);
  const [first] = await waiting();
  await expect(settleThanks(await test.asPerson('ann'), first ?? '', 'pass-on')).rejects.toMatchObject({
    code: 'forbidden',
  });
  await settleThanks(await organiser(), first ?? '', 'pass-on');
  await expect(settleThanks(await organiser(), first ?? '', 'lay-aside')).rejects.toMatchObject({
    reason: 'already-decided',
  });
  for (const id of ['ann', 'bob']) expect(await noticesOf(test, id)).toContain('河边干净多了，谢谢你们');
  expect(await ownThanks(await own('ann'))).toMatchObject([
    { words: '河边干净多了，谢谢你们', name: 'old-li' },
  ]);
});

it('that is no thanks is laid aside: nobody is told, and the desk is empty', async () => {
  await thank('rude', '你们真没用');
  const [row] = await waiting();
  await settleThanks(await organiser(), row ?? '', 'lay-aside');
  expect(await noticesOf(test, 'ann')).not.toContain('没用');
  expect(await ownThanks(await own('ann'))).toHaveLength(1);
  expect((await deskPage(await organiser())).thanks).toEqual([]);
  expect((await thanksPage(await organiser(), shiftId)).written).toMatchObject([
    { state: 'laid-aside', name: null },
    { state: 'passed-on', name: 'old-li' },
  ]);
  expect((await thanksPage(await own('ann'), shiftId)).written).toBe(null);
});

it('goes with the account of who wrote it', async () => {
  await erasePerson(await test.asPerson('old-li'), 'old-li');
  expect(await ownThanks(await own('ann'))).toEqual([]);
  expect(await noticesOf(test, 'ann')).not.toContain('河边干净多了');
});

it('is for shifts of what may be read: a draft tells nobody its title', async () => {
  const { opportunityId } = await test.database.read.shift.findUniqueOrThrow({ where: { id: shiftId } });
  const state = (name: string) =>
    test.database.transaction((tx) =>
      tx.prisma.opportunity.update({ where: { id: opportunityId }, data: { state: name } }),
    );
  await state('draft');
  await expect(thanksPage(await own('old-wu'), shiftId)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(thank('old-wu', '谢谢')).rejects.toMatchObject({ code: 'forbidden' });
  expect((await thanksPage(await organiser(), shiftId)).shift.opportunity.title).toBe(activity.title);
  await state('published');
});

it('is closed thirty days later', async () => {
  test.clock.advance(31 * 24 * hour);
  await expect(thank('old-wu', '谢谢')).rejects.toMatchObject({ reason: 'volunteering.thanks-closed' });
});
