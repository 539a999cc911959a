import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeOrganisation } from '../../../tests/factories/organisations';
import { makeAreas, makePerson } from '../../../tests/factories/proposals';
import { earnPoints, makeReward } from '../../../tests/factories/rewards';
import { activity, fillShift, hour, makeShift, placesIn } from '../../../tests/factories/volunteering';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import type { PersonActor } from '../actor';
import type { Context } from '../context';
import { erasePerson } from '../own-data.server';
import { confirmAll } from './attendance/confirm-all.server';
import { tickOnList } from './attendance/check-in.server';
import { evaluateService } from './attendance/evaluate.server';
import { answerObjection, objectToRecord } from './attendance/object.server';
import { certificatePage, checkCertificate } from './certificates/certificate.query.server';
import { issueCertificate } from './certificates/issue-certificate.server';
import { confirmAttendance } from './attendance/confirm-attendance.server';
import { deskPage } from './desk/desk.query.server';
import { rosterPage } from './desk/roster.query.server';
import { publishOpportunity } from './opportunity.server';
import { lapseOffers } from './places/answer-offer.server';
import { handOverReward } from './rewards/hand-over.server';
import { ownRewards } from './rewards/reward.query.server';
import { takeReward } from './rewards/take-reward.server';
import { withdraw } from './places/sign-up.server';

let test: TestContext;
let shiftId: string;
let turn = 0;
let leaver: string;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  for (const id of ['coordinator', 'deputy', 'trader', 'one', 'two', 'three']) await makePerson(test, id);
  const members = { coordinator: 'owner', deputy: 'representative' } as const;
  await makeOrganisation(test, { id: 'helpers', members });
  await makeOrganisation(test, { id: 'shop', kind: 'enterprise', members: { trader: 'owner' } });
}, 120_000);
afterAll(() => test.dispose());

/** A shift tomorrow with two seats, and somebody who will close the account. */
beforeEach(async () => {
  test.clock.advance(72 * hour);
  leaver = `leaver-${(turn += 1)}`;
  await makePerson(test, leaver);
  const opportunityId = await publishOpportunity(await organiser(), activity);
  shiftId = await makeShift(test, opportunityId, { hours: 24, capacity: 2 });
}, 120_000);

const organiser = () => test.asPerson('coordinator', 'helpers') as Promise<Context & { actor: PersonActor }>;
const leave = async () => erasePerson(await test.asPerson(leaver), leaver);
const row = () =>
  test.database.read.signUp.findUniqueOrThrow({
    where: { shiftId_personId: { shiftId, personId: leaver } },
  });
const taken = async () =>
  (await test.database.read.shift.findUniqueOrThrow({ where: { id: shiftId } })).taken;
const serve = async () => {
  await fillShift(test, shiftId, [leaver, 'one']);
  test.clock.advance(25 * hour);
  await tickOnList(await organiser(), (await row()).id, 'in');
};
const confirm = async (hours: number, reason = '按签到表') =>
  confirmAttendance(await organiser(), { signUpId: (await row()).id, attended: 'yes', hours, reason });

