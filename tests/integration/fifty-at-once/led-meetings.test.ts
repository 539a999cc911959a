import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  decisionForm,
  hour,
  layMeeting,
  makeMeeting,
  meetingContext,
  meetingForm,
  openMeeting,
  publishMeeting,
} from '../../factories/meetings';
import { makePerson } from '../../factories/proposals';
import { all, fired, oneAnd, presses } from '../../setup/at-once';
import type { TestContext } from '../../setup/context';
import type { Context } from '~/domains/context';
import { addItem, moveItem } from '~/domains/meetings/agenda.server';
import { answerSeat } from '~/domains/meetings/seats/answer-seat.server';
import { publishUncontested } from '~/domains/meetings/minutes/approve-minutes.server';
import { cancelMeeting } from '~/domains/meetings/cancel-meeting.server';
import { changeMeeting } from '~/domains/meetings/change-meeting.server';
import { recordDecision, strikeDecision } from '~/domains/meetings/minutes/decide.server';
import { uninvite } from '~/domains/meetings/seats/invite.server';
import {
  layMinutes,
  recordStep,
  reviseMinutes,
  saveMinutes,
} from '~/domains/meetings/minutes/record-meeting.server';
import { changeMeetingSchema } from '~/domains/meetings/schema';
import { carryOut } from '~/domains/meetings/minutes/carry-out.server';
import { recordPublication } from '~/domains/meetings/minutes/record-publication.server';
import { settleFinished } from '~/domains/meetings/minutes/settle-finished.server';
import { showName } from '~/domains/meetings/seats/show-name.server';
import { takeInvitedSeats } from '~/domains/meetings/seats/take-seats.server';
import { revisionOf } from '~/domains/shown-fields.server';

let test: TestContext;
let moderator: Context;
let guest: Context;
beforeAll(async () => {
  test = await meetingContext();
  [moderator, guest] = [await test.asPerson('moderator'), await test.asPerson('guest')];
}, 60_000);
afterAll(() => test.dispose());

const read = () => test.database.read;
const rowOf = (id: string) => read().meeting.findUniqueOrThrow({ where: { id } });
const told = (subjectId: string, type: string) => read().event.count({ where: { subjectId, type } });
const seatsOf = (meetingId: string) => read().meetingSeat.findMany({ where: { meetingId } });
const guestSeat = async (id: string) =>
  (await seatsOf(id)).find((seat) => seat.personId === 'guest')?.id ?? '';
const afresh = revisionOf({ minutes: '' });

describe('before it begins', () => {
  it('is changed by the last who saves, and called off once', async () => {
    const id = await makeMeeting(test);
    const place = (at: number) => changeMeetingSchema.parse(meetingForm(test, { place: `第 ${at} 会议室` }));
    expect(await fired((at) => changeMeeting(moderator, id, place(at)))).toEqual(all);
    expect([(await rowOf(id)).sequence, await told(id, 'meeting.changed')]).toEqual([presses, presses]);
    const cancelled = await fired(() => cancelMeeting(moderator, id, '会场临时不能用'));
    expect(cancelled).toEqual(oneAnd('meetings.over-already'));
  });

  it('takes one answer of a person who presses again and again, and a seat is taken back once', async () => {
    const id = await makeMeeting(test);
    const seatId = await guestSeat(id);
    const answer = { seatId, answer: 'yes', substitute: '', showsName: false } as const;
    expect(await fired(() => answerSeat(guest, id, answer))).toEqual(all);
    expect(await told(id, 'meeting.answered')).toBe(1);
    expect(await fired((at) => showName(guest, id, { seatId, showsName: at % 2 === 0 }))).toEqual(all);
    expect(await fired(() => uninvite(moderator, id, seatId))).toEqual(oneAnd('changed-meanwhile'));
  });

  it('gives the seat of an address to its account once', async () => {
    const id = await makeMeeting(test, { people: 'later@example.org | 业主代表' });
    await makePerson(test, 'later');
    expect(await fired(() => takeInvitedSeats(test.as('system'), 'later'), 10)).toEqual({ done: 10 });
    expect((await seatsOf(id)).filter(({ personId }) => personId === 'later')).toHaveLength(1);
    expect(await told(id, 'meeting.invited')).toBe(1);
  });

  it('has every point at a place of its own, however they are moved, and each taken off once', async () => {
    const id = await makeMeeting(test);
    for (const words of ['第一个议题', '第二个议题', '第三个议题']) await addItem(moderator, id, words);
    const items = await read().meetingItem.findMany({
      where: { meetingId: id },
      orderBy: { position: 'asc' },
    });
    const [gone = '', ...stay] = items.map((item) => item.id);
    const move = (itemId: string) => moveItem(moderator, id, { itemId, how: 'up' });
    expect(await fired((at) => move(stay[at % 2] ?? ''))).toEqual(all);
    const taken = await fired(() => moveItem(moderator, id, { itemId: gone, how: 'remove' }));
    expect(taken).toEqual(oneAnd('changed-meanwhile'));
    const places = await read().meetingItem.findMany({ where: { meetingId: id } });
    expect(new Set(places.map(({ position }) => position)).size).toBe(2);
  });
});

