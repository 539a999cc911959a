import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  approveMinutes,
  layMeeting,
  makeMeeting,
  meetingContext,
  openMeeting,
} from '../../../../tests/factories/meetings';
import { makePerson } from '../../../../tests/factories/proposals';
import type { TestContext } from '../../../../tests/setup/context';
import { runJobs } from '../../../../tests/setup/jobs';
import { answerSeat } from './answer-seat.server';
import { cancelMeeting } from '../cancel-meeting.server';
import { recordDecision } from '../minutes/decide.server';
import { forgetOldAddresses } from './forget-addresses.server';
import { inviteToMeeting, uninvite } from './invite.server';
import { meetingPage } from '../meeting.query.server';
import { layMinutes, saveMinutes } from '../minutes/record-meeting.server';
import { decisionSchema, inviteSchema } from '../schema';
import { showName } from './show-name.server';
import { takeInvitedSeats } from './take-seats.server';
import { inboxPage } from '../../notifications/index.server';

let test: TestContext;
beforeAll(async () => {
  test = await meetingContext();
}, 60_000);
afterAll(() => test.dispose());

const read = () => test.database.read;
const seatsOf = (meetingId: string) =>
  read().meetingSeat.findMany({ where: { meetingId }, orderBy: { id: 'asc' } });
const led = () => test.asPerson('moderator');
const toldOf = async (person: string) => {
  await runJobs(test);
  const rows = await read().notification.findMany({
    where: { personId: person },
    orderBy: { eventId: 'asc' },
  });
  return rows.map(({ type }) => type);
};

describe('a seat', () => {
  it('of an address is joined with the account that it gets later, which is told', async () => {
    const people = 'later@example.org | 业主代表';
    const [coming, held] = [await makeMeeting(test, { people }), await makeMeeting(test, { people })];
    await openMeeting(test, held, 2);
    await makePerson(test, 'later');
    await takeInvitedSeats(test.as('system'), 'later');
    for (const id of [coming, held])
      expect((await seatsOf(id)).find(({ capacity }) => capacity === '业主代表')?.personId).toBe('later');
    expect(await toldOf('later')).toEqual(['meeting.invited']);
    await takeInvitedSeats(test.as('system'), 'later');
    expect(await toldOf('later')).toEqual(['meeting.invited']);
    const page = await meetingPage(await test.asPerson('later'), coming);
    expect(page.seats.filter(({ own }) => own)).toHaveLength(1);
  });

  it('that is taken back is told to who had it, also of a closed meeting, whose title stays unsaid', async () => {
    const id = await makeMeeting(test, { isPublic: 'no', title: '只有受邀者知道的会议' });
    const [, , guest] = await seatsOf(id);
    await uninvite(await led(), id, guest?.id ?? '');
    expect((await toldOf('guest')).at(-1)).toBe('meeting.uninvited');
    const inbox = JSON.stringify(await inboxPage(await test.asPerson('guest'), 'guest'));
    expect(inbox).toContain('邀请已撤回');
    expect(inbox).not.toContain('只有受邀者知道的会议');
  });

  it('keeps its address until the meeting is over or called off, and no longer than a season', async () => {
    const addresses = async (id: string) => (await seatsOf(id)).flatMap(({ email }) => email ?? []);
    const { id: published } = await layMeeting(test);
    expect(await addresses(published)).toEqual(['guest@example.org']);
    await approveMinutes(test, published, { by: ['shopkeeper', 'clubber'] });
    expect(await addresses(published)).toEqual([]);
    const cancelled = await makeMeeting(test);
    await cancelMeeting(await led(), cancelled, '会场临时不能用');
    expect(await addresses(cancelled)).toEqual([]);
    const forgotten = await makeMeeting(test);
    await forgetOldAddresses(test.as('system'));
    expect(await addresses(forgotten)).toEqual(['guest@example.org']);
    const before = test.clock.now();
    test.clock.advance(100 * 24 * 3600_000);
    await forgetOldAddresses(test.as('system'));
    test.clock.set(before);
    expect(await addresses(forgotten)).toEqual([]);
  });

  it('shows a name as long as its bearer wants it, and nobody else decides that', async () => {
    const id = await makeMeeting(test);
    const [, , seat] = await seatsOf(id);
    const seatId = seat?.id ?? '';
    const answer = { seatId, answer: 'yes' as const, substitute: '' };
    await answerSeat(await test.asPerson('guest'), id, { ...answer, showsName: true });
    await openMeeting(test, id, 3);
    await recordDecision(
      await led(),
      id,
      decisionSchema.parse({ motion: '先划车位', rule: 'majority', votesFor: 2 }),
    );
    await saveMinutes(await led(), id, { minutes: '同意。' });
    await layMinutes(await led(), id);
    await approveMinutes(test, id, { by: ['shopkeeper', 'clubber'] });
    const publicly = async () => (await meetingPage(test.as('visitor'), id)).seats[2]?.name;
    expect(await publicly()).toBe('guest');
    for (const other of ['shopkeeper', 'moderator'])
      await expect(showName(await test.asPerson(other), id, { seatId, showsName: false })).rejects.toThrow(
        'not-your-name',
      );
    await showName(await test.asPerson('guest'), id, { seatId, showsName: false });
    expect(await publicly()).toBeNull();
    expect((await meetingPage(test.as('visitor'), id)).meeting.fits).toBe(true);
  });
});

describe('an organisation that stands in no list', () => {
  const invite = async (id: string, organisationNames: string) =>
    inviteToMeeting(await led(), id, inviteSchema.parse({ organisationNames }));

  it('is invited by its name or its code, once', async () => {
    const id = await makeMeeting(test, { organisationIds: [], people: '', organisationNames: 'shop' });
    await invite(id, 'club\nclub');
    expect((await seatsOf(id)).map(({ organisationId }) => organisationId)).toEqual(['shop', 'club']);
    await expect(invite(id, 'nowhere')).rejects.toMatchObject({
      ...{
        field: 'organisationNames',
        reason: 'meetings.no-organisation-named',
        params: { name: 'nowhere' },
      },
    });
    await expect(invite(id, 'newcomers')).rejects.toThrow('no-organisation-named');
  });

  it('is made responsible by its name', async () => {
    const id = await makeMeeting(test);
    await openMeeting(test, id, 2);
    const decide = async (who: object) =>
      recordDecision(
        await led(),
        id,
        decisionSchema.parse({ motion: '先划残疾人车位', rule: 'majority', votesFor: '2', ...who }),
      );
    await expect(decide({ responsible: 'organisation:shop', responsibleName: 'club' })).rejects.toThrow(
      'one-responsible',
    );
    await expect(decide({ responsibleName: 'nowhere' })).rejects.toThrow('no-organisation-named');
    await decide({ responsibleName: '城管局' });
    expect((await meetingPage(await led(), id)).decisions[0]?.responsible).toBe('城管局');
  });
});
