import { makeDepartment } from './departments';
import { makeOrganisation } from './organisations';
import { communityId, makeAreas, makePerson } from './proposals';
import { testContext } from '../setup/context';
import type { TestContext } from '../setup/context';
import type { Context } from '~/domains/context';
import { decisionSchema, meetingSchema, verdictSchema } from '~/domains/meetings/schema';
import {
  beginMeeting,
  layMinutes,
  recordAttendance,
  saveMinutes,
} from '~/domains/meetings/minutes/record-meeting.server';
import { giveVerdict } from '~/domains/meetings/minutes/approve-minutes.server';
import { recordDecision } from '~/domains/meetings/minutes/decide.server';
import { meetingPage } from '~/domains/meetings/meeting.query.server';
import { conveneMeeting } from '~/domains/meetings/convene-meeting.server';

export const hour = 3600_000;

/** As a form sends it, from tomorrow on; times as instants. */
export const meetingForm = (test: TestContext, change: Record<string, unknown> = {}) => {
  const at = (ahead: number) => new Date(test.clock.now().getTime() + ahead * hour).toISOString();
  return {
    kind: 'joint',
    title: '停车位联席会议',
    purpose: '商量停车位怎么划。',
    areaId: communityId,
    place: '议事厅',
    startsAt: at(24),
    endsAt: at(26),
    isPublic: 'yes',
    organisationIds: ['shop', 'club'],
    people: 'guest@example.org | 居民代表',
    ...change,
  };
};

/** A meeting of the moderator's, or of another's, with two organisations and a guest; answers its id. */
export async function makeMeeting(
  test: TestContext,
  change: Record<string, unknown> = {},
  convener?: Context,
): Promise<string> {
  const by = convener ?? (await test.asPerson('moderator'));
  return conveneMeeting(by, meetingSchema.parse(meetingForm(test, change)));
}

/** Lets its time come, opens it, and seats so many. */
export async function openMeeting(test: TestContext, id: string, present: number): Promise<void> {
  const { startsAt } = await test.database.read.meeting.findUniqueOrThrow({ where: { id } });
  if (test.clock.now() < startsAt) test.clock.set(startsAt);
  const moderator = await test.asPerson('moderator');
  await beginMeeting(moderator, id);
  const { version } = await test.database.read.meeting.findUniqueOrThrow({ where: { id } });
  const seats = await test.database.read.meetingSeat.findMany({
    where: { meetingId: id },
    orderBy: { id: 'asc' },
  });
  await recordAttendance(moderator, id, { version, present: seats.slice(0, present).map((seat) => seat.id) });
}

/** A moderator, guests, organisations that are verified and one that is not, and a department. */
export async function meetingContext(): Promise<TestContext> {
  const test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  await makePerson(test, 'elsewhere', { role: 'moderator', areaId: '421003' });
  for (const id of ['guest', 'stranger', 'shopkeeper', 'clubber', 'helper']) await makePerson(test, id);
  await makeOrganisation(test, { id: 'shop', members: { shopkeeper: 'owner', helper: 'member' } });
  await makeOrganisation(test, { id: 'club', members: { clubber: 'representative' } });
  await makeOrganisation(test, { id: 'newcomers', verified: false, members: { stranger: 'owner' } });
  await makeDepartment(test, { id: 'roads', memberId: 'helper' });
  return test;
}

export const decisionForm = (change: Record<string, unknown> = {}) =>
  decisionSchema.parse({ motion: '先划残疾人车位', rule: 'majority', votesFor: 2, ...change });

/** Held, with one decision that was carried, and minutes that wait for approval. */
export async function layMeeting(test: TestContext, change: Record<string, unknown> = {}) {
  const id = await makeMeeting(test, change);
  await openMeeting(test, id, 2);
  const moderator = await test.asPerson('moderator');
  const responsible = 'organisation:roads';
  const decisionId = await recordDecision(moderator, id, decisionForm({ responsible }));
  await saveMinutes(moderator, id, { minutes: '大家同意先划残疾人车位。' });
  await layMinutes(moderator, id);
  return { id, decisionId };
}

/** Each gives the verdict for the first of their seats that was taken. */
export async function approveMinutes(
  test: TestContext,
  id: string,
  { by, ...change }: { by: string[]; verdict?: string; words?: string },
): Promise<void> {
  for (const name of by) {
    const person = await test.asPerson(name);
    const seatId = (await meetingPage(person, id)).may.verdict[0] ?? '';
    await giveVerdict(person, id, verdictSchema.parse({ seatId, verdict: 'approved', words: '', ...change }));
  }
}

export async function publishMeeting(test: TestContext, change: Record<string, unknown> = {}) {
  const made = await layMeeting(test, change);
  await approveMinutes(test, made.id, { by: ['shopkeeper', 'clubber'] });
  return made;
}