describe('an account that is closed', () => {
  it('with a seat gives it to whoever waits, asked and not moved', async () => {
    await fillShift(test, shiftId, [leaver, 'one', 'two']);
    await leave();
    expect(await placesIn(test, shiftId)).toEqual({
      [leaver]: 'withdrawn',
      one: 'confirmed',
      two: 'offered',
    });
    expect(await taken()).toBe(2);
  });

  it('while it waits leaves its place in the order, and never moves up', async () => {
    await fillShift(test, shiftId, ['one', 'two', leaver, 'three']);
    await leave();
    await withdraw(await test.asPerson('one'), shiftId);
    expect(await placesIn(test, shiftId)).toEqual({
      ...{ one: 'withdrawn', two: 'confirmed', three: 'offered' },
      [leaver]: 'withdrawn',
    });
  });

  it('with an offered seat hands the offer on, and its term lapses for nobody', async () => {
    await fillShift(test, shiftId, ['one', 'two', leaver, 'three']);
    await withdraw(await test.asPerson('one'), shiftId);
    expect((await row()).state).toBe('offered');
    await leave();
    expect(await placesIn(test, shiftId)).toMatchObject({ [leaver]: 'withdrawn', three: 'offered' });
    test.clock.advance(7 * hour);
    await lapseOffers(test.as('system'));
    expect((await row()).state).toBe('withdrawn');
  });

  it('while checked in stays on the list without a name, and its hours can be confirmed for the sums', async () => {
    await serve();
    await leave();
    const line = (await rosterPage(await organiser(), shiftId)).people.find(({ checkedInAt }) => checkedInAt);
    expect(line).toMatchObject({ state: 'confirmed', groupName: '', answers: [] });
    expect(line?.name).not.toContain('leaver');
    test.clock.advance(3 * hour);
    await confirm(2);
    expect(await row()).toMatchObject({ state: 'attended', minutes: 120 });
  });

  it('with hours that nobody confirmed leaves them to the organisers: all at once works, the desk is emptied', async () => {
    await fillShift(test, shiftId, [leaver, 'one']);
    test.clock.advance(27 * hour);
    await leave();
    expect(await confirmAll(await organiser(), shiftId)).toEqual({ confirmed: 2, left: 0 });
    const { toConfirm } = await deskPage(await organiser());
    expect(toConfirm.some(({ id }) => id === shiftId)).toBe(false);
  });

  it('with an open objection takes its words along: nothing waits for an answer that nobody would read', async () => {
    await serve();
    test.clock.advance(3 * hour);
    await confirm(1);
    await objectToRecord(await test.asPerson(leaver), (await row()).id, '我做满了两小时');
    expect((await deskPage(await organiser())).objections).toHaveLength(1);
    await leave();
    expect((await deskPage(await organiser())).objections).toEqual([]);
    expect(await row()).toMatchObject({ objection: null, objectedAt: null, minutes: 60 });
    await expect(answerObjection(await organiser(), (await row()).id, '记录不变')).rejects.toMatchObject({
      code: 'conflict',
    });
    // Nobody could take back what is written of them from now on.
    const said = { signUpId: (await row()).id, evaluation: '来得很晚', stars: 1 };
    await expect(evaluateService(await organiser(), said)).rejects.toMatchObject({
      reason: 'volunteering.account-closed',
    });
  });

  it('with a certificate takes it along: whoever checks it finds none; the hours stay in the sums', async () => {
    await serve();
    test.clock.advance(3 * hour);
    await confirm(2);
    const given = { organisationId: 'helpers', realName: '陈桂兰', idNumber: '', shows: ['name'] };
    const id = await issueCertificate(await test.asPerson(leaver), given);
    const { certificate, content } = await certificatePage(await test.asPerson(leaver), id);
    const asked = { number: certificate.number, code: content.code };
    expect(await checkCertificate(test.as('visitor'), asked)).toMatchObject({ found: true });
    await leave();
    expect(await checkCertificate(test.as('visitor'), asked)).toEqual({ found: false });
    expect(await row()).toMatchObject({ state: 'attended', minutes: 120 });
  });

  it('with a reward kept puts the piece back, and its code is worth nothing', async () => {
    await earnPoints(test, [leaver], 60);
    const rewardId = await makeReward(test, { stock: 1 });
    const own = (await test.asPerson(leaver)) as Context & { actor: PersonActor };
    await takeReward(own, rewardId);
    const [kept] = await ownRewards(own);
    await leave();
    const shop = await test.asPerson('trader', 'shop');
    await expect(handOverReward(shop, kept?.code ?? '')).rejects.toMatchObject({
      reason: 'volunteering.code-over',
    });
    const reward = await test.database.read.reward.findUniqueOrThrow({ where: { id: rewardId } });
    expect([reward.taken, reward.stock]).toEqual([0, 1]);
  });
});
