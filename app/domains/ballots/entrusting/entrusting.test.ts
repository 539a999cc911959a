import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  closeNow,
  makeBallot,
  makeElectorate,
  makeVoter,
  openBallotOf,
  recordText,
  vote,
} from '../../../../tests/factories/ballots';
import type { MadeBallot } from '../../../../tests/factories/ballots';
import { testContext } from '../../../../tests/setup/context';
import { runJobs } from '../../../../tests/setup/jobs';
import type { TestContext } from '../../../../tests/setup/context';
import { timelineOf } from '../../ledger/index.server';
import { erasePerson } from '../../own-data.server';
import { voteAtCounter } from '../casting/assist-voter.server';
import { ballotPage } from '../ballot-page.query.server';
import { castEntrusted } from '../casting/cast-vote.server';
import { counterPage } from '../paper/counter.query.server';
import { openAndCloseDueBallots } from '../organising/due-ballots.server';
import { readBallotRecord } from '../rules/record/read-ballot-record';
import { verifyBallotRecord } from '../rules/record/verify-ballot-record';
import type { Choice } from '../rules/kinds';
import { answerOffer, giveBackVote, offerVote, revokeEntrusting } from './entrust-vote.server';
import { entrustingPage, offerByLink } from './entrusting-page.query.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeElectorate(test);
});
afterAll(() => test.dispose());

const pick = ({ options }: MadeBallot, at: number): Choice => ({
  kind: 'single-choice',
  option: options[at] ?? '',
});
const rowOf = (id: string) => test.database.read.entrustedVote.findUniqueOrThrow({ where: { id } });

/** One asks, the other agrees: the id of what both know now. */
async function entrust(from: string, to: string, ballotId: string): Promise<string> {
  const id = await offerVote(await test.asPerson(from), ballotId);
  await answerOffer(await test.asPerson(to), (await rowOf(id)).code, 'accept');
  return id;
}
const cast = async (by: string, id: string, choice: Choice) =>
  castEntrusted(await test.asPerson(by), id, { choice });
const ownOf = async (person: string, id: string) => (await ballotPage(await test.asPerson(person), id)).own;
const chosen = async (person: string, id: string) => {
  const own = await ownOf(person, id);
  return own?.choice.kind === 'single-choice' ? own.choice.option : null;
};
async function told(person: string, type: string): Promise<number> {
  await runJobs(test);
  return test.database.read.notification.count({ where: { personId: person, type } });
}

