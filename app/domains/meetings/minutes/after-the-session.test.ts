import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  approveMinutes,
  decisionForm,
  makeMeeting,
  meetingContext,
  openMeeting,
  publishMeeting,
} from '../../../../tests/factories/meetings';
import { runJobs } from '../../../../tests/setup/jobs';
import type { TestContext } from '../../../../tests/setup/context';
import { addItem } from '../agenda.server';
import { meetingPage } from '../meeting.query.server';
import { carryOut } from './carry-out.server';
import { recordDecision } from './decide.server';
import { layMinutes, recordStep, saveMinutes } from './record-meeting.server';
import { recordPublication } from './record-publication.server';
import { settleFinished } from './settle-finished.server';

let test: TestContext;
const hour = 3600_000;
beforeAll(async () => {
  test = await meetingContext();
}, 60_000);
afterAll(() => test.dispose());

const read = () => test.database.read;
const led = () => test.asPerson('moderator');

describe('a decision that became an order', () => {
  it('is settled once that is solved, returns on no agenda, and its page says why', async () => {
    const { id, decisionId } = await publishMeeting(test);
    const orderId = await carryOut(await led(), id, { decisionId, outcome: 'work-order' });
    const next = await makeMeeting(test);
    await test.database.transaction(({ prisma }) =>
      prisma.meetingItem.create({ data: { id: 'returned', meetingId: next, position: 0, decisionId } }),
    );
    expect(await settleFinished(test.as('system'))).toBe(0);
    await test.database.transaction(({ prisma }) =>
      prisma.workOrder.update({ where: { id: orderId }, data: { state: 'solved' } }),
    );
    expect(await settleFinished(test.as('system'))).toBe(1);
    expect(await settleFinished(test.as('system'))).toBe(0);
    const page = await meetingPage(test.as('visitor'), id);
    expect(page.decisions[0]).toMatchObject({ doneAt: test.clock.now(), doneWords: '', maySettle: false });
    expect(page.meeting.fits).toBe(true);
    expect((await meetingPage(await led(), next)).agenda).toEqual([]);
    await runJobs(test);
    expect(await read().event.count({ where: { subjectId: id, type: 'meeting.decision-done' } })).toBe(1);
  });

  it('that ended unsolved is not settled by it', async () => {
    const { id, decisionId } = await publishMeeting(test);
    const orderId = await carryOut(await led(), id, { decisionId, outcome: 'work-order' });
    await test.database.transaction(async ({ prisma }) => {
      await prisma.workOrder.update({ where: { id: orderId }, data: { state: 'archived' } });
      const asked = { id: 'unsolved', workOrderId: orderId, round: 1, personId: 'guest', solved: false };
      await prisma.callBack.create({ data: { ...asked, askedAt: test.clock.now() } });
    });
    expect(await settleFinished(test.as('system'))).toBe(0);
    expect((await meetingPage(await led(), id)).decisions[0]?.doneAt).toBeNull();
  });
});

describe('四议两公开', () => {
  it('has its publications recorded after the session, with who and when, beside minutes that stay as they are', async () => {
    const id = await makeMeeting(test, { kind: 'four-discussions', people: '' });
    await openMeeting(test, id, 2);
    const heldAt = test.clock.now();
    for (const position of [0, 1, 2, 3])
      await recordStep(await led(), id, { position, content: '', due: 9, present: 8, votesFor: 7, heldAt });
    const publish = async (position: number, who = 'moderator') =>
      recordPublication(await test.asPerson(who), id, {
        ...{ position, heldAt: test.clock.now(), content: '村务公开栏' },
      });
    await expect(publish(4)).rejects.toThrow('in-session');
    await saveMinutes(await led(), id, { minutes: '四步都开过了。' });
    await layMinutes(await led(), id);
    await approveMinutes(test, id, { by: ['shopkeeper', 'clubber'] });
    const before = await meetingPage(test.as('visitor'), id);
    expect(before.meeting).toMatchObject({ state: 'published', fits: true });
    expect((await meetingPage(await led(), id)).publications.map(({ position }) => position)).toEqual([4, 5]);
    test.clock.advance(24 * hour);
    await expect(publish(5)).rejects.toMatchObject({
      field: 'heldAt',
      reason: 'meetings.step-before-missing',
    });
    await expect(publish(3)).rejects.toMatchObject({ code: 'not-found' });
    await expect(publish(4, 'shopkeeper')).rejects.toThrow('conveners-only');
    await publish(4);
    test.clock.advance(24 * hour);
    await publish(5);
    const page = await meetingPage(test.as('visitor'), id);
    expect(page.meeting).toMatchObject({ fits: true, contentHash: before.meeting.contentHash });
    expect(page.steps[5]).toMatchObject({
      ...{ content: '村务公开栏', heldAt: test.clock.now() },
      later: { name: 'moderator', at: test.clock.now() },
    });
    expect(page.steps[3]?.later).toBeNull();
    expect(page.publications).toEqual([]);
  });
});

