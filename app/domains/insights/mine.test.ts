import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftOf, makeParties } from '../../../tests/factories/agreements';
import { makeVoter, openBallotOf, vote } from '../../../tests/factories/ballots';
import { councilContext, invitedCouncil, residentName } from '../../../tests/factories/councils';
import { makeFeedback } from '../../../tests/factories/feedback';
import { makeMeeting, meetingContext } from '../../../tests/factories/meetings';
import { makeOrganisation } from '../../../tests/factories/organisations';
import { communityId, makeAreas, makePerson, makeProposal } from '../../../tests/factories/proposals';
import { activity, fillShift, hour, makeShift } from '../../../tests/factories/volunteering';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import { draftAgreement } from '../agreements/drafting/draft-agreement.server';
import { freezeAgreement } from '../agreements/signing/freeze-agreement.server';
import { answerSeat } from '../meetings/seats/answer-seat.server';
import { objectToRecord } from '../volunteering/attendance/object.server';
import { publishOpportunity } from '../volunteering/opportunity.server';
import { withdraw } from '../volunteering/places/sign-up.server';
import { minePage, waitingFor } from './mine.query.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  for (const id of ['ann', 'bob', 'cai']) await makeVoter(test, id);
  for (const id of ['wife', 'husband']) await makeVoter(test, id, 'one-home');
  await makePerson(test, 'stranger');
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  await makePerson(test, 'coordinator');
  await makeOrganisation(test, { id: 'helpers', members: { coordinator: 'representative' } });
  await makeParties(test, ['ngo', 'shop', 'community']);
});
afterAll(() => test.dispose());

/** What waits for the person, as `ask: title`. */
async function waits(who: string, where = test): Promise<string[]> {
  return (await waitingFor(await where.asPerson(who))).map(({ ask, title }) => `${ask}: ${title}`);
}

describe('a vote', () => {
  it('waits for whoever stands in the electorate, of the own area and of those above it, until it is cast', async () => {
    const near = await openBallotOf(test, { title: '社区里的投票', areaId: communityId });
    await openBallotOf(test, { title: '全区的投票' });
    const both = ['vote: 社区里的投票', 'vote: 全区的投票'];
    expect((await waits('ann')).sort()).toEqual([...both].sort());
    for (const who of ['stranger', 'moderator']) expect(await waits(who), who).toEqual([]);
    await vote(test, 'ann', near.id, { kind: 'single-choice', option: near.options[0] ?? '' });
    expect(await waits('ann')).toEqual(['vote: 全区的投票']);
    expect(await waits('bob')).toHaveLength(2);
    test.clock.advance(2 * hour);
    expect(await waits('bob')).toEqual([]);
  });

  it('of a household waits for nobody of it any more once one has cast it', async () => {
    const { id, options } = await openBallotOf(test, { title: '一户一票', unit: 'household' });
    for (const who of ['wife', 'husband']) expect(await waits(who)).toContain('vote: 一户一票');
    await vote(test, 'wife', id, { kind: 'single-choice', option: options[0] ?? '' });
    for (const who of ['wife', 'husband']) expect(await waits(who)).not.toContain('vote: 一户一票');
    test.clock.advance(2 * hour);
  });

  it('waits for nobody as nobody', async () => {
    for (const who of ['visitor', 'system'] as const) expect(await waitingFor(test.as(who))).toEqual([]);
  });
});

it('places in shifts wait: the own one, one that is offered; then an objection and the hours, for who organises', async () => {
  const opportunity = await publishOpportunity(await test.asPerson('coordinator', 'helpers'), activity);
  const shift = await makeShift(test, opportunity, { hours: 48, capacity: 1 });
  await fillShift(test, shift, ['ann', 'bob', 'cai']);
  const [come, offer] = [`come: ${activity.title}`, `accept-offer: ${activity.title}`];
  expect([await waits('ann'), await waits('bob')]).toEqual([[come], []]);
  await withdraw(await test.asPerson('ann'), shift, '');
  expect([await waits('ann'), await waits('bob'), await waits('cai')]).toEqual([[], [offer], []]);
  test.clock.advance(60 * hour);
  expect(await waits('bob')).toEqual([]);
  const next = await makeShift(test, opportunity, { hours: 5, capacity: 1 });
  await fillShift(test, next, ['cai']);
  test.clock.advance(10 * hour);
  const { id } = await test.database.read.signUp.findFirstOrThrow({ where: { shiftId: next } });
  await objectToRecord(await test.asPerson('cai'), id, '我到场了');
  const [objection, hours] = [`answer-objection: ${activity.title}`, `confirm-hours: ${activity.title}`];
  expect(await waits('coordinator')).toEqual([objection, hours]);
  expect(await waits('cai')).toEqual([]);
});

