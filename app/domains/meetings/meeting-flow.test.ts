import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  approveMinutes,
  decisionForm,
  makeMeeting,
  meetingContext,
  meetingForm,
  openMeeting,
} from '../../../tests/factories/meetings';
import type { TestContext } from '../../../tests/setup/context';
import { addItem, moveItem } from './agenda.server';
import { answerSeat } from './seats/answer-seat.server';
import { cancelMeeting } from './cancel-meeting.server';
import { changeMeeting } from './change-meeting.server';
import { conveneMeeting } from './convene-meeting.server';
import { recordDecision, strikeDecision } from './minutes/decide.server';
import { inviteToMeeting, uninvite } from './seats/invite.server';
import { ledMeeting, meetingPage } from './meeting.query.server';
import {
  beginMeeting,
  layMinutes,
  recordAttendance,
  recordStep,
  saveMinutes,
} from './minutes/record-meeting.server';
import type { Context } from '../context';
import { changeMeetingSchema, decisionSchema, meetingSchema } from './schema';

let test: TestContext;
beforeAll(async () => {
  test = await meetingContext();
}, 60_000);
afterAll(() => test.dispose());

const read = () => test.database.read;
const meetingOf = (id: string) => read().meeting.findUniqueOrThrow({ where: { id } });
const seatsOf = (meetingId: string) =>
  read().meetingSeat.findMany({ where: { meetingId }, orderBy: { id: 'asc' } });
const led = () => test.asPerson('moderator');

describe('convening', () => {
  it('is for moderators of the area and verified organisations that sit there or above', async () => {
    const input = meetingSchema.parse(meetingForm(test));
    await expect(conveneMeeting(await test.asPerson('stranger'), input)).rejects.toThrow('not-convener');
    await expect(conveneMeeting(await test.asPerson('elsewhere'), input)).rejects.toThrow('not-convener');
    await expect(conveneMeeting(await test.asPerson('stranger', 'newcomers'), input)).rejects.toThrow(
      'not-convener',
    );
    await expect(conveneMeeting(test.as('visitor'), input)).rejects.toThrow('signed-out');
    const id = await conveneMeeting(await test.asPerson('shopkeeper', 'shop'), input);
    expect((await meetingOf(id)).organisationId).toBe('shop');
  });

  it('refuses days that there are not, an end before the beginning, and what is past, long or far', async () => {
    const fault = (change: object) => meetingSchema.safeParse(meetingForm(test, { ...change })).success;
    expect(fault({ startsAt: '2027-02-30T09:00' })).toBe(false);
    expect(fault({ startsAt: '2027-02-28T10:00:00Z', endsAt: '2027-02-28T09:00:00Z' })).toBe(false);
    await expect(
      makeMeeting(test, { startsAt: '2026-11-01T08:00:00Z', endsAt: '2026-11-01T09:00:00Z' }),
    ).rejects.toThrow('in-the-past');
    await expect(
      makeMeeting(test, { startsAt: '2026-12-24T08:00:00Z', endsAt: '2026-12-25T09:00:00Z' }),
    ).rejects.toThrow('too-long');
    await expect(
      makeMeeting(test, { startsAt: '2036-12-24T08:00:00Z', endsAt: '2036-12-24T09:00:00Z' }),
    ).rejects.toThrow('too-far');
  });

  it('refuses a quorum above the seats, then and later, and organisations that are not verified', async () => {
    await expect(makeMeeting(test, { quorum: '4' })).rejects.toThrow('quorum-above-invited');
    await expect(makeMeeting(test, { organisationIds: ['newcomers'] })).rejects.toThrow(
      'unknown-organisation',
    );
    const id = await makeMeeting(test, { quorum: '3' });
    const [seat] = await seatsOf(id);
    await expect(uninvite(await led(), id, seat?.id ?? '')).rejects.toThrow('quorum-above-invited');
    const change = changeMeetingSchema.parse(meetingForm(test, { quorum: '9' }));
    await expect(changeMeeting(await led(), id, change)).rejects.toThrow('quorum-above-invited');
  });

  it('invites everyone once, and tells nobody whether an address has an account', async () => {
    const people = 'guest@example.org | 居民代表\nGUEST@example.org | 又一次\nnobody@example.org';
    const id = await makeMeeting(test, { people, organisationIds: ['shop', 'shop'] });
    expect(await seatsOf(id)).toHaveLength(3);
    const again = {
      organisationIds: ['shop'],
      organisationNames: [],
      people: [{ email: 'guest@example.org', capacity: '' }],
    };
    await expect(inviteToMeeting(await led(), id, again)).rejects.toThrow('invited-already');
    const { seats } = await meetingPage(await led(), id);
    expect(seats.map(({ name, email }) => [name, email])).toEqual([
      [null, null],
      [null, 'guest@example.org'],
      [null, 'nobody@example.org'],
    ]);
  });

  it('holds a series on the same weekday of each month by the portal’s clock', async () => {
    const id = await makeMeeting(test, { repeat: 'monthly', count: '3' });
    const series = await read().meeting.findMany({ where: { seriesId: id }, orderBy: { startsAt: 'asc' } });
    // 25 November 2026, 16:00 in Shanghai, is the fourth Wednesday.
    expect(series.map(({ startsAt }) => startsAt.toISOString().slice(0, 16))).toEqual([
      '2026-11-25T08:00',
      '2026-12-23T08:00',
      '2027-01-27T08:00',
    ]);
    expect(series[0]?.rule).toBe('FREQ=MONTHLY;BYDAY=4WE;COUNT=3');
  });
});

