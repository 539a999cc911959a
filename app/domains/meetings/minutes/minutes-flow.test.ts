import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  approveMinutes,
  decisionForm,
  layMeeting,
  makeMeeting,
  meetingContext,
  openMeeting,
  publishMeeting,
} from '../../../../tests/factories/meetings';
import { makePerson, makeProposal } from '../../../../tests/factories/proposals';
import type { TestContext } from '../../../../tests/setup/context';
import { addItem, moveItem } from '../agenda.server';
import { answerSeat } from '../seats/answer-seat.server';
import { publishUncontested } from './approve-minutes.server';
import { recordDecision } from './decide.server';
import { listMeetings, meetingCalendarFile, meetingPage, publishedMinutes } from '../meeting.query.server';
import { minutesPdf } from './minutes-pdf.query.server';
import { layMinutes, recordAttendance, reviseMinutes, saveMinutes } from './record-meeting.server';
import { hangingOfKind } from '../../insights/line-of-matter.query.server';
import type { Context } from '../../context';
import type { Transaction } from '~/platform/db/database.server';
import { erasePerson } from '../../own-data.server';
import { sha256 } from '~/lib/sha256';

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

describe('who reads a meeting', () => {
  it('that is not public: conveners and those invited, by mandate; everyone once its minutes are published', async () => {
    const { id } = await layMeeting(test, { isPublic: 'no' });
    for (const name of ['stranger', 'elsewhere', 'helper'])
      await expect(meetingPage(await test.asPerson(name), id)).rejects.toThrow('not-public');
    for (const name of ['guest', 'shopkeeper', 'moderator'])
      expect((await meetingPage(await test.asPerson(name), id)).meeting.minutesHtml).toContain('残疾人');
    const past = async (name: string) =>
      (await listMeetings(await test.asPerson(name), { past: false })).items.map((item) => item.id);
    expect(await past('stranger')).not.toContain(id);
    expect(await past('guest')).toContain(id);
    await approveMinutes(test, id, { by: ['shopkeeper', 'clubber'] });
    expect((await meetingPage(test.as('visitor'), id)).meeting.minutesHtml).toContain('残疾人');
  });

  it('keeps purpose and agenda of a closed meeting to those invited, also when its minutes are public', async () => {
    const proposal = await makeProposal(test, 'guest');
    const id = await makeMeeting(test, { isPublic: 'no', purpose: '商量一件只有我们知道的事。' });
    await addItem(await led(), id, `/proposals/${proposal}`);
    await addItem(await led(), id, '只给参会的人看的议题');
    await openMeeting(test, id, 2);
    await saveMinutes(await led(), id, { minutes: '同意。' });
    await layMinutes(await led(), id);
    await approveMinutes(test, id, { by: ['shopkeeper', 'clubber'] });
    const seenBy = async (ctx: Context) => {
      const { meeting, agenda } = await meetingPage(ctx, id);
      const calendar = await meetingCalendarFile(ctx, id);
      const about = await hangingOfKind(ctx, 'meeting', { kind: 'proposal', id: proposal });
      return { text: meeting.purposeHtml + calendar, agenda: agenda.length, about: about.length };
    };
    for (const ctx of [test.as('visitor'), await test.asPerson('stranger')]) {
      const { text, ...rest } = await seenBy(ctx);
      expect(text).not.toContain('只有我们知道');
      expect(rest).toEqual({ agenda: 0, about: 0 });
    }
    const { text, ...rest } = await seenBy(await test.asPerson('guest'));
    expect(text).toContain('只有我们知道');
    expect(rest).toEqual({ agenda: 2, about: 1 });
  });

  it('shows the public neither minutes before approval nor names of people who did not agree', async () => {
    const id = await makeMeeting(test);
    const [, , seat] = await seatsOf(id);
    await answerSeat(await test.asPerson('guest'), id, {
      ...{ seatId: seat?.id ?? '', answer: 'yes', substitute: '', showsName: false },
    });
    await openMeeting(test, id, 3);
    await recordDecision(await led(), id, decisionForm());
    await saveMinutes(await led(), id, { minutes: '还没有确认的话。' });
    const visitor = () => meetingPage(test.as('visitor'), id);
    const before = await visitor();
    expect([before.meeting.minutesHtml, before.decisions, before.seats]).toEqual(['', [], []]);
    await layMinutes(await led(), id);
    await approveMinutes(test, id, { by: ['shopkeeper', 'clubber'] });
    const after = await visitor();
    expect(JSON.stringify(after)).not.toContain('guest');
    expect(after.seats.map(({ organisation, capacity }) => organisation ?? capacity)).toEqual([
      'shop',
      'club',
      '居民代表',
    ]);
  });

  it('never shows the title of what on the agenda the reader may not read', async () => {
    const id = await makeMeeting(test);
    const proposal = await makeProposal(test, 'guest');
    const secret = await makeProposal(test, 'guest', { title: '之后被隐藏的提案' });
    await addItem(await led(), id, `/proposals/${proposal}`);
    await addItem(await led(), id, `https://portal.example/proposals/${secret}?x=1`);
    await addItem(await led(), id, '停车位划线方案');
    await expect(addItem(await led(), id, `/proposals/${proposal}`)).rejects.toThrow('item-there');
    await expect(addItem(await led(), id, '/proposals/01HZZZZZZZZZZZZZZZZZZZZZZZ')).rejects.toThrow(
      'unknown-item',
    );
    await test.database.transaction((tx) =>
      tx.prisma.proposal.update({ where: { id: secret }, data: { hiddenAt: test.clock.now() } }),
    );
    const { agenda } = await meetingPage(test.as('visitor'), id);
    expect(agenda.map(({ title }) => title)).toEqual(['在青石社区门口加装路灯', null, '停车位划线方案']);
    await moveItem(await led(), id, { itemId: agenda[2]?.id ?? '', how: 'up' });
    expect((await meetingPage(test.as('visitor'), id)).agenda.map(({ title }) => title)[1]).toBe(
      '停车位划线方案',
    );
    expect(
      await hangingOfKind(test.as('visitor'), 'meeting', { kind: 'proposal', id: proposal }),
    ).toMatchObject([{ id }]);
  });
});