describe('in session', () => {
  it('its minutes are saved once of many pages, laid once and taken back once', async () => {
    const id = await makeMeeting(test);
    await openMeeting(test, id, 2);
    const saved = await fired((at) =>
      saveMinutes(moderator, id, { minutes: `纪要 ${at}`, revision: afresh }),
    );
    expect(saved).toEqual(oneAnd('saved-meanwhile'));
    expect((await fired(() => layMinutes(moderator, id))).done).toBe(1);
    expect((await fired(() => reviseMinutes(moderator, id))).done).toBe(1);
    expect([await told(id, 'meeting.minutes-laid'), await told(id, 'meeting.minutes-returned')]).toEqual([
      1, 1,
    ]);
  });

  it('a decision is struck once', async () => {
    const id = await makeMeeting(test);
    await openMeeting(test, id, 2);
    const decisionId = await recordDecision(moderator, id, decisionForm());
    expect(await fired(() => strikeDecision(moderator, id, decisionId))).toEqual(oneAnd('changed-meanwhile'));
  });

  it('the numbers of a step are those of one who recorded it', async () => {
    const id = await makeMeeting(test, { kind: 'four-discussions', organisationIds: ['shop'], people: '' });
    await openMeeting(test, id, 1);
    const common = { position: 0, content: '', due: 90, heldAt: test.clock.now() };
    const step = (at: number) => recordStep(moderator, id, { ...common, present: at + 10, votesFor: at });
    expect(await fired(step)).toEqual(all);
    const row = await read().meetingStep.findFirstOrThrow({ where: { meetingId: id, position: 0 } });
    expect((row.present ?? 0) - (row.votesFor ?? 0)).toBe(10);
  });
});

it('what was made public after the session is recorded once of many pages', async () => {
  const id = await makeMeeting(test, { kind: 'four-discussions', organisationIds: ['shop'], people: '' });
  await openMeeting(test, id, 1);
  for (const position of [0, 1, 2, 3])
    await recordStep(moderator, id, {
      ...{ position, content: '', due: 9, present: 9, votesFor: 9, heldAt: test.clock.now() },
    });
  await saveMinutes(moderator, id, { minutes: '四步都开过了。' });
  await layMinutes(moderator, id);
  const revision = revisionOf({ heldAt: '', content: '' });
  const publish = (at: number) =>
    recordPublication(moderator, id, {
      ...{ position: 4, heldAt: test.clock.now(), content: `公告栏 ${at}`, revision },
    });
  expect(await fired(publish)).toEqual(oneAnd('saved-meanwhile'));
  expect(await read().meetingPublication.count({ where: { meetingId: id } })).toBe(1);
});

it('a decision whose order is finished is settled once, whichever timers find it', async () => {
  const { id, decisionId } = await publishMeeting(test);
  const orderId = await carryOut(moderator, id, { decisionId, outcome: 'work-order' });
  await test.database.transaction(({ prisma }) =>
    prisma.workOrder.update({ where: { id: orderId }, data: { state: 'solved' } }),
  );
  expect(await fired(() => settleFinished(test.as('system')), 10)).toEqual({ done: 10 });
  expect(await told(id, 'meeting.decision-done')).toBe(1);
});

it('minutes to which nobody objects are published once, whichever timers find them', async () => {
  const { id } = await layMeeting(test);
  test.clock.advance(30 * 24 * hour);
  expect(await fired(() => publishUncontested(test.as('system')), 10)).toEqual({ done: 10 });
  expect([(await rowOf(id)).state, await told(id, 'meeting.published')]).toEqual(['published', 1]);
});