describe('a vote that is entrusted', () => {
  it('is cast by whoever agreed, seen by the one whose vote it is, and stands in the record as a number', async () => {
    const ballot = await openBallotOf(test, { entrusted: '3' });
    const id = await entrust('ann', 'bob', ballot.id);
    await vote(test, 'bob', ballot.id, pick(ballot, 0));
    expect(await cast('bob', id, pick(ballot, 1))).toMatchObject({ changed: false });
    expect(await cast('bob', id, pick(ballot, 2))).toMatchObject({ changed: true });
    expect(await ownOf('ann', ballot.id)).toMatchObject({ byOther: true, choice: pick(ballot, 2) });
    expect(await ownOf('bob', ballot.id)).toMatchObject({ byOther: false, choice: pick(ballot, 0) });
    const { taken } = await entrustingPage(await test.asPerson('bob'), ballot.id);
    expect(taken).toMatchObject([{ id, own: { choice: pick(ballot, 2) } }]);
    const { found } = await counterPage(await test.asPerson('staff1'), ballot.id, {
      query: '',
      personId: 'ann',
    });
    expect(found).toMatchObject([{ voted: true }]);
    await closeNow(test);
    const row = await test.database.read.ballot.findUniqueOrThrow({ where: { id: ballot.id } });
    expect(row).toMatchObject({ votedCount: 2, entrustedCount: 1 });
    const register = await test.database.read.elector.findMany({
      where: { ballotId: ballot.id, voted: true },
    });
    expect(register.map(({ personId, channel }) => [personId, channel]).sort()).toEqual([
      ['ann', 'entrusted'],
      ['bob', null],
    ]);
    const reading = readBallotRecord(Buffer.from(await recordText(test, ballot.id)));
    if (!reading.ok) throw new Error(reading.fault);
    expect(reading.record.electorate).toEqual({ size: 5, entrusted: 1 });
    expect(verifyBallotRecord(reading.record).holds).toBe(true);
    const forged = { ...reading.record, electorate: { size: 5, entrusted: 3 } };
    expect(verifyBallotRecord(forged).differences).toMatchObject([{ at: 'electorate.entrusted' }]);
    const { events } = await timelineOf(test.as('visitor'), [{ kind: 'ballot', id: ballot.id }]);
    expect(JSON.stringify(events)).not.toMatch(/entrust|ann|bob/);
  });

  it('gives way to the own vote, and never takes the place of one', async () => {
    const ballot = await openBallotOf(test, { entrusted: '1' });
    const id = await entrust('ann', 'bob', ballot.id);
    await cast('bob', id, pick(ballot, 1));
    expect(await vote(test, 'ann', ballot.id, pick(ballot, 0))).toMatchObject({ changed: true });
    expect(await chosen('ann', ballot.id)).toBe(ballot.options[0]);
    await expect(cast('bob', id, pick(ballot, 1))).rejects.toMatchObject({
      reason: 'ballots.entruster-voted',
    });
    const other = await entrust('cai', 'dan', ballot.id);
    await vote(test, 'cai', ballot.id, pick(ballot, 0));
    await expect(cast('dan', other, pick(ballot, 1))).rejects.toMatchObject({ code: 'conflict' });
    await closeNow(test);
    const row = await test.database.read.ballot.findUniqueOrThrow({ where: { id: ballot.id } });
    expect(row).toMatchObject({ votedCount: 2, entrustedCount: 0 });
  });

  it('is one vote, whatever is tried beside it: the counter finds that it was cast', async () => {
    const ballot = await openBallotOf(test, { entrusted: '1' });
    const id = await entrust('ann', 'bob', ballot.id);
    await cast('bob', id, pick(ballot, 1));
    const staff = await test.asPerson('staff1');
    await expect(
      voteAtCounter(staff, ballot.id, { personId: 'ann', choice: pick(ballot, 0) }),
    ).rejects.toMatchObject({ reason: 'ballots.has-voted' });
    await revokeEntrusting(await test.asPerson('ann'), id);
    const second = await entrust('ann', 'cai', ballot.id);
    await expect(cast('cai', second, pick(ballot, 2))).rejects.toMatchObject({ code: 'conflict' });
    await expect(cast('bob', id, pick(ballot, 2))).rejects.toMatchObject({ reason: 'ballots.not-entrusted' });
    expect(await chosen('ann', ballot.id)).toBe(ballot.options[1]);
    expect(await test.database.read.ballotPaper.count({ where: { ballotId: ballot.id } })).toBe(1);
  });

  it('of a household is one vote of the household', async () => {
    for (const person of ['fay', 'gus']) await makeVoter(test, person, 'house-1');
    const ballot = await openBallotOf(test, { entrusted: '2', unit: 'household' });
    const id = await entrust('fay', 'bob', ballot.id);
    await vote(test, 'gus', ballot.id, pick(ballot, 0));
    await expect(cast('bob', id, pick(ballot, 1))).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('entrusting', () => {
  it('is known to both: each is told what the other does', async () => {
    const { id: ballotId } = await openBallotOf(test, { entrusted: '2' });
    const before = await told('ann', 'ballot.entrusting-accepted');
    const id = await entrust('ann', 'bob', ballotId);
    expect(await told('ann', 'ballot.entrusting-accepted')).toBe(before + 1);
    await giveBackVote(await test.asPerson('bob'), id);
    expect(await told('ann', 'ballot.entrusting-declined')).toBeGreaterThan(0);
    const again = await entrust('ann', 'bob', ballotId);
    await revokeEntrusting(await test.asPerson('ann'), again);
    expect(await told('bob', 'ballot.entrusting-revoked')).toBeGreaterThan(0);
    const offered = await offerVote(await test.asPerson('ann'), ballotId);
    await answerOffer(await test.asPerson('cai'), (await rowOf(offered)).code, 'decline');
    expect(await rowOf(offered)).toMatchObject({ state: 'declined', toPersonId: null, currentKey: null });
  });

  it('goes to one person at a time, and to nobody beyond what the ballot allows', async () => {
    const { id: ballotId } = await openBallotOf(test, { entrusted: '1' });
    await entrust('ann', 'bob', ballotId);
    await expect(offerVote(await test.asPerson('ann'), ballotId)).rejects.toMatchObject({
      reason: 'ballots.entrusted-already',
    });
    await expect(entrust('cai', 'bob', ballotId)).rejects.toMatchObject({
      reason: 'ballots.entrusted-enough',
    });
    const own = await offerVote(await test.asPerson('dan'), ballotId);
    await expect(
      answerOffer(await test.asPerson('dan'), (await rowOf(own)).code, 'accept'),
    ).rejects.toMatchObject({ reason: 'ballots.not-for-oneself-entrusted' });
  });

  it('is between electors, in a ballot that allows it and is not over', async () => {
    const without = await openBallotOf(test);
    await expect(offerVote(await test.asPerson('ann'), without.id)).rejects.toMatchObject({
      reason: 'ballots.no-entrusting',
    });
    await expect(entrustingPage(await test.asPerson('ann'), without.id)).rejects.toMatchObject({
      code: 'not-found',
    });
    const ballot = await openBallotOf(test, { entrusted: '3' });
    await expect(offerVote(await test.asPerson('stranger'), ballot.id)).rejects.toMatchObject({
      reason: 'ballots.not-in-electorate',
    });
    await expect(entrust('ann', 'stranger', ballot.id)).rejects.toMatchObject({
      reason: 'ballots.not-in-electorate',
    });
    await closeNow(test);
    await expect(offerVote(await test.asPerson('bob'), ballot.id)).rejects.toMatchObject({
      reason: 'ballots.closed',
    });
  });

  it('from before the opening holds only for those who turn out to be electors', async () => {
    const opensAt = new Date(test.clock.now().getTime() + 1800_000).toISOString();
    const ballot = await makeBallot(test, { entrusted: '3', opensAt });
    const good = await entrust('ann', 'bob', ballot.id);
    const bad = await entrust('stranger', 'bob', ballot.id);
    await expect(cast('bob', good, pick(ballot, 0))).rejects.toMatchObject({
      reason: 'ballots.not-open-yet',
    });
    test.clock.set(new Date(test.clock.now().getTime() + 1900_000));
    await openAndCloseDueBallots(test.as('system'));
    await cast('bob', good, pick(ballot, 0));
    await expect(cast('bob', bad, pick(ballot, 0))).rejects.toMatchObject({
      reason: 'ballots.entruster-not-elector',
    });
  });

  it('cannot be taken or used by anybody else: links of old lead nowhere, and ids are no key', async () => {
    const ballot = await openBallotOf(test, { entrusted: '3' });
    const id = await entrust('ann', 'bob', ballot.id);
    const { code } = await rowOf(id);
    await expect(answerOffer(await test.asPerson('cai'), code, 'accept')).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(offerByLink(await test.asPerson('cai'), code)).rejects.toMatchObject({ code: 'not-found' });
    await expect(cast('cai', id, pick(ballot, 0))).rejects.toMatchObject({ code: 'not-found' });
    for (const end of [giveBackVote, revokeEntrusting])
      await expect(end(await test.asPerson('cai'), id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(offerVote(test.as('visitor'), ballot.id)).rejects.toMatchObject({ reason: 'signed-out' });
  });

  it('ends with an account that is closed, on either side, and the other is told', async () => {
    for (const person of ['hal', 'ida', 'jon', 'kim']) await makeVoter(test, person);
    const ballot = await openBallotOf(test, { entrusted: '3' });
    const [from, to] = [await entrust('hal', 'ida', ballot.id), await entrust('jon', 'kim', ballot.id)];
    await erasePerson(await test.asPerson('hal'), 'hal');
    await erasePerson(await test.asPerson('kim'), 'kim');
    expect(await rowOf(from)).toMatchObject({ state: 'revoked', currentKey: null });
    expect(await rowOf(to)).toMatchObject({ state: 'declined', currentKey: null });
    expect(await told('ida', 'ballot.entrusting-revoked')).toBe(1);
    expect(await told('jon', 'ballot.entrusting-declined')).toBe(1);
    await expect(cast('ida', from, pick(ballot, 0))).rejects.toMatchObject({
      reason: 'ballots.not-entrusted',
    });
  });
});
