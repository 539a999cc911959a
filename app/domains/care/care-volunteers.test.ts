import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import {
  acceptedNeed,
  acceptedTask,
  careContext,
  endAll,
  nobodyThere,
  planForm,
  task,
} from '../../../tests/factories/care';
import { makeOrganisation } from '../../../tests/factories/organisations';
import { communityId } from '../../../tests/factories/proposals';
import type { TestContext } from '../../../tests/setup/context';
import type { PersonActor } from '../actor';
import { answerContest, contestOrder } from './contests/contest.server';
import { followClosedArea } from './follow-closed-area.server';
import { heldInCare } from './held.server';
import { needPage } from './reads/need-page.query.server';
import { acceptTask, offerTask } from './tasks/assign-task.server';
import { planTasks } from './tasks/plan-tasks.server';
import { offerHelp, vetVolunteer } from './volunteers/offer-help.server';

let test: TestContext;
beforeAll(async () => {
  test = await careContext();
  await makeOrganisation(test, { id: 'choir', members: { volunteer: 'owner' } });
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

/** Offers for an organisation, and is vetted or refused; answers the id of the offer. */
async function offered(organisationId: string, verdict: 'vet' | 'refuse' = 'vet'): Promise<string> {
  await offerHelp(await as('volunteer'), { organisationId, areaId: communityId });
  const { id } = await test.database.read.careVolunteer.findFirstOrThrow({
    where: { personId: 'volunteer', organisationId },
  });
  await vetVolunteer(await as('grid'), { volunteerId: id, verdict });
  return id;
}

it('who stops for one organisation still comes for the other, and the staff is told what is free', async () => {
  const { taskId: forClub, needId, volunteerId } = await acceptedTask(test);
  const choir = await offered('choir');
  const forChoir = await planTasks(await as('grid'), needId, planForm(test));
  await offerTask(await as('grid'), forChoir, choir);
  await acceptTask(await as('volunteer'), forChoir);
  await vetVolunteer(await as('volunteer'), { volunteerId, verdict: 'end' });
  expect(await task(test, forClub)).toMatchObject({ state: 'planned', doneBy: null, organisationId: null });
  expect(await task(test, forChoir)).toMatchObject({ state: 'accepted', doneBy: 'volunteer' });
  const where = { type: 'care-task.given-back', subjectId: { in: [forClub, forChoir] } };
  const told = await test.database.read.event.findMany({ where, select: { subjectId: true } });
  expect(told).toEqual([{ subjectId: forClub }]);
});

it('who was refused may offer again, and is vetted anew', async () => {
  const id = await offered('club', 'refuse');
  await offerHelp(await as('volunteer'), { organisationId: 'club', areaId: communityId });
  const row = await test.database.read.careVolunteer.findUniqueOrThrow({ where: { id } });
  expect(row).toMatchObject({ state: 'offered', vettedBy: null });
});

it('entries and offers follow an area that is closed into another', async () => {
  const needId = await acceptedNeed(test);
  const volunteerId = await offered('club');
  await test.database.transaction((tx) =>
    followClosedArea({ ...test.as('system'), ...tx }, { from: communityId, into: nobodyThere }),
  );
  const { read } = test.database;
  expect((await read.careNeed.findUniqueOrThrow({ where: { id: needId } })).areaId).toBe(nobodyThere);
  expect((await read.careVolunteer.findUniqueOrThrow({ where: { id: volunteerId } })).areaId).toBe(
    nobodyThere,
  );
});

it('the next office reads an entry until it has answered, and those concerned take the words along', async () => {
  const needId = await acceptedNeed(test);
  await expect(needPage(await as('chief'), needId)).rejects.toMatchObject({ code: 'not-found' });
  const contestId = await contestOrder(await as('elder'), needId, '我一个人住');
  expect((await needPage(await as('chief'), needId)).who).toBe('office');
  await answerContest(await as('chief'), needId, { contestId, verdict: 'grant', answer: '已提前' });
  const chief = await as('chief');
  await expect(needPage(chief, needId)).rejects.toMatchObject({ code: 'not-found' });
  const readable = await chief.subjects.access.readable(chief, [{ kind: 'care-need', id: needId }]);
  expect(readable.size).toBe(0);
  const person = { id: 'elder' } as Parameters<NonNullable<typeof heldInCare.exportMore>>[1];
  const { careStated } = (await heldInCare.exportMore?.(test.as('system'), person)) as {
    careStated: { id: string; contests: object[] }[];
  };
  const stated = careStated.find(({ id }) => id === needId);
  expect(stated?.contests).toMatchObject([{ state: 'granted', words: '我一个人住', answer: '已提前' }]);
});
