import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  decisionForm,
  layMeeting,
  makeMeeting,
  meetingContext,
  openMeeting,
  publishMeeting,
} from '../../factories/meetings';
import { atOnce, fifty } from '../../setup/at-once';
import type { TestContext } from '../../setup/context';
import { addItem } from '~/domains/meetings/agenda.server';
import { giveVerdict } from '~/domains/meetings/minutes/approve-minutes.server';
import { carryOut, settleDecision } from '~/domains/meetings/minutes/carry-out.server';
import { recordDecision } from '~/domains/meetings/minutes/decide.server';
import { inviteToMeeting } from '~/domains/meetings/seats/invite.server';
import { meetingPage } from '~/domains/meetings/meeting.query.server';
import { beginMeeting, recordAttendance } from '~/domains/meetings/minutes/record-meeting.server';
import { inviteSchema } from '~/domains/meetings/schema';

let test: TestContext;
beforeAll(async () => {
  test = await meetingContext();
}, 60_000);
afterAll(() => test.dispose());

const read = () => test.database.read;
const led = () => test.asPerson('moderator');

describe('a meeting', () => {
  it('is opened once, and takes one list of those present of fifty that were made from one page', async () => {
    const id = await makeMeeting(test);
    test.clock.advance(25 * 3600_000);
    const moderator = await led();
    const begun = await atOnce(fifty, () => beginMeeting(moderator, id));
    expect([begun.ok.length, begun.refused]).toEqual([1, { 'meetings.in-session': 49 }]);
    const { version } = await read().meeting.findUniqueOrThrow({ where: { id } });
    const [seat] = await read().meetingSeat.findMany({ where: { meetingId: id } });
    const recorded = await atOnce(fifty, () =>
      recordAttendance(moderator, id, { version, present: [seat?.id ?? ''] }),
    );
    expect([recorded.ok.length, recorded.refused]).toEqual([1, { 'changed-meanwhile': 49 }]);
  });

  it('numbers fifty decisions and points one after the other', async () => {
    const id = await makeMeeting(test);
    await openMeeting(test, id, 2);
    const moderator = await led();
    const decided = await atOnce(fifty, (at) =>
      recordDecision(moderator, id, decisionForm({ motion: `第 ${at} 件要议定的事` })),
    );
    await atOnce(fifty, (at) => addItem(moderator, id, `第 ${at} 个议题`));
    expect(decided.refused).toEqual({});
    const { decisions, agenda } = await meetingPage(moderator, id);
    expect(decisions.map(({ number }) => number)).toEqual(fifty.map((at) => at + 1));
    expect(agenda).toHaveLength(50);
    const places = await read().meetingItem.findMany({ where: { meetingId: id } });
    expect(new Set(places.map(({ position }) => position)).size).toBe(50);
  });

  it('gives an organisation one seat of fifty invitations', async () => {
    const id = await makeMeeting(test, { organisationIds: ['club'], people: '' });
    const input = inviteSchema.parse({ organisationIds: 'shop' });
    const moderator = await led();
    const { ok, refused } = await atOnce(fifty, () => inviteToMeeting(moderator, id, input));
    expect([ok.length, refused]).toEqual([1, { 'meetings.invited-already': 49 }]);
  });
});

describe('minutes and decisions', () => {
  it('are published once by fifty verdicts in one instant', async () => {
    const { id } = await layMeeting(test);
    const verdicts = await Promise.all(
      fifty.map(async (at) => {
        const person = await test.asPerson(at % 2 === 0 ? 'shopkeeper' : 'clubber');
        return { person, seatId: (await meetingPage(person, id)).may.verdict[0] ?? '' };
      }),
    );
    const { refused } = await atOnce(verdicts, ({ person, seatId }) =>
      giveVerdict(person, id, { seatId, verdict: 'approved', words: '' }),
    );
    expect(Object.keys(refused)).toEqual(['meetings.not-in-approval']);
    expect(await read().event.count({ where: { subjectId: id, type: 'meeting.published' } })).toBe(1);
  });

  it('become one order of fifty presses, and are done once', async () => {
    const { id, decisionId } = await publishMeeting(test);
    const moderator = await led();
    const orders = () => read().workOrder.count();
    const before = await orders();
    const made = await atOnce(fifty, () => carryOut(moderator, id, { decisionId, outcome: 'work-order' }));
    expect([made.ok.length, made.refused]).toEqual([1, { 'meetings.taken-up-already': 49 }]);
    expect((await orders()) - before).toBe(1);
    const done = await atOnce(fifty, () => settleDecision(moderator, id, { decisionId, words: '划好了' }));
    expect([done.ok.length, done.refused]).toEqual([1, { 'meetings.done-already': 49 }]);
  });
});