it('a signature waits for who may give it, in their turn', async () => {
  const sequence = draftOf({ title: '依次签署的协议', signingOrder: 'sequence' });
  const id = await draftAgreement(await test.asPerson('ngo-person', 'ngo'), sequence);
  const all = () => Promise.all(['ngo', 'shop', 'community'].map((party) => waits(`${party}-person`)));
  expect(await all()).toEqual([['send-to-sign: 依次签署的协议'], [], []]);
  await freezeAgreement(await test.asPerson('ngo-person', 'ngo'), id);
  const parties = await test.database.read.agreementParty.findMany({
    where: { agreementId: id },
    orderBy: { position: 'asc' },
  });
  const first = parties[0]?.organisationId ?? '';
  expect(await waits(`${first}-person`)).toEqual(['sign: 依次签署的协议']);
  expect((await all()).flat()).toHaveLength(1);
});

it('an invitation waits until it is answered, for who may take the seat', async () => {
  const meetings = await meetingContext();
  const id = await makeMeeting(meetings);
  expect(await waits('shopkeeper', meetings)).toEqual(['answer-invitation: 停车位联席会议']);
  for (const who of ['helper', 'stranger']) expect(await waits(who, meetings), who).toEqual([]);
  const seat = await meetings.database.read.meetingSeat.findFirstOrThrow({
    where: { meetingId: id, organisationId: 'shop' },
  });
  const answer = { seatId: seat.id, answer: 'yes', substitute: '', showsName: false } as const;
  await answerSeat(await meetings.asPerson('shopkeeper'), id, answer);
  expect(await waits('shopkeeper', meetings)).toEqual([]);
  await meetings.dispose();
});

it('the question of the lot waits for whom it drew', async () => {
  const councils = await councilContext();
  const id = await invitedCouncil(councils);
  const invited = await councils.database.read.councilCandidate.findMany({ where: { councilId: id } });
  const people = invited.flatMap(({ personId }) => personId ?? []);
  expect(people).toContain(residentName(0));
  expect(await waits(residentName(0), councils)).toEqual(['answer-lot: 社区更新居民代表']);
  // Who was asked and never answered stays so: what goes on without them hides nothing that is asked now.
  const past: string[] = [];
  for (let number = 0; number < 11; number += 1) past.push(await invitedCouncil(councils));
  await councils.database.transaction((tx) =>
    tx.prisma.council.updateMany({ where: { id: { in: past } }, data: { state: 'listed' } }),
  );
  expect(await waits(residentName(0), councils)).toEqual(['answer-lot: 社区更新居民代表']);
  expect(await waits('stranger', councils)).toEqual([]);
  await councils.dispose();
});

it('what became of what somebody asked stands there with its number, the newest first, and is nobody else’s', async () => {
  const asked = await makeFeedback(test, 'stranger', { title: '只给自己看的', isPublic: 'no' });
  test.clock.advance(1000);
  const proposed = await makeProposal(test, 'stranger', { title: '多种几棵树' });
  const { matters } = await minePage(await test.asPerson('stranger'));
  expect(matters).toMatchObject([
    { kind: 'proposal', id: proposed, title: '多种几棵树', number: null },
    { kind: 'feedback', id: asked, title: '只给自己看的', state: '待处理' },
  ]);
  expect(matters[1]?.number).toMatch(/^SQ\d{12}$/);
  expect((await minePage(await test.asPerson('bob'))).matters).toEqual([]);
});
