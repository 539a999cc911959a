import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  acceptedNeed,
  careContext,
  day,
  endAll,
  makeNeed,
  need,
  planForm,
  plannedTask,
} from '../../../tests/factories/care';
import { communityId, makePerson } from '../../../tests/factories/proposals';
import type { TestContext } from '../../../tests/setup/context';
import type { PersonActor } from '../actor';
import { declineNeed, endNeed, endOverdueNeeds, withdrawNeed } from './needs/end-need.server';
import { lookAtNeed } from './needs/look.server';
import { needPage } from './reads/need-page.query.server';
import { taskPage } from './reads/task-page.query.server';
import { takeTask } from './tasks/assign-task.server';
import { recordTask } from './tasks/do-task.server';
import { answerObjection, objectToRecord } from './tasks/object-to-record.server';
import { planTasks } from './tasks/plan-tasks.server';
import { careDesk } from './reads/desk.query.server';

let test: TestContext;
beforeAll(async () => {
  test = await careContext();
});

afterEach(() => endAll(test));
afterAll(() => test.dispose());

async function as(id: string) {
  const ctx = await test.asPerson(id);
  return { ...ctx, actor: ctx.actor as PersonActor };
}

const dayAfter = (days: number) =>
  new Date(test.clock.now().getTime() + days * day).toISOString().slice(0, 10);

describe('the staff', () => {
  it('plans, ends and answers only what stands open to them', async () => {
    const id = await acceptedNeed(test);
    test.clock.advance(day);
    const refused = 'open-first';
    await expect(planTasks(await as('grid'), id, planForm(test))).rejects.toThrow(refused);
    await expect(endNeed(await as('grid'), id, '搬走了')).rejects.toThrow(refused);
    await lookAtNeed(await as('grid'), id, 'plan');
    await planTasks(await as('grid'), id, planForm(test));
  });

  it('reads nothing of a visit that they took on once the role is gone', async () => {
    await makePerson(test, 'leaving', { role: 'staff', areaId: communityId });
    const { taskId } = await plannedTask(test);
    await takeTask(await as('leaving'), taskId);
    expect((await taskPage(await as('leaving'), taskId)).task.id).toBe(taskId);
    await test.database.transaction((tx) =>
      tx.prisma.roleHeld.deleteMany({ where: { personId: 'leaving' } }),
    );
    await expect(taskPage(await as('leaving'), taskId)).rejects.toMatchObject({ code: 'not-found' });
    const leaver = await as('leaving');
    expect(await leaver.subjects.access.readable(leaver, [{ kind: 'care-task', id: taskId }])).toEqual(
      new Map(),
    );
  });

  it('leaves the answer to what is said against a record to a colleague, where there is one', async () => {
    const { needId, taskId } = await plannedTask(test);
    await takeTask(await as('grid'), taskId);
    test.clock.advance(day);
    await recordTask(await as('grid'), taskId, { as: 'not-met', words: '' });
    await objectToRecord(await as('elder'), taskId, '我一直在家');
    await lookAtNeed(await as('grid'), needId, 'plan');
    await makePerson(test, 'colleague', { role: 'staff', areaId: communityId });
    await expect(answerObjection(await as('grid'), taskId, '没有人')).rejects.toThrow('own-record');
    await test.database.transaction((tx) =>
      tx.prisma.roleHeld.deleteMany({ where: { personId: 'colleague' } }),
    );
    await answerObjection(await as('grid'), taskId, '改约明天');
  });

  it('looks after nobody of their own: alone they are told so, with a colleague it is the colleague’s', async () => {
    await expect(makeNeed(test, {}, 'grid')).rejects.toThrow('no-staff-here');
    await makePerson(test, 'mate', { role: 'staff', areaId: communityId });
    const id = await makeNeed(test, {}, 'grid');
    const waiting = async (who: string) => (await careDesk(await as(who))).waiting.map((row) => row.id);
    expect([await waiting('grid'), await waiting('mate')]).toEqual([[], [id]]);
    await withdrawNeed(await as('grid'), id);
    await test.database.transaction((tx) => tx.prisma.roleHeld.deleteMany({ where: { personId: 'mate' } }));
  });

  it('is shown the first of a long list, and all of it when asked', async () => {
    const row = { areaId: communityId, entitlement: 'self', urgent: false, rhythmDays: 14, state: 'stated' };
    const createdAt = test.clock.now();
    const data = Array.from({ length: 53 }, (_, at) => ({ ...row, id: `long-${at}`, createdAt }));
    await test.database.transaction((tx) => tx.prisma.careNeed.createMany({ data }));
    const grid = await as('grid');
    const first = await careDesk(grid);
    expect([first.waiting.length, first.more]).toEqual([50, ['waiting']]);
    const all = await careDesk(grid, 'waiting');
    expect([all.waiting.length, all.more]).toEqual([53, []]);
    await test.database.transaction((tx) =>
      tx.prisma.careNeed.deleteMany({ where: { id: { startsWith: 'long-' } } }),
    );
  });

  it('reads no reason that was written for those concerned', async () => {
    const id = await makeNeed(test);
    await lookAtNeed(await as('grid'), id, 'answer');
    await declineNeed(await as('grid'), id, '暗号请改由民政局办理');
    expect((await needPage(await as('elder'), id)).reason).toBe('暗号请改由民政局办理');
    expect((await needPage(await as('grid'), id)).reason).toBe('');
  });
});

describe('an entry whose day has gone by', () => {
  it('is emptied also where nobody has answered it', async () => {
    const id = await makeNeed(test, { until: dayAfter(3) });
    test.clock.advance(5 * day);
    await endOverdueNeeds(test.as('system'));
    expect(await need(test, id)).toMatchObject({ state: 'withdrawn', sealedWords: null });
    expect((await careDesk(await as('grid'))).ordered.map((row) => row.id)).not.toContain(id);
  });
});