describe('approving the minutes', () => {
  it('publishes them with more than half of those present, and lays down what can be hashed again', async () => {
    const { id } = await layMeeting(test);
    await expect(publishedMinutes(test.as('visitor'), id)).rejects.toThrow('not-found');
    await expect(approveMinutes(test, id, { by: ['guest'] })).rejects.toThrow();
    await approveMinutes(test, id, { by: ['shopkeeper'] });
    expect((await meetingOf(id)).state).toBe('in-approval');
    await approveMinutes(test, id, { by: ['clubber'] });
    const { state, contentHash } = await meetingOf(id);
    expect(state).toBe('published');
    expect(sha256(await publishedMinutes(test.as('visitor'), id))).toBe(contentHash);
  });

  it('are published once by two who approve at the same time', async () => {
    const { id } = await layMeeting(test);
    await Promise.all(['shopkeeper', 'clubber'].map((name) => approveMinutes(test, id, { by: [name] })));
    expect((await meetingOf(id)).state).toBe('published');
    const type = 'meeting.published';
    expect(await read().event.count({ where: { subjectId: id, type } })).toBe(1);
  });

  it('says so of minutes that were altered behind their approval', async () => {
    const { id, decisionId } = await publishMeeting(test);
    const fits = async () => (await meetingPage(test.as('visitor'), id)).meeting.fits;
    expect(await fits()).toBe(true);
    const alter = (change: (tx: Transaction) => Promise<unknown>) => test.database.transaction(change);
    const decision = { where: { id: decisionId } };
    await alter((tx) => tx.prisma.meetingDecision.update({ ...decision, data: { votesAgainst: 7 } }));
    expect(await fits()).toBe(false);
    await alter((tx) => tx.prisma.meetingDecision.update({ ...decision, data: { votesAgainst: 0 } }));
    expect(await fits()).toBe(true);
    const [shop, , guest] = await seatsOf(id);
    const seats = [
      { seat: shop, false: { presentAt: null }, true: { presentAt: shop?.presentAt ?? null } },
      { seat: guest, false: { capacity: '另一种身份' }, true: { capacity: '居民代表' } },
    ];
    for (const { seat, ...states } of seats)
      for (const fit of [false, true] as const) {
        const data = fit ? states.true : states.false;
        await alter((tx) => tx.prisma.meetingSeat.update({ where: { id: seat?.id ?? '' }, data }));
        expect(await fits()).toBe(fit);
      }
    await alter((tx) => tx.prisma.meetingDecision.update({ ...decision, data: { responsibleId: 'shop' } }));
    expect(await fits()).toBe(false);
    await alter((tx) =>
      tx.prisma.meeting.update({ where: { id }, data: { minutesHtml: '<p>假的纪要</p>' } }),
    );
    expect((await meetingPage(test.as('visitor'), id)).meeting.minutesHtml).not.toContain('假的');
  });

  it('keeps on the list who was counted in a decision, and whoever objected', async () => {
    const { id } = await layMeeting(test);
    const [shop, club, guest] = await seatsOf(id);
    await approveMinutes(test, id, { by: ['clubber'], verdict: 'objected', words: '时间记错了' });
    await reviseMinutes(await led(), id);
    const record = async (...seats: (typeof shop)[]) => {
      const { version } = await meetingOf(id);
      await recordAttendance(await led(), id, { version, present: seats.map((seat) => seat?.id ?? '') });
    };
    await expect(record(club)).rejects.toMatchObject({
      ...{ code: 'conflict', field: 'present', reason: 'meetings.below-decision' },
      params: { number: 1, present: 2 },
    });
    await expect(record(shop, guest)).rejects.toMatchObject({ reason: 'meetings.objector-stays' });
    await record(club, guest);
    expect((await seatsOf(id)).map(({ presentAt }) => presentAt !== null)).toEqual([false, true, true]);
  });

  it('waits while somebody objects, and begins anew after a correction', async () => {
    const { id } = await layMeeting(test);
    await approveMinutes(test, id, { by: ['shopkeeper'], verdict: 'objected', words: '时间记错了' });
    await approveMinutes(test, id, { by: ['clubber'] });
    test.clock.advance(8 * 24 * 3600_000);
    await publishUncontested(test.as('system'));
    expect((await meetingOf(id)).state).toBe('in-approval');
    await reviseMinutes(await led(), id);
    await saveMinutes(await led(), id, { minutes: '改过的纪要。' });
    await layMinutes(await led(), id);
    expect((await seatsOf(id)).map(({ verdict }) => verdict)).toEqual([null, null, null]);
    test.clock.advance(7 * 24 * 3600_000 - 1000);
    await publishUncontested(test.as('system'));
    expect((await meetingOf(id)).state).toBe('in-approval');
    test.clock.advance(1000);
    await publishUncontested(test.as('system'));
    expect((await meetingOf(id)).state).toBe('published');
  });
});

