import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  acceptedNeed,
  acceptedTask,
  careContext,
  day,
  endAll,
  hour,
  makeNeed,
  need,
  needForm,
  nobodyThere,
  planForm,
  plannedTask,
  secrets,
  task,
  vettedVolunteer,
} from '../../../tests/factories/care';
import type { TestContext } from '../../../tests/setup/context';
import { acceptNeed } from './needs/answer-need.server';
import { declineNeed, endNeed, endOverdueNeeds } from './needs/end-need.server';
import { lookAtNeed } from './needs/look.server';
import { agreeToNeed, correctNeed, stateNeed } from './needs/state-need.server';
import { needPage } from './reads/need-page.query.server';
import { taskPage } from './reads/task-page.query.server';
import { careDesk } from './reads/desk.query.server';
import { correctSchema } from './schema';
import { acceptTask, giveTaskBack, offerTask, takeTask } from './tasks/assign-task.server';
import { cancelTask, missTasks } from './tasks/cancel-task.server';
import { openPhone, recordTask, seeToTask } from './tasks/do-task.server';
import { answerObjection, objectToRecord } from './tasks/object-to-record.server';
import { planTasks } from './tasks/plan-tasks.server';
import { vetVolunteer } from './volunteers/offer-help.server';
import type { PersonActor } from '../actor';

let test: TestContext;
beforeAll(async () => {
  test = await careContext();
});
afterAll(() => test.dispose());
// One person states so many at a time: each test begins with none.
afterEach(() => endAll(test));

async function as(id: string) {
  const ctx = await test.asPerson(id);
  return { ...ctx, actor: ctx.actor as PersonActor };
}

