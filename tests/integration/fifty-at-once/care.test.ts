import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  acceptedNeed,
  acceptedTask,
  careContext,
  day,
  endAll,
  makeNeed,
  need,
  needForm,
  planForm,
  plannedTask,
  task,
  vettedVolunteer,
} from '../../factories/care';
import { makeOrganisation } from '../../factories/organisations';
import { communityId, makePerson } from '../../factories/proposals';
import { atOnce, fifty } from '../../setup/at-once';
import type { TestContext } from '../../setup/context';
import { followMerged } from '~/domains/care/follow-merged.server';
import { answerContest, contestOrder } from '~/domains/care/contests/contest.server';
import { acceptNeed } from '~/domains/care/needs/answer-need.server';
import { declineNeed, endNeed, endOverdueNeeds, withdrawNeed } from '~/domains/care/needs/end-need.server';
import { lookAtNeed } from '~/domains/care/needs/look.server';
import { agreeToNeed, correctNeed, stateNeed } from '~/domains/care/needs/state-need.server';
import { correctSchema } from '~/domains/care/schema';
import { acceptTask, giveTaskBack, offerTask, takeTask } from '~/domains/care/tasks/assign-task.server';
import { cancelTask, missTasks } from '~/domains/care/tasks/cancel-task.server';
import { openPhone, recordTask, seeToTask } from '~/domains/care/tasks/do-task.server';
import { answerObjection, objectToRecord } from '~/domains/care/tasks/object-to-record.server';
import { planTasks } from '~/domains/care/tasks/plan-tasks.server';
import { offerHelp, vetVolunteer } from '~/domains/care/volunteers/offer-help.server';
import { mergeOrganisation } from '~/domains/organisations/merge-organisation.server';

let test: TestContext;
beforeAll(async () => {
  test = await careContext();
});
afterAll(() => test.dispose());
// One person states so many at a time: each test begins with none.
afterEach(() => endAll(test));

const grid = () => test.asPerson('grid');
const events = (subjectId: string, type: string) =>
  test.database.read.event.count({ where: { subjectId, type } });

/** Of fifty one is done; the others are refused, whatever for. */
function expectOne({ ok, refused }: { ok: unknown[]; refused: Record<string, number> }) {
  expect(ok).toHaveLength(1);
  expect(Object.values(refused).reduce((sum, count) => sum + count, 0)).toBe(49);
}

describe('an entry', () => {
  it('is stated five times at most by one person', async () => {
    const stater = await test.asPerson('stranger');
    const { ok, refused } = await atOnce(fifty, (at) => stateNeed(stater, needForm({ called: `老人${at}` })));
    expect([ok.length, refused]).toEqual([5, { 'care.too-many': 45 }]);
  });

  it('is agreed to once, and put right by the last', async () => {
    const change = { entitlement: 'agreed', confirmed: 'yes', personEmail: 'elder@example.org' };
    const id = await makeNeed(test, change, 'child');
    const elder = await test.asPerson('elder');
    expectOne(await atOnce(fifty, () => agreeToNeed(elder, id)));
    const form = correctSchema.parse({ ...needForm(), until: '' });
    const { refused } = await atOnce(fifty, (at) => correctNeed(elder, id, { ...form, called: `第${at}次` }));
    expect(refused).toEqual({});
    await withdrawNeed(elder, id);
  });

  it('is opened and taken on once, or declined', async () => {
    const id = await makeNeed(test);
    const staff = await grid();
    await atOnce(fifty, () => lookAtNeed(staff, id, 'answer'));
    expect(await test.database.read.careLook.count({ where: { needId: id } })).toBe(1);
    expectOne(
      await atOnce(fifty, (at) =>
        at % 2 === 0 ? acceptNeed(staff, id, 7) : declineNeed(staff, id, '不在本社区'),
      ),
    );
  });

  it('is ended once, by whomever', async () => {
    const id = await acceptedNeed(test);
    const [staff, elder] = [await grid(), await test.asPerson('elder')];
    expectOne(
      await atOnce(fifty, (at) => (at % 2 === 0 ? withdrawNeed(elder, id) : endNeed(staff, id, '已搬走'))),
    );
    expect((await need(test, id)).sealedWords).toBeNull();
  });

  it('whose day is over ends once in several processes', async () => {
    const id = await acceptedNeed(test, { until: '2026-11-26' }, 'second');
    const before = test.clock.now();
    test.clock.advance(3 * day);
    await Promise.all(fifty.slice(0, 5).map(() => endOverdueNeeds(test.as('system'))));
    expect(await events(id, 'care-need.ended')).toBe(1);
    test.clock.set(before);
  });

  it('is contested once at a time, and answered once', async () => {
    const needId = await acceptedNeed(test);
    const elder = await test.asPerson('elder');
    expectOne(await atOnce(fifty, (at) => contestOrder(elder, needId, `排得太后 ${at}`)));
    const { id: contestId } = await test.database.read.careContest.findFirstOrThrow({ where: { needId } });
    const chief = await test.asPerson('chief');
    expectOne(
      await atOnce(fifty, (at) =>
        answerContest(chief, needId, {
          ...{ contestId, answer: '已核实' },
          verdict: at % 2 === 0 ? 'grant' : 'refuse',
        }),
      ),
    );
  });
});