it('frees the seat of who closes the account, and keeps the capacity alone where the meeting was held', async () => {
  await makePerson(test, 'leaver');
  const people = 'leaver@example.org | 楼栋长';
  const coming = await makeMeeting(test, { people, quorum: '3' });
  const held = await makeMeeting(test, { people });
  const seat = (await seatsOf(held)).find(({ email }) => email !== null);
  await answerSeat(await test.asPerson('leaver'), held, {
    ...{ seatId: seat?.id ?? '', answer: 'yes', substitute: '', showsName: true },
  });
  await openMeeting(test, held, 3);
  await erasePerson(await test.asPerson('leaver'), 'leaver');
  expect(await seatsOf(coming)).toHaveLength(2);
  expect(await meetingOf(coming)).toMatchObject({ quorum: 2 });
  expect((await seatsOf(held)).at(-1)).toMatchObject({ personId: null, email: null, capacity: '楼栋长' });
});

describe('minutes as a file', () => {
  it('are PDF once they are published, with decisions and fingerprint, and none of what was altered', async () => {
    const { id } = await layMeeting(test, {});
    await expect(minutesPdf(await test.asPerson('guest'), id)).rejects.toMatchObject({ code: 'not-found' });
    await approveMinutes(test, id, { by: ['shopkeeper', 'clubber'] });
    const input = await minutesPdf(test.as('visitor'), id);
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input, encoding: 'utf8' });
    const { contentHash, title } = await meetingOf(id);
    for (const words of [title, '残疾人', String(contentHash)])
      expect(text.replaceAll(/\s/g, '')).toContain(words.replaceAll(/\s/g, ''));
    await test.database.transaction((tx) =>
      tx.prisma.meeting.update({ where: { id }, data: { minutes: '全部改过。' } }),
    );
    await expect(minutesPdf(test.as('visitor'), id)).rejects.toMatchObject({ reason: 'meetings.altered' });
  });
});
