import { communities } from './demo-areas';
import type { DemoWorld } from './demo-clock';
import { acceptNeed } from '../../app/domains/care/needs/answer-need.server';
import { lookAtNeed } from '../../app/domains/care/needs/look.server';
import { stateNeed } from '../../app/domains/care/needs/state-need.server';
import { planSchema, stateSchema } from '../../app/domains/care/schema';
import { acceptTask, offerTask } from '../../app/domains/care/tasks/assign-task.server';
import { missTasks } from '../../app/domains/care/tasks/cancel-task.server';
import { recordTask } from '../../app/domains/care/tasks/do-task.server';
import { planTasks } from '../../app/domains/care/tasks/plan-tasks.server';
import { offerHelp, vetVolunteer } from '../../app/domains/care/volunteers/offer-help.server';
import type { Services } from '../../app/http/server/services.server';

const areaId = communities[0];
const volunteer = 'resident-07';

const stated = (change: object) =>
  stateSchema.parse({
    ...{ areaId, entitlement: 'self', consent: 'yes', rhythmDays: '7', emergencyName: '女儿' },
    ...change,
  });

/** Stated, opened for its purpose, taken on. */
async function tellAccepted(world: DemoWorld, { by, form }: { by: string; form: object }): Promise<string> {
  const id = await stateNeed(await world.as(by), stated(form));
  const staff = await world.as('grid-worker');
  await lookAtNeed(staff, id, 'answer');
  await acceptNeed(staff, id, 7);
  return id;
}

const plan = (world: DemoWorld, days: number, change: object) =>
  planSchema.parse({ minutes: '30', startsAt: world.at(days, 15).toISOString(), ...change });

/** An old man with weekly visits by a volunteer: one was made, one is to come. */
async function tellVisits(services: Services, world: DemoWorld): Promise<void> {
  world.moveTo(world.at(20, 9));
  const needId = await tellAccepted(world, {
    by: 'resident-01',
    form: {
      ...{ called: '陈爷爷', kinds: ['living-alone', 'medication'], place: '便河西路 12 号 3 单元 201' },
      ...{ phone: '0716-5550101', words: '耳朵不太好，敲门请多等一会儿。', emergencyPhone: '0716-5550102' },
    },
  });
  const offering = await world.as(volunteer);
  await offerHelp(offering, { organisationId: 'org-yinling', areaId });
  const { id: volunteerId } = await services.database.read.careVolunteer.findFirstOrThrow({
    where: { personId: volunteer },
  });
  const staff = await world.as('grid-worker');
  await vetVolunteer(staff, { volunteerId, verdict: 'vet' });
  const visit = { kind: 'visit', what: '陪他说说话，看看药吃了没有。' };
  const past = await planTasks(staff, needId, plan(world, 5, visit));
  await offerTask(staff, past, volunteerId);
  await acceptTask(await world.as(volunteer), past);
  world.moveTo(world.at(5, 16));
  const record = { as: 'done', words: '精神不错，药按时吃了，想下周再下盘棋。' } as const;
  await recordTask(await world.as(volunteer), past, record);
  await lookAtNeed(staff, needId, 'plan');
  const coming = await planTasks(staff, needId, plan(world, -2, visit));
  await offerTask(staff, coming, volunteerId);
}

/** A mother without an account, whom her son has told: a call that nobody made comes up for the staff. */
async function tellMissedCall(world: DemoWorld): Promise<void> {
  world.moveTo(world.at(12, 9));
  const needId = await tellAccepted(world, {
    by: 'resident-10',
    form: {
      ...{ entitlement: 'agreed', confirmed: 'yes', called: '刘奶奶', kinds: ['mobility', 'meals'] },
      ...{ place: '便河西路 30 号 1 单元 101', phone: '0716-5550103', words: '中午要送一餐饭。' },
    },
  });
  const call = plan(world, 4, { kind: 'call', what: '问问饭送到没有。' });
  await planTasks(await world.as('grid-worker'), needId, call);
  world.moveTo(world.at(1, 9));
  await missTasks(world.system());
}

/** What waits for an answer. */
async function tellWaiting(world: DemoWorld): Promise<void> {
  world.moveTo(world.at(1, 10));
  const form = {
    ...{ called: '李阿姨', kinds: ['senses'], place: '便河西路 8 号', phone: '0716-5550104' },
    ...{ urgent: 'yes', rhythmDays: '2' },
  };
  await stateNeed(await world.as('resident-13'), stated(form));
}

/** The care register of one community. */
export async function tellCare(services: Services, world: DemoWorld): Promise<void> {
  await tellVisits(services, world);
  await tellMissedCall(world);
  await tellWaiting(world);
}
