import { makeOrganisation } from './organisations';
import { communityId, makeAreas, makePerson } from './proposals';
import { testContext } from '../setup/context';
import type { TestContext } from '../setup/context';
import { acceptNeed } from '~/domains/care/needs/answer-need.server';
import { lookAtNeed } from '~/domains/care/needs/look.server';
import { stateNeed } from '~/domains/care/needs/state-need.server';
import { planSchema, stateSchema } from '~/domains/care/schema';
import { withdrawConsent } from '~/domains/identity/index.server';
import { acceptTask, offerTask } from '~/domains/care/tasks/assign-task.server';
import { planTasks } from '~/domains/care/tasks/plan-tasks.server';
import { offerHelp, vetVolunteer } from '~/domains/care/volunteers/offer-help.server';

export const hour = 3600_000;
export const day = 24 * hour;

/** Words that stand nowhere but where they may be read. */
export const secrets = {
  called: '暗号王奶奶',
  words: '暗号要吃降压药',
  place: '暗号便河路十二号',
  phone: '0716-7654321',
  what: '暗号量血压',
  record: '暗号一切都好',
};

export const needForm = (change: Record<string, unknown> = {}) =>
  stateSchema.parse({
    ...{ areaId: communityId, entitlement: 'self', consent: 'yes', kinds: ['living-alone', 'medication'] },
    ...{ called: secrets.called, words: secrets.words, place: secrets.place, phone: secrets.phone },
    ...{ rhythmDays: '7', emergencyName: '女儿', emergencyPhone: '13800000000' },
    ...change,
  });

/** A community in which nobody keeps the register. */
export const nobodyThere = '421002001002';

/** Somebody who needs care, staff of the community, volunteers of an organisation, and offices further up. */
export async function careContext(): Promise<TestContext> {
  const test = await testContext();
  await makeAreas(test);
  const area = { id: nobodyThere, code: nobodyThere, level: 'community', name: '白石社区' };
  await test.database.transaction((tx) =>
    tx.prisma.area.create({ data: { ...area, parentId: '421002001' } }),
  );
  for (const id of ['elder', 'child', 'stranger', 'volunteer', 'second']) await makePerson(test, id);
  await makePerson(test, 'grid', { role: 'staff', areaId: communityId });
  await makePerson(test, 'street', { role: 'staff', areaId: '421002001' });
  await makePerson(test, 'elsewhere', { role: 'staff', areaId: '421003001001' });
  await makePerson(test, 'chief', { role: 'administrator', areaId: '421002001' });
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  await makeOrganisation(test, { id: 'club', members: { volunteer: 'owner', second: 'member' } });
  return test;
}

/** Everybody takes back what they stated. */
export async function endAll(test: TestContext): Promise<void> {
  for (const id of ['elder', 'child', 'stranger', 'volunteer', 'second'])
    await withdrawConsent(await test.asPerson(id), 'care');
}

export const need = async (test: TestContext, id: string) =>
  test.database.read.careNeed.findUniqueOrThrow({ where: { id } });
export const task = async (test: TestContext, id: string) =>
  test.database.read.careTask.findUniqueOrThrow({ where: { id } });

/** Stated by the elder; answers its id. */
export const makeNeed = async (test: TestContext, change: Record<string, unknown> = {}, by = 'elder') =>
  stateNeed(await test.asPerson(by), needForm(change));

/** Opened and taken on by the staff. */
export async function acceptedNeed(test: TestContext, change: Record<string, unknown> = {}, by = 'elder') {
  const id = await makeNeed(test, change, by);
  const staff = await test.asPerson('grid');
  await lookAtNeed(staff, id, 'answer');
  await acceptNeed(staff, id, 7);
  return id;
}

export const planForm = (test: TestContext, change: Record<string, unknown> = {}) =>
  planSchema.parse({
    ...{ kind: 'visit', minutes: '30', what: secrets.what, repeat: 'none' },
    startsAt: new Date(test.clock.now().getTime() + day).toISOString(),
    ...change,
  });

/** A visit tomorrow of an entry that was taken on, which nobody has yet. */
export async function plannedTask(test: TestContext, change: Record<string, unknown> = {}) {
  const needId = await acceptedNeed(test);
  const taskId = await planTasks(await test.asPerson('grid'), needId, planForm(test, change));
  return { needId, taskId };
}

/** A vetted volunteer of the community; answers the id of the offer. */
export async function vettedVolunteer(test: TestContext, personId = 'volunteer') {
  await offerHelp(await test.asPerson(personId), { organisationId: 'club', areaId: communityId });
  const { id } = await test.database.read.careVolunteer.findFirstOrThrow({ where: { personId } });
  await vetVolunteer(await test.asPerson('grid'), { volunteerId: id, verdict: 'vet' });
  return id;
}

/** A visit tomorrow to which a volunteer has said yes. */
export async function acceptedTask(test: TestContext, change: Record<string, unknown> = {}) {
  const before = await test.database.read.careVolunteer.findFirst({ where: { state: 'vetted' } });
  const volunteerId = before?.id ?? (await vettedVolunteer(test));
  const made = await plannedTask(test, change);
  await offerTask(await test.asPerson('grid'), made.taskId, volunteerId);
  await acceptTask(await test.asPerson('volunteer'), made.taskId);
  return { ...made, volunteerId };
}
