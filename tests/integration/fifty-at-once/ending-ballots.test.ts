import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeBallot, makeElectorate, openBallotOf, statutory, vote, voters } from '../../factories/ballots';
import { makeOrganisation } from '../../factories/organisations';
import { makePerson } from '../../factories/proposals';
import { later, pick } from '../../factories/rolls';
import { all, fired, oneAnd, presses } from '../../setup/at-once';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import { voteAtCounter } from '~/domains/ballots/casting/assist-voter.server';
import { cancelBallot } from '~/domains/ballots/organising/cancel-ballot.server';
import { recordMeeting } from '~/domains/ballots/organising/record-meeting.server';
import { closeBallot } from '~/domains/ballots/counting/close-ballot.server';
import { tellDueHelp, tellHelped } from '~/domains/ballots/paper/counter-notes.server';
import { openAndCloseDueBallots } from '~/domains/ballots/organising/due-ballots.server';
import { followMerged } from '~/domains/ballots/follow-merged.server';
import { readTerms } from '~/domains/ballots/organising/terms';
import { answerOffer, giveBackVote, offerVote } from '~/domains/ballots/entrusting/entrust-vote.server';
import { mergeOrganisation } from '~/domains/organisations/merge-organisation.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeElectorate(test);
});
afterAll(() => test.dispose());

const read = () => test.database.read;
const rowOf = (id: string) => read().ballot.findUniqueOrThrow({ where: { id } });
const told = (subjectId: string, type: string) => read().event.count({ where: { subjectId, type } });

it('a ballot is cancelled once', async () => {
  const { id } = await openBallotOf(test);
  const moderator = await test.asPerson('moderator');
  const cancelled = await fired(() => cancelBallot(moderator, id, '议题有变化'));
  expect(cancelled).toEqual(oneAnd('ballots.already-over'));
  expect(await told(id, 'ballot.cancelled')).toBe(1);
});

it('what a statutory record says of its meeting is entered once, and of many the last one stands', async () => {
  const { id } = await makeBallot(test, statutory);
  const moderator = await test.asPerson('moderator');
  const enter = (convener: string) =>
    recordMeeting(moderator, id, { meetingKind: 'owners', convener, meetingPlace: '小区门口' });
  expect(await fired(() => enter('业主委员会'))).toEqual(all);
  expect(await told(id, 'ballot.meeting-recorded')).toBe(1);
  expect(await fired((at) => enter(`召集人${at}`))).toEqual(all);
  expect(await told(id, 'ballot.meeting-recorded')).toBe(presses + 1);
  expect((await rowOf(id)).terms).toContain('召集人');
});

it('a ballot that is to open follows an organisation that was merged, once', async () => {
  await makePerson(test, 'administrator', { role: 'administrator', areaId: '421002' });
  for (const [id, owner] of [
    ['double', 'ann'],
    ['heir', 'bob'],
  ] as const)
    await makeOrganisation(test, { id, members: { [owner]: 'owner' } });
  const asked = { electorateKind: 'organisations', organisationIds: ['double'] };
  const { id } = await makeBallot(test, { ...asked, opensAt: later(test, 24), closesAt: later(test, 200) });
  const merging = { organisationId: 'double', intoId: 'heir', reason: '登记了两次' };
  await mergeOrganisation(await test.asPerson('administrator'), merging);
  expect(await fired(() => followMerged(test.as('system'), 'double'))).toEqual(all);
  expect(readTerms((await rowOf(id)).terms).organisationIds).toEqual(['heir']);
});

it('an entrusted vote is given back once', async () => {
  const { id } = await openBallotOf(test, { entrusted: '1' });
  const entrusted = await offerVote(await test.asPerson('ann'), id);
  const { code } = await read().entrustedVote.findUniqueOrThrow({ where: { id: entrusted } });
  const bob = await test.asPerson('bob');
  await answerOffer(bob, code, 'accept');
  expect(await fired(() => giveBackVote(bob, entrusted))).toEqual(oneAnd('changed-meanwhile'));
});

it('who was helped at the counter is told once, whichever timers find it', async () => {
  const made = await openBallotOf(test, { closesAt: later(test, 48) });
  const staff = await test.asPerson('staff1');
  for (const personId of voters) await voteAtCounter(staff, made.id, { personId, choice: pick(made, 1) });
  const ballot = await rowOf(made.id);
  test.clock.advance(25 * 3600_000);
  const system = test.as('system');
  const tellings = await fired((at) => (at % 2 ? tellDueHelp(system) : tellHelped(system, ballot)));
  expect([tellings, await told(made.id, 'ballot.voted-at-counter')]).toEqual([all, voters.length]);
});

it('ballots open, end and are counted once, whichever workers find them', async () => {
  const [one, other] = [await makeBallot(test), await makeBallot(test)];
  const system = test.as('system');
  const turn = () => fired(() => openAndCloseDueBallots(system), 10);
  expect(await turn()).toEqual({ done: 10 });
  for (const { id } of [one, other]) expect(await told(id, 'ballot.opened')).toBe(1);
  for (const person of voters) await vote(test, person, one.id, pick(one, 1));
  test.clock.advance(2 * 3600_000);
  expect(await fired(() => closeBallot(system, one.id), 10)).toEqual({ done: 10 });
  expect(await turn()).toEqual({ done: 10 });
  for (const { id } of [one, other]) {
    expect(await rowOf(id)).toMatchObject({ state: 'closed', votedCount: id === one.id ? 5 : 0 });
    expect([await told(id, 'ballot.voting-ended'), await told(id, 'ballot.closed')]).toEqual([1, 1]);
  }
});