describe('a visit', () => {
  it('is planned while the entry is ended: none is left to come', async () => {
    const id = await acceptedNeed(test);
    const [staff, elder] = [await grid(), await test.asPerson('elder')];
    const form = planForm(test);
    await atOnce<number, unknown>(fifty.slice(0, 20), (at) =>
      at === 10 ? withdrawNeed(elder, id) : planTasks(staff, id, { ...form, what: `第 ${at} 次` }),
    );
    const left = { needId: id, OR: [{ state: 'planned' }, { sealedTask: { not: null } }] };
    expect(await test.database.read.careTask.count({ where: left })).toBe(0);
  });

  it('is somebody’s: of those who are asked and those who take it one has it', async () => {
    const volunteerId = await vettedVolunteer(test);
    const { taskId } = await plannedTask(test);
    const staff = await grid();
    const given = await atOnce(fifty, (at) =>
      at % 10 === 9 ? takeTask(staff, taskId) : offerTask(staff, taskId, volunteerId),
    );
    expect(Object.keys(given.refused).filter((why) => why !== 'care.task-taken')).toEqual([]);
    expect(await events(taskId, 'care-task.accepted')).toBe(1);
    expect(await task(test, taskId)).toMatchObject({ state: 'accepted', doneBy: 'grid' });
  });

  it('is answered, recorded, objected to and answered once each', async () => {
    const { needId, taskId } = await acceptedTask(test);
    const volunteer = await test.asPerson('volunteer');
    const answered = await atOnce(fifty, () => acceptTask(volunteer, taskId));
    expect(answered.ok).toEqual([]);
    test.clock.advance(day);
    const opened = await atOnce(fifty.slice(0, 5), () => openPhone(volunteer, taskId));
    expect(opened.ok).toHaveLength(5);
    const looks = { needId, purpose: 'task' };
    expect(await test.database.read.careLook.count({ where: looks })).toBe(5);
    expectOne(
      await atOnce(fifty, (at) =>
        at % 2 === 0
          ? recordTask(volunteer, taskId, { as: 'follow-up', words: '要修灯' })
          : giveTaskBack(volunteer, taskId),
      ),
    );
  });

  it('is seen to once, and what is said against its record once', async () => {
    const { needId, taskId } = await acceptedTask(test);
    test.clock.advance(day);
    await recordTask(await test.asPerson('volunteer'), taskId, { as: 'follow-up', words: '要修灯' });
    const [staff, elder] = [await grid(), await test.asPerson('elder')];
    expectOne(await atOnce(fifty, () => objectToRecord(elder, taskId, '灯是好的')));
    await lookAtNeed(staff, needId, 'follow-up');
    expectOne(await atOnce(fifty, () => answerObjection(staff, taskId, '记错了')));
    expectOne(await atOnce(fifty, () => seeToTask(staff, taskId)));
  });

  it('is called off once, or missed once', async () => {
    const { taskId } = await plannedTask(test);
    const [staff, elder] = [await grid(), await test.asPerson('elder')];
    expectOne(await atOnce(fifty, (at) => cancelTask(at % 2 === 0 ? staff : elder, taskId)));
    const missed = await plannedTask(test);
    test.clock.advance(4 * day);
    await Promise.all(fifty.slice(0, 5).map(() => missTasks(test.as('system'))));
    expect(await events(missed.taskId, 'care-task.missed')).toBe(1);
  });
});

it('help is offered once, and vetted once', async () => {
  const second = await test.asPerson('second');
  const offer = { organisationId: 'club', areaId: communityId };
  expectOne(await atOnce(fifty, () => offerHelp(second, offer)));
  const { id: volunteerId } = await test.database.read.careVolunteer.findFirstOrThrow({
    where: { personId: 'second' },
  });
  const staff = await grid();
  expectOne(await atOnce(fifty, () => vetVolunteer(staff, { volunteerId, verdict: 'vet' })));

  // The organisation is merged: the volunteer is carried over, and told of, once.
  await makePerson(test, 'merger', { role: 'administrator', areaId: '421002' });
  await makeOrganisation(test, { id: 'heir', members: {} });
  const merging = { organisationId: 'club', intoId: 'heir', reason: '登记了两次' };
  await mergeOrganisation(await test.asPerson('merger'), merging);
  const { ok } = await atOnce(fifty, () => followMerged(test.as('system'), 'club'));
  expect(ok).toHaveLength(50);
  expect(await events(volunteerId, 'care-volunteer.carried-over')).toBe(1);
});