describe('a need that is stated', () => {
  it('lies sealed, is opened for a purpose and answered, and tells nobody else', async () => {
    const id = await makeNeed(test);
    const row = await need(test, id);
    expect(JSON.stringify(row)).not.toContain('暗号');
    const grid = await as('grid');
    await expect(acceptNeed(grid, id, 7)).rejects.toThrow('care.open-first');
    expect((await needPage(grid, id)).words).toBeNull();
    await lookAtNeed(grid, id, 'answer');
    await lookAtNeed(grid, id, 'answer');
    expect((await needPage(grid, id)).words?.called).toBe(secrets.called);
    await acceptNeed(grid, id, 14);
    const { looks, need: shown, words } = await needPage(await as('elder'), id);
    expect(looks).toMatchObject([{ by: 'grid', purpose: 'answer' }]);
    expect(shown).toMatchObject({ state: 'accepted', rhythmDays: 14 });
    expect(words?.phone).toBe(secrets.phone);
    test.clock.advance(2 * hour + 1);
    expect((await needPage(grid, id)).words).toBeNull();
    for (const who of ['street', 'elsewhere', 'stranger', 'moderator', 'chief', 'volunteer'])
      await expect(needPage(await as(who), id)).rejects.toThrow('not-found');
  });

  it('is refused without consent, outside a community, or where nobody would answer', async () => {
    expect(() => needForm({ consent: '' })).toThrow();
    expect(() => needForm({ entitlement: 'agreed' })).toThrow();
    const elder = await as('elder');
    await expect(stateNeed(elder, { ...needForm(), areaId: '421002001' })).rejects.toThrow(
      'choose-community',
    );
    await expect(stateNeed(elder, { ...needForm(), areaId: nobodyThere })).rejects.toThrow('no-staff-here');
    await expect(stateNeed(elder, { ...needForm(), until: '2026-11-01' })).rejects.toThrow('in-the-past');
  });

  it('for somebody with an account waits until that person agrees', async () => {
    const change = { entitlement: 'agreed', confirmed: 'yes', personEmail: 'elder@example.org' };
    const id = await makeNeed(test, change, 'child');
    expect(await need(test, id)).toMatchObject({ state: 'asked', personId: 'elder', statedBy: 'child' });
    await expect(lookAtNeed(await as('grid'), id, 'answer')).rejects.toThrow('nothing-to-open');
    await expect(needPage(await as('grid'), id)).rejects.toThrow('not-found');
    // Who stated it does not learn from it whether there is such an account.
    expect((await needPage(await as('child'), id)).need.state).toBe('stated');
    expect((await needPage(await as('elder'), id)).need.state).toBe('asked');
    await expect(agreeToNeed(await as('child'), id)).rejects.toThrow('not-yours');
    await agreeToNeed(await as('elder'), id);
    expect((await need(test, id)).state).toBe('stated');
  });

  it('to which the person has not agreed in a month goes', async () => {
    const change = { entitlement: 'agreed', confirmed: 'yes', personEmail: 'elder@example.org' };
    const id = await makeNeed(test, change, 'child');
    test.clock.advance(31 * day);
    await endOverdueNeeds(test.as('system'));
    expect(await need(test, id)).toMatchObject({ state: 'withdrawn', sealedWords: null });
  });

  it('for a child, a ward or somebody without an account is its stater’s', async () => {
    const id = await makeNeed(test, { entitlement: 'guardian', confirmed: 'yes' }, 'child');
    expect(await need(test, id)).toMatchObject({ state: 'stated', personId: null, statedBy: 'child' });
  });

  it('is put right by those concerned, and by nobody who was shown something else', async () => {
    const id = await makeNeed(test, {}, 'second');
    const second = await as('second');
    const input = correctSchema.parse({ ...needForm({ called: '李叔' }), until: '', revision: undefined });
    await correctNeed(second, id, input);
    expect((await needPage(second, id)).words?.called).toBe('李叔');
    await expect(correctNeed(second, id, { ...input, revision: 'old' })).rejects.toThrow('saved-meanwhile');
    await expect(correctNeed(await as('grid'), id, input)).rejects.toThrow('not-yours');
  });

  it('is declined or ended by the office with a reason that is read, and its words go', async () => {
    const declined = await makeNeed(test, {}, 'stranger');
    await expect(declineNeed(await as('grid'), declined, '没有看过')).rejects.toThrow('open-first');
    await lookAtNeed(await as('grid'), declined, 'answer');
    await declineNeed(await as('grid'), declined, '请改由民政局办理');
    const { reason, words } = await needPage(await as('stranger'), declined);
    expect([reason, words]).toEqual(['请改由民政局办理', null]);
    const { needId, taskId } = await plannedTask(test);
    await endNeed(await as('grid'), needId, '已搬到女儿家');
    expect(await need(test, needId)).toMatchObject({ state: 'ended', sealedWords: null });
    expect(await task(test, taskId)).toMatchObject({ state: 'cancelled', sealedTask: null });
  });

  it('ends by itself when its day is over', async () => {
    const id = await acceptedNeed(
      test,
      { until: new Date(test.clock.now().getTime() + 5 * day).toISOString().slice(0, 10) },
      'second',
    );
    test.clock.advance(10 * day);
    await endOverdueNeeds(test.as('system'));
    expect((await need(test, id)).state).toBe('ended');
  });
});

