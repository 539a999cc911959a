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
import { communityId, makeProposal } from '../../../../tests/factories/proposals';
import type { TestContext } from '../../../../tests/setup/context';
import { addItem } from '../agenda.server';
import { answerSeat } from '../seats/answer-seat.server';
import { cancelMeeting } from '../cancel-meeting.server';
import { carryOut, settleDecision } from './carry-out.server';
import { recordDecision } from './decide.server';
import { meetingPage } from '../meeting.query.server';
import { layMinutes, reviseMinutes, saveMinutes } from './record-meeting.server';
import { ballotPage } from '../../ballots/ballot-page.query.server';
import { hangingOfKind } from '../../insights/line-of-matter.query.server';
import type { Context } from '../../context';

let test: TestContext;
beforeAll(async () => {
  test = await meetingContext();
}, 60_000);
afterAll(() => test.dispose());

const read = () => test.database.read;
const seatsOf = (meetingId: string) =>
  read().meetingSeat.findMany({ where: { meetingId }, orderBy: { id: 'asc' } });
const led = () => test.asPerson('moderator');

describe('carrying out', () => {
  it('makes an order and a ballot of decisions, once, and links both ways', async () => {
    const { id, decisionId } = await publishMeeting(test);
    const make = async (outcome: 'work-order' | 'ballot', who = 'moderator') =>
      carryOut(await test.asPerson(who), id, { decisionId, outcome });
    await expect(make('work-order', 'shopkeeper')).rejects.toThrow('conveners-only');
    const orderId = await make('work-order');
    await expect(make('ballot')).rejects.toThrow('taken-up-already');
    const order = await read().workOrder.findUniqueOrThrow({ where: { id: orderId } });
    expect(order).toMatchObject({ title: '先划残疾人车位', departmentId: 'roads', areaId: communityId });
    const back = { kind: 'work-order', id: orderId };
    expect(await hangingOfKind(test.as('visitor'), 'meeting', back)).toMatchObject([{ id }]);
    const { decisions } = await meetingPage(test.as('visitor'), id);
    expect(decisions[0]?.outcome).toEqual({ ...back, title: '先划残疾人车位' });
    const other = await publishMeeting(test);
    const ballotId = await carryOut(await led(), other.id, {
      decisionId: other.decisionId,
      outcome: 'ballot',
    });
    const { ballot } = await ballotPage(test.as('visitor'), ballotId);
    expect(ballot.options.map(({ label }) => label)).toEqual(['同意', '不同意']);
  });

  it('drafts an agreement between who convened and who is responsible, with the meeting beside it', async () => {
    const shop = await test.asPerson('shopkeeper', 'shop');
    const proposal = await makeProposal(test, 'guest');
    const id = await makeMeeting(test, {}, shop);
    await addItem(shop, id, `/proposals/${proposal}`);
    await openMeeting(test, id, 2);
    const itemId = (await meetingPage(shop, id)).agenda[0]?.id ?? '';
    const dueOn = test.clock.now().toISOString().slice(0, 8) + '28';
    const decisionId = await recordDecision(
      shop,
      id,
      decisionForm({ itemId, responsible: 'organisation:club', dueOn }),
    );
    await saveMinutes(shop, id, { minutes: '协会负责划线。' });
    await layMinutes(shop, id);
    await approveMinutes(test, id, { by: ['shopkeeper', 'clubber'] });
    const outcomes = async (ctx: Context) => (await meetingPage(ctx, id)).decisions[0]?.outcomes;
    expect(await outcomes(shop)).toEqual(['agreement']);
    // A moderator who acts for nobody is no party.
    expect(await outcomes(await led())).toEqual(['work-order', 'ballot']);
    await expect(carryOut(await led(), id, { decisionId, outcome: 'agreement' })).rejects.toThrow(
      'no-parties',
    );
    const agreementId = await carryOut(shop, id, { decisionId, outcome: 'agreement' });
    const agreement = await read().agreement.findUniqueOrThrow({
      where: { id: agreementId },
      include: { parties: { orderBy: { position: 'asc' } }, obligations: true },
    });
    expect(agreement).toMatchObject({
      ...{ state: 'draft', title: '先划残疾人车位', organisationId: 'shop', proposalId: proposal },
      parties: [{ organisationId: 'shop' }, { organisationId: 'club' }],
      obligations: [{ organisationId: 'club', text: '先划残疾人车位' }],
    });
    const back = { kind: 'agreement', id: agreementId };
    expect(await hangingOfKind(await test.asPerson('clubber'), 'meeting', back)).toMatchObject([{ id }]);
    const seen = async (ctx: Context) => (await meetingPage(ctx, id)).decisions[0]?.outcome;
    expect(await seen(shop)).toEqual({ ...back, title: '先划残疾人车位' });
    expect(await seen(test.as('visitor'))).toEqual({ ...back, title: null });
  });

  it('takes the proposal up that was decided on', async () => {
    const proposal = await makeProposal(test, 'guest');
    await test.database.transaction((tx) =>
      tx.prisma.proposal.update({ where: { id: proposal }, data: { state: 'review' } }),
    );
    const id = await makeMeeting(test);
    await addItem(await led(), id, `/proposals/${proposal}`);
    await openMeeting(test, id, 2);
    const itemId = (await meetingPage(await led(), id)).agenda[0]?.id ?? '';
    const decisionId = await recordDecision(await led(), id, decisionForm({ itemId }));
    await saveMinutes(await led(), id, { minutes: '同意加装路灯。' });
    await layMinutes(await led(), id);
    await approveMinutes(test, id, { by: ['shopkeeper', 'clubber'] });
    await carryOut(await led(), id, { decisionId, outcome: 'work-order' });
    expect(await read().proposal.findUniqueOrThrow({ where: { id: proposal } })).toMatchObject({
      state: 'implementing',
    });
  });

  it('names in the public record who leads the meeting, and no private person who did what was decided', async () => {
    const id = await makeMeeting(test);
    const [, , seat] = await seatsOf(id);
    await answerSeat(await test.asPerson('guest'), id, {
      ...{ seatId: seat?.id ?? '', answer: 'yes', substitute: '', showsName: false },
    });
    await openMeeting(test, id, 3);
    const responsible = decisionForm({ responsible: 'person:guest' });
    const [byGuest, byHead] = [
      await recordDecision(await led(), id, responsible),
      await recordDecision(await led(), id, responsible),
    ];
    await saveMinutes(await led(), id, { minutes: '居民代表负责划线。' });
    await layMinutes(await led(), id);
    await approveMinutes(test, id, { by: ['shopkeeper', 'clubber'] });
    await settleDecision(await test.asPerson('guest'), id, { decisionId: byGuest, words: '车位划好了' });
    await settleDecision(await led(), id, { decisionId: byHead, words: '车位划好了' });
    const done = await read().event.findMany({
      where: { subjectId: id, type: 'meeting.decision-done' },
      orderBy: { sequence: 'asc' },
    });
    expect(done.map(({ isPublic, actorPersonId }) => [isPublic, actorPersonId])).toEqual([
      [true, null],
      [true, 'moderator'],
    ]);
    expect(done[0]?.privateData).not.toContain('guest');
  });

  it('returns what is open on the next agenda of the series, until it is settled', async () => {
    const { id, decisionId } = await publishMeeting(test, { repeat: 'weekly', count: '3' });
    const [, next] = await read().meeting.findMany({ where: { seriesId: id }, orderBy: { startsAt: 'asc' } });
    const returned = async () => (await meetingPage(await led(), next?.id ?? '')).agenda;
    expect(await returned()).toMatchObject([{ kind: 'decision', title: '先划残疾人车位' }]);
    await expect(
      settleDecision(await test.asPerson('stranger'), id, { decisionId, words: '划好了' }),
    ).rejects.toThrow('conveners-only');
    await settleDecision(await test.asPerson('helper'), id, { decisionId, words: '车位划好了' });
    expect(await returned()).toEqual([]);
  });

  it('returns on the agenda of one still to come where the next was called off, or its time passed', async () => {
    const { id } = await publishMeeting(test, { repeat: 'weekly', count: '4' });
    const series = await read().meeting.findMany({ where: { seriesId: id }, orderBy: { startsAt: 'asc' } });
    const agendas = () =>
      Promise.all(series.map(async ({ id: one }) => (await meetingPage(await led(), one)).agenda.length));
    expect(await agendas()).toEqual([0, 1, 0, 0]);
    await cancelMeeting(await led(), series[1]?.id ?? '', '会场临时不能用');
    expect(await agendas()).toEqual([0, 1, 1, 0]);
    // Minutes that are laid late put nothing on the agenda of a meeting whose time is over.
    const other = await layMeeting(test, { repeat: 'weekly', count: '3' });
    const [, second] = await read().meeting.findMany({
      where: { seriesId: other.id },
      orderBy: { startsAt: 'asc' },
    });
    await reviseMinutes(await led(), other.id);
    const now = test.clock.now();
    test.clock.set(new Date(Number(second?.endsAt) + 3600_000));
    await test.database.transaction((tx) =>
      tx.prisma.meetingItem.deleteMany({ where: { meeting: { seriesId: other.id } } }),
    );
    await layMinutes(await led(), other.id);
    const returned = await read().meetingItem.findMany({ where: { meeting: { seriesId: other.id } } });
    expect(returned.map(({ meetingId }) => meetingId)).not.toContain(second?.id);
    expect(returned).toHaveLength(1);
    test.clock.set(now);
  });
});
