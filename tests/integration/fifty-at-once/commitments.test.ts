import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftOf, makeParties, signAs } from '../../factories/agreements';
import { makeVoter, openBallotOf, vote } from '../../factories/ballots';
import { makeConversation, statementsOf } from '../../factories/conversations';
import { communityId, makeAreas, makePerson } from '../../factories/proposals';
import { atOnce, fifty } from '../../setup/at-once';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import { draftAgreement } from '~/domains/agreements/drafting/draft-agreement.server';
import { freezeAgreement } from '~/domains/agreements/signing/freeze-agreement.server';
import type { Context } from '~/domains/context';
import { answerStatement } from '~/domains/opinions/statements/answer-statement.server';
import { endDueConversations } from '~/domains/opinions/end-conversation.server';
import { importAreas } from '~/domains/territory/index.server';
import { cancelOpportunity } from '~/domains/volunteering/activities/cancel-opportunity.server';
import { addShift, publishOpportunity } from '~/domains/volunteering/opportunity.server';
import { signUp, withdraw } from '~/domains/volunteering/places/sign-up.server';

let test: TestContext;
let crowd: Context[];
const parties = ['ngo', 'shop', 'club', 'school'];

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  await Promise.all(fifty.map((at) => makeVoter(test, `person-${at}`)));
  crowd = await Promise.all(fifty.map((at) => test.asPerson(`person-${at}`)));
  await makeParties(test, parties);
});
afterAll(() => test.dispose());

async function makeShift(capacity: number): Promise<{ opportunityId: string; shiftId: string }> {
  const organiser = await test.asPerson('ngo-person', 'ngo');
  const opportunityId = await publishOpportunity(organiser, {
    title: '充电桩安装引导',
    body: '请两位志愿者在现场引导停车。',
    areaId: communityId,
    proposalId: '',
    place: '',
    risks: '无特别风险',
    requirements: '',
    minimumAge: 16,
  });
  const startsAt = new Date(test.clock.now().getTime() + 24 * 3600_000);
  const endsAt = new Date(startsAt.getTime() + 2 * 3600_000);
  await addShift(organiser, opportunityId, { startsAt, endsAt, capacity, task: '' });
  const { id } = await test.database.read.shift.findFirstOrThrow({ where: { opportunityId } });
  return { opportunityId, shiftId: id };
}

const placed = (shiftId: string, state: string) =>
  test.database.read.signUp.count({ where: { shiftId, state } });

describe('a shift', () => {
  it('of ten places gives ten to fifty people, and the rest wait; when some leave, those who wait are asked', async () => {
    const { shiftId } = await makeShift(10);
    const { ok } = await atOnce(crowd, (ctx) => signUp(ctx, shiftId));
    expect(ok.filter((state) => state === 'confirmed')).toHaveLength(10);
    await atOnce(crowd.slice(0, 25), (ctx) => withdraw(ctx, shiftId));
    const held = (await placed(shiftId, 'confirmed')) + (await placed(shiftId, 'offered'));
    expect([held, await placed(shiftId, 'waiting')]).toEqual([10, 15]);
    expect((await test.database.read.shift.findUniqueOrThrow({ where: { id: shiftId } })).taken).toBe(10);
  });

  it('that is called off while people sign up tells all who have a place', async () => {
    const { shiftId, opportunityId } = await makeShift(60);
    const organiser = await test.asPerson('ngo-person', 'ngo');
    const { refused } = await atOnce<Context | null, unknown>(
      [...crowd.slice(0, 25), null, ...crowd.slice(25)],
      (ctx) => (ctx ? signUp(ctx, shiftId) : cancelOpportunity(organiser, opportunityId, '下雨改期')),
    );
    expect(Object.keys(refused).filter((reason) => reason !== 'volunteering.sign-up-over')).toEqual([]);
    const event = await test.database.read.event.findFirstOrThrow({
      where: { subjectId: opportunityId, type: 'opportunity.cancelled' },
    });
    const { volunteerIds } = JSON.parse(event.privateData ?? '{}') as { volunteerIds: string[] };
    expect(volunteerIds).toHaveLength(await placed(shiftId, 'confirmed'));
  });
});

it('an agreement signed by all parties at once is signed once by each, and is in force', async () => {
  const contexts = await Promise.all(parties.map((id) => test.asPerson(`${id}-person`, id)));
  const [first] = contexts;
  if (!first) throw new Error('No party is there');
  const id = await draftAgreement(first, draftOf({ partyIds: parties, rows: {} }));
  await freezeAgreement(first, id);
  const { contentHash } = await test.database.read.agreement.findUniqueOrThrow({ where: { id } });
  const { ok, refused } = await atOnce([...contexts, ...contexts], (ctx) =>
    signAs(ctx, { id, contentHash: contentHash ?? '' }),
  );
  expect(ok).toHaveLength(4);
  expect(Object.values(refused).reduce((sum, one) => sum + one, 0)).toBe(4);
  expect((await test.database.read.agreement.findUniqueOrThrow({ where: { id } })).state).toBe('in-force');
  const told = { subjectId: id, type: 'agreement.in-force' };
  expect(await test.database.read.event.count({ where: told })).toBe(1);
});

it('votes of fifty people are fifty, and of one person who presses fifty times one', async () => {
  const { id, options } = await openBallotOf(test);
  const choice = { kind: 'single-choice' as const, option: options[0] ?? null };
  const cast = (person: string) => vote(test, person, id, choice);
  const voters = fifty.map((at) => `person-${at}`);
  expect((await atOnce(voters, cast)).ok).toHaveLength(50);
  await atOnce(fifty, () => cast('person-1'));
  expect((await test.database.read.ballot.findUniqueOrThrow({ where: { id } })).votedCount).toBe(50);
});

it('a conversation counts what fifty answer at once, and two timers close it once', async () => {
  const id = await makeConversation(test);
  const [statement] = await statementsOf(test, id);
  const { ok } = await atOnce(crowd, (ctx) =>
    answerStatement(ctx, { conversationId: id, statementId: statement?.id ?? '', answer: 'agree' }),
  );
  expect(ok).toHaveLength(50);
  const row = await test.database.read.conversation.findUniqueOrThrow({ where: { id } });
  expect([row.participantCount, row.answerCount]).toEqual([50, 50]);
  test.clock.set(new Date(row.closesAt.getTime() + 1000));
  const { refused } = await atOnce(fifty.slice(0, 4), () => endDueConversations(test.as('system')));
  expect(refused).toEqual({});
  const told = { subjectId: id, type: 'conversation.closed' };
  expect(await test.database.read.event.count({ where: told })).toBe(1);
});

it('areas imported ten times at once, each time in another order, stand there once', async () => {
  const lines = Array.from({ length: 60 }, (_, at) => `4210020020${String(at + 10)},社区${at}`);
  const files = Array.from({ length: 10 }, (_, at) =>
    ['code,name', '421002002000,解放路街道', ...lines.slice(at * 6), ...lines.slice(0, at * 6)].join('\n'),
  );
  const { ok } = await atOnce(files, (text) => importAreas(test.as('system'), text));
  expect(ok.map(({ imported }) => imported)).toEqual(files.map(() => 61));
  expect(await test.database.read.area.count({ where: { parentId: '421002002' } })).toBe(60);
});