describe('answering and changing', () => {
  it('is for the own seat, and by a mandate for that of an organisation', async () => {
    const id = await makeMeeting(test);
    const [shop, , guest] = await seatsOf(id);
    const answer = { answer: 'substitute' as const, substitute: '老王', showsName: false };
    const by = async (name: string, seatId = '') =>
      answerSeat(await test.asPerson(name), id, { seatId, ...answer });
    await expect(by('helper', shop?.id)).rejects.toThrow('not-invited');
    await expect(by('stranger', guest?.id)).rejects.toThrow('not-invited');
    await by('shopkeeper', shop?.id);
    expect((await seatsOf(id))[0]).toMatchObject({
      ...{ answer: 'substitute', substitute: '老王', representativeId: 'shopkeeper', mandate: 'owner' },
    });
  });

  it('tells what was and what is, raises the sequence, and asks for answers anew', async () => {
    const id = await makeMeeting(test);
    const [shop] = await seatsOf(id);
    await answerSeat(await test.asPerson('shopkeeper'), id, {
      ...{ seatId: shop?.id ?? '', answer: 'yes', substitute: '', showsName: false },
    });
    const later = changeMeetingSchema.parse(
      meetingForm(test, { startsAt: '2026-12-24T01:00:00Z', endsAt: '2026-12-24T02:30:00Z', place: '二楼' }),
    );
    await changeMeeting(await led(), id, later);
    expect(await meetingOf(id)).toMatchObject({ sequence: 1, place: '二楼' });
    expect((await seatsOf(id))[0]?.answer).toBeNull();
    const event = await read().event.findFirstOrThrow({ where: { subjectId: id, type: 'meeting.changed' } });
    const told = JSON.parse(event.publicData) as { was: string; is: string };
    expect(told.was).toMatch(/^2026-\d\d-\d\d \d\d:\d\d–\d\d:\d\d · 议事厅$/);
    expect(told.is).toBe('2026-12-24 09:00–10:30 · 二楼');
    await expect(changeMeeting(await led(), id, { ...later, revision: 'of before' })).rejects.toMatchObject({
      code: 'conflict',
      saved: { values: { place: '二楼' } },
    });
  });
});