describe('a visit', () => {
  it('shows a volunteer when and where at first, what it takes once accepted, nothing when it is over', async () => {
    const volunteerId = await vettedVolunteer(test);
    const { needId, taskId } = await plannedTask(test);
    const volunteer = await as('volunteer');
    await expect(taskPage(volunteer, taskId)).rejects.toThrow('not-found');
    const offering = await taskPage(await as('grid'), taskId);
    expect(offering.volunteers).toMatchObject([{ name: 'volunteer', organisation: 'club' }]);
    await offerTask(await as('grid'), taskId, volunteerId);
    expect(JSON.stringify(await taskPage(volunteer, taskId))).not.toContain('暗号');
    await expect(openPhone(volunteer, taskId)).rejects.toThrow('accept-first');
    await acceptTask(volunteer, taskId);
    const { words } = await taskPage(volunteer, taskId);
    expect(words).toMatchObject({ called: secrets.called, place: secrets.place, what: secrets.what });
    expect(JSON.stringify(words)).not.toContain(secrets.words);
    await expect(openPhone(volunteer, taskId)).rejects.toThrow('not-yet');
    await expect(recordTask(volunteer, taskId, { as: 'done', words: '好' })).rejects.toThrow('not-begun');
    test.clock.advance(day);
    expect(await openPhone(volunteer, taskId)).toBe(secrets.phone);
    await recordTask(volunteer, taskId, { as: 'done', words: secrets.record });
    await expect(taskPage(volunteer, taskId)).rejects.toThrow('not-found');
    await expect(openPhone(volunteer, taskId)).rejects.toThrow('accept-first');
    const seen = await needPage(await as('elder'), needId);
    expect(seen.tasks).toMatchObject([{ state: 'done', record: secrets.record }]);
    expect(seen.looks.map(({ purpose, by }) => [purpose, by])).toContainEqual(['task', 'volunteer']);
  });

  it('is planned once a week by the clock on the wall, and not behind the last day', async () => {
    const id = await acceptedNeed(test, {}, 'second');
    await planTasks(await as('grid'), id, planForm(test, { repeat: 'weekly', weeks: '3' }));
    const rows = await test.database.read.careTask.findMany({ where: { needId: id } });
    const gaps = rows.map(({ startsAt }) =>
      Math.round((startsAt.getTime() - test.clock.now().getTime()) / day),
    );
    expect(gaps.sort((one, other) => one - other)).toEqual([1, 8, 15]);
    expect((await need(test, id)).state).toBe('active');
  });

  it('is given back, taken on by the staff, and called off by the person', async () => {
    const { taskId } = await acceptedTask(test);
    await giveTaskBack(await as('volunteer'), taskId);
    expect(await task(test, taskId)).toMatchObject({ state: 'planned', doneBy: null });
    await takeTask(await as('grid'), taskId);
    await expect(offerTask(await as('grid'), taskId, 'x')).rejects.toThrow('task-taken');
    await cancelTask(await as('elder'), taskId);
    expect((await task(test, taskId)).state).toBe('cancelled');
  });

  it('that nobody recorded is missed, comes up for the staff, and is seen to', async () => {
    const { needId, taskId } = await plannedTask(test);
    test.clock.advance(3 * day);
    await missTasks(test.as('system'));
    const desk = await careDesk(await as('grid'));
    expect(desk.unsettled.map(({ id }) => id)).toContain(taskId);
    const row = desk.ordered.find(({ id }) => id === needId);
    expect(row?.reasons).toContainEqual({ code: 'unmet', count: 1 });
    expect(JSON.stringify(desk)).not.toContain('暗号');
    await seeToTask(await as('grid'), taskId);
    expect((await careDesk(await as('grid'))).unsettled.map(({ id }) => id)).not.toContain(taskId);
  });

  it('has a record against which the person says something once, and is answered', async () => {
    const { needId, taskId } = await acceptedTask(test);
    test.clock.advance(day);
    await recordTask(await as('volunteer'), taskId, { as: 'not-met', words: '' });
    await expect(objectToRecord(await as('stranger'), taskId, '不对')).rejects.toThrow('not-yours');
    await objectToRecord(await as('elder'), taskId, '暗号我一直在家');
    await expect(objectToRecord(await as('elder'), taskId, '又')).rejects.toThrow('nothing-to-object');
    await expect(answerObjection(await as('grid'), taskId, '改约明天')).rejects.toThrow('open-first');
    await lookAtNeed(await as('grid'), needId, 'plan');
    await answerObjection(await as('grid'), taskId, '改约明天');
    expect((await taskPage(await as('elder'), taskId)).words).toMatchObject({
      objection: '暗号我一直在家',
      answer: '改约明天',
    });
  });

  it('is nothing for a volunteer who is vetted no more', async () => {
    const { taskId, volunteerId } = await acceptedTask(test);
    await vetVolunteer(await as('grid'), { volunteerId, verdict: 'end' });
    expect(await task(test, taskId)).toMatchObject({ state: 'planned', doneBy: null });
    await expect(offerTask(await as('grid'), taskId, volunteerId)).rejects.toThrow('not-vetted');
  });
});