describe('what was decided on an agreement in force', () => {
  it('becomes a promise of an amendment, in one press, by who acts for a party', async () => {
    const shop = await test.asPerson('shopkeeper', 'shop');
    const now = test.clock.now();
    await test.database.transaction(({ prisma }) =>
      prisma.agreement.create({
        data: {
          ...{
            id: 'in-force',
            title: '停车共治协议',
            body: '一起管好停车。',
            bodyHtml: '',
            state: 'in-force',
          },
          ...{ areaId: '421002001001', organisationId: 'shop', createdBy: 'shopkeeper' },
          ...{ createdAt: now, updatedAt: now, frozenAt: now },
          parties: {
            create: [
              { organisationId: 'shop', position: 0 },
              { organisationId: 'club', position: 1 },
            ],
          },
        },
      }),
    );
    const id = await makeMeeting(test);
    await addItem(await led(), id, '/agreements/in-force');
    await openMeeting(test, id, 2);
    const itemId = (await meetingPage(await led(), id)).agenda[0]?.id ?? '';
    const form = decisionForm({ itemId, responsible: 'organisation:club', motion: '协会每月清点一次车位' });
    const decisionId = await recordDecision(await led(), id, form);
    await saveMinutes(await led(), id, { minutes: '同意。' });
    await layMinutes(await led(), id);
    await approveMinutes(test, id, { by: ['shopkeeper', 'clubber'] });
    // A moderator leads; who leads and acts for a party may.
    expect((await meetingPage(await led(), id)).decisions[0]?.outcomes).toEqual(['work-order', 'ballot']);
    await test.database.transaction(({ prisma }) =>
      prisma.meeting.update({ where: { id }, data: { organisationId: 'shop' } }),
    );
    expect((await meetingPage(shop, id)).decisions[0]?.outcomes).toContain('obligation');
    const draft = await carryOut(shop, id, { decisionId, outcome: 'obligation' });
    const amendment = await read().agreement.findUniqueOrThrow({
      where: { id: draft },
      include: { obligations: true },
    });
    expect(amendment).toMatchObject({
      ...{ state: 'draft', continuesId: 'in-force', continuesAs: 'amendment' },
      obligations: [{ organisationId: 'club', text: '协会每月清点一次车位' }],
    });
    const outcome = (await meetingPage(shop, id)).decisions[0]?.outcome;
    expect(outcome).toEqual({ kind: 'agreement', id: draft, title: '停车共治协议' });
  });

  it('says why no agreement can be made where nobody at the table could promise', async () => {
    const shop = await test.asPerson('shopkeeper', 'shop');
    const id = await makeMeeting(test, { organisationIds: ['shop'] }, shop);
    await openMeeting(test, id, 2);
    const seat = await read().meetingSeat.findFirstOrThrow({ where: { meetingId: id, personId: 'guest' } });
    await recordDecision(shop, id, decisionForm({ responsible: `person:${seat.personId}` }));
    await saveMinutes(shop, id, { minutes: '由居民代表去办。' });
    await layMinutes(shop, id);
    await approveMinutes(test, id, { by: ['shopkeeper', 'guest'] });
    const [decision] = (await meetingPage(shop, id)).decisions;
    expect(decision).toMatchObject({ lacksParties: true, outcomes: [] });
  });
});