describe('recording', () => {
  it('begins not before its time, and takes no attendance before', async () => {
    const id = await makeMeeting(test);
    await expect(beginMeeting(await led(), id)).rejects.toThrow('too-early');
    await expect(recordAttendance(await led(), id, { version: 1, present: [] })).rejects.toThrow('not-begun');
    await expect(recordDecision(await led(), id, decisionForm())).rejects.toThrow('not-begun');
  });

  it('tells the second of two recorders that somebody was first', async () => {
    const id = await makeMeeting(test);
    await openMeeting(test, id, 2);
    const { version } = await meetingOf(id);
    const seats = await seatsOf(id);
    const record = async (present: string[]) => recordAttendance(await led(), id, { version, present });
    const outcomes = await Promise.allSettled([
      record([seats[0]?.id ?? '']),
      record(seats.map((seat) => seat.id)),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(record(['another'])).rejects.toThrow();
    const page = await meetingPage(await led(), id);
    await saveMinutes(await led(), id, { minutes: '一个人写的。', revision: page.revisions.minutes });
    await expect(
      saveMinutes(await led(), id, { minutes: '另一个人写的。', revision: page.revisions.minutes }),
    ).rejects.toMatchObject({ code: 'conflict', saved: { values: { minutes: '一个人写的。' } } });
  });

  it('lets nothing be decided without a quorum, with more votes than people, or by whoever is not there', async () => {
    const id = await makeMeeting(test);
    await openMeeting(test, id, 1);
    await expect(recordDecision(await led(), id, decisionForm())).rejects.toThrow('no-quorum');
    const other = await makeMeeting(test);
    await openMeeting(test, other, 2);
    const decide = async (change: object) => recordDecision(await led(), other, decisionForm({ ...change }));
    await expect(decide({ votesFor: 2, votesAgainst: 1 })).rejects.toThrow('votes-above-present');
    await expect(decide({ responsible: 'person:stranger' })).rejects.toThrow('unknown-responsible');
    await expect(decide({ dueOn: '2020-01-01' })).rejects.toThrow('due-before-meeting');
    expect(decisionSchema.safeParse({ ...decisionForm(), dueOn: '2027-02-30' }).success).toBe(false);
    expect(decisionSchema.safeParse({ ...decisionForm(), votesFor: '' }).success).toBe(false);
    expect(decisionForm({ votesAgainst: '', abstentions: '' })).toMatchObject({
      votesAgainst: 0,
      abstentions: 0,
    });
    await decide({ votesFor: 1, votesAgainst: 1 });
    await decide({ rule: 'two-thirds', votesFor: 2 });
    const { decisions } = await meetingPage(await led(), other);
    expect(decisions.map(({ number, result }) => [number, result])).toEqual([
      [1, 'rejected'],
      [2, 'carried'],
    ]);
    await expect(cancelMeeting(await led(), other, '没有必要开了')).rejects.toThrow('has-decided');
  });

  it('takes the same form again once what it made was struck or taken off', async () => {
    const id = await makeMeeting(test);
    await openMeeting(test, id, 2);
    const form = { ...(await led()), formDigest: () => Promise.resolve('one form') };
    const decisions = () => read().meetingDecision.count({ where: { meetingId: id } });
    const decisionId = await recordDecision(form, id, decisionForm());
    expect(await recordDecision(form, id, decisionForm())).toBe(decisionId);
    expect(await decisions()).toBe(1);
    await strikeDecision(await led(), id, decisionId);
    await recordDecision(form, id, decisionForm());
    expect(await decisions()).toBe(1);
    for (const words of ['停车位划线方案', '停车位划线方案']) await addItem(form, id, words);
    const [item] = await read().meetingItem.findMany({ where: { meetingId: id } });
    await moveItem(await led(), id, { itemId: item?.id ?? '', how: 'remove' });
    await addItem(form, id, '停车位划线方案');
    expect(await read().meetingItem.count({ where: { meetingId: id } })).toBe(1);
  });

  it('records nothing of a meeting that was called off', async () => {
    const id = await makeMeeting(test);
    await cancelMeeting(await led(), id, '会场临时不能用');
    expect(await meetingOf(id)).toMatchObject({ state: 'cancelled', sequence: 1 });
    await expect(recordDecision(await led(), id, decisionForm())).rejects.toThrow('is-cancelled');
    await expect(cancelMeeting(await led(), id, '会场临时不能用')).rejects.toThrow('over-already');
    await expect(beginMeeting(await led(), id)).rejects.toThrow('over-already');
  });

  it('records the steps of 四议两公开 in their order, with whole numbers that fit each other', async () => {
    const id = await makeMeeting(test, { kind: 'four-discussions', organisationIds: ['shop'], people: '' });
    await openMeeting(test, id, 1);
    const heldAt = test.clock.now();
    const step = async (position: number, change: object = {}) =>
      recordStep(await led(), id, {
        position,
        heldAt,
        content: '',
        due: 30,
        present: 27,
        votesFor: 25,
        ...change,
      });
    await expect(step(1)).rejects.toThrow('step-before-missing');
    await expect(step(0, { present: 31 })).rejects.toThrow('present-above-due');
    await expect(step(0, { votesFor: 28 })).rejects.toThrow('votes-above-present');
    await expect(step(0, { heldAt: new Date(heldAt.getTime() + 60_000) })).rejects.toThrow('step-in-future');
    await step(0);
    await expect(step(1, { heldAt: new Date(heldAt.getTime() - 60_000) })).rejects.toThrow(
      'step-before-later',
    );
    expect((await meetingPage(await led(), id)).steps[0]).toMatchObject({
      due: 30,
      present: 27,
      percent: 90,
    });
    const [first] = (await ledMeeting(await led(), id)).stepForms;
    expect(first?.fields).toMatchObject({ due: '30', present: '27', votesFor: '25' });
    await step(0, { revision: first?.revision, votesFor: 26 });
    await expect(step(0, { revision: first?.revision, votesFor: 20 })).rejects.toMatchObject({
      code: 'conflict',
      saved: { values: { votesFor: '26' } },
    });
  });

  it('offers who leads what can be done now, and says why something cannot yet', async () => {
    const empty = await makeMeeting(test, { organisationIds: [], people: '' });
    test.clock.advance(25 * 3600_000);
    await expect(beginMeeting(await led(), empty)).rejects.toThrow('nobody-invited');
    const id = await makeMeeting(test, { quorum: '3' });
    const page = async () => meetingPage(await led(), id);
    expect(await page()).toMatchObject({
      may: { uninvite: false },
      next: { begin: { allowed: false, reason: 'meetings.too-early' } },
    });
    await openMeeting(test, id, 3);
    expect((await page()).next.lay).toMatchObject({ reason: 'meetings.no-minutes' });
    await saveMinutes(await led(), id, { minutes: '写好了。' });
    expect((await page()).next.lay).toEqual({ allowed: true });
    await recordDecision(await led(), id, decisionForm());
    await layMinutes(await led(), id);
    await approveMinutes(test, id, { by: ['shopkeeper', 'clubber'] });
    const offered = async (ctx: Context) =>
      (await meetingPage(ctx, id)).decisions.map(({ outcomes }) => outcomes);
    expect(await offered(await led())).toEqual([['work-order', 'ballot']]);
    expect(await offered(await test.asPerson('shopkeeper'))).toEqual([[]]);
  });
});
