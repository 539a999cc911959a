import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { acceptedTask, careContext, endAll, planForm, task } from '../../../tests/factories/care';
import { makeOrganisation } from '../../../tests/factories/organisations';
import { communityId, makePerson } from '../../../tests/factories/proposals';
import type { TestContext } from '../../../tests/setup/context';
import { runJobs } from '../../../tests/setup/jobs';
import type { PersonActor } from '../actor';
import { waitingFor } from '../insights/mine.query.server';
import { mergeOrganisation } from '../organisations/merge-organisation.server';
import { followMerged } from './follow-merged.server';
import { careDesk } from './reads/desk.query.server';
import { taskPage } from './reads/task-page.query.server';
import { acceptTask, offerTask } from './tasks/assign-task.server';
import { planTasks } from './tasks/plan-tasks.server';
import { offerHelp, vetVolunteer } from './volunteers/offer-help.server';

let test: TestContext;

beforeAll(async () => {
  test = await careContext();
  await makePerson(test, 'administrator', { role: 'administrator', areaId: '421002' });
});
/** The club goes on as the heir in each test anew. */
beforeEach(async () => {
  await test.database.transaction(async (tx) => {
    await tx.prisma.organisationMember.deleteMany({});
    await tx.prisma.organisation.deleteMany({});
  });
  await makeOrganisation(test, { id: 'club', members: { volunteer: 'owner', second: 'member' } });
  await makeOrganisation(test, { id: 'heir', members: { volunteer: 'member' } });
});
afterEach(async () => {
  await endAll(test);
  await test.database.transaction((tx) => tx.prisma.careVolunteer.deleteMany({}));
});
afterAll(() => test.dispose());

const as = async (id: string) => {
  const ctx = await test.asPerson(id);
  return { ...ctx, actor: ctx.actor as PersonActor };
};
async function merge(): Promise<void> {
  const merging = { organisationId: 'club', intoId: 'heir', reason: '同一个组织登记了两次' };
  await mergeOrganisation(await as('administrator'), merging);
  await runJobs(test);
}
const volunteers = () =>
  test.database.read.careVolunteer.findMany({
    orderBy: { organisationId: 'asc' },
    select: { id: true, organisationId: true, state: true },
  });
const told = async (type: string) => {
  const events = await test.database.read.event.findMany({ where: { type }, select: { id: true } });
  const eventId = { in: events.map(({ id }) => id) };
  const notices = await test.database.read.notification.findMany({ where: { eventId } });
  return [...new Set(notices.map(({ personId }) => personId))].sort();
};
const offerForHeir = async (verdict?: 'vet' | 'refuse' | 'end') => {
  await offerHelp(await as('volunteer'), { organisationId: 'heir', areaId: communityId });
  const { id } = await test.database.read.careVolunteer.findFirstOrThrow({
    where: { organisationId: 'heir' },
  });
  if (verdict) await vetVolunteer(await as('grid'), { volunteerId: id, verdict });
};

it('what a volunteer promised goes on; nothing new is asked before the staff has vetted them for the other', async () => {
  const { taskId, volunteerId, needId } = await acceptedTask(test);
  await merge();
  expect(await volunteers()).toEqual([{ id: volunteerId, organisationId: 'heir', state: 'carried-over' }]);
  expect(await told('care-volunteer.carried-over')).toEqual(['volunteer']);
  expect(await told('care-volunteer.to-vet')).toEqual(['grid']);
  // The visit is still theirs, and they read it.
  expect(await task(test, taskId)).toMatchObject({
    ...{ state: 'accepted', doneBy: 'volunteer', organisationId: 'heir' },
  });
  expect((await taskPage(await as('volunteer'), taskId)).task.id).toBe(taskId);
  const next = await planTasks(await as('grid'), needId, planForm(test));
  await expect(offerTask(await as('grid'), next, volunteerId)).rejects.toMatchObject({
    reason: 'care.not-vetted',
  });
  const waits = async () =>
    (await waitingFor(await as('grid'))).filter(({ ask }) => ask === 'vet-care-volunteer');
  expect(await waits()).toMatchObject([{ id: volunteerId, to: '/care/desk' }]);
  const desk = await careDesk(await as('grid'));
  expect(desk.volunteers).toMatchObject([{ state: 'carried-over', organisation: 'heir' }]);
  await vetVolunteer(await as('grid'), { volunteerId, verdict: 'vet' });
  expect(await waits()).toEqual([]);
  await offerTask(await as('grid'), next, volunteerId);
  await acceptTask(await as('volunteer'), next);
  // Asked again, it changes nothing.
  await followMerged(test.as('system'), 'club');
  expect(await volunteers()).toMatchObject([{ organisationId: 'heir', state: 'vetted' }]);
});

it('who is refused for the other gives back what they had, and the staff is told', async () => {
  const { taskId, volunteerId } = await acceptedTask(test);
  await merge();
  await vetVolunteer(await as('grid'), { volunteerId, verdict: 'refuse' });
  expect(await task(test, taskId)).toMatchObject({ state: 'planned', doneBy: null });
  const given = { type: 'care-task.given-back', subjectId: taskId };
  expect(await test.database.read.event.count({ where: given })).toBe(1);
});

it('an offer that nobody answered waits for the other', async () => {
  await offerHelp(await as('second'), { organisationId: 'club', areaId: communityId });
  await merge();
  expect(await volunteers()).toMatchObject([{ organisationId: 'heir', state: 'offered' }]);
});

it.each([
  ['vet', 'accepted', 'vetted'],
  ['refuse', 'planned', 'refused'],
] as const)('who stands for the other already (%s) stays so', async (verdict, kept, stays) => {
  const { taskId } = await acceptedTask(test);
  await offerForHeir(verdict);
  await merge();
  expect(await volunteers()).toMatchObject([
    ...[{ organisationId: 'club', state: 'ended' }],
    ...[{ organisationId: 'heir', state: stays }],
  ]);
  expect((await task(test, taskId)).state).toBe(kept);
});

it.each([undefined, 'end'] as const)(
  'an offer for the other that does not stand (%s) makes way',
  async (verdict) => {
    await acceptedTask(test);
    await offerForHeir(verdict);
    await merge();
    expect(await volunteers()).toMatchObject([{ organisationId: 'heir', state: 'carried-over' }]);
  },
);
