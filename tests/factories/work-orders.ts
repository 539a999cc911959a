import type { TestContext } from '../setup/context';
import { makeFeedback } from './feedback';
import { makeOrganisation } from './organisations';
import { makeAreas, makePerson } from './proposals';
import type { Context } from '~/domains/context';
import { answerCallBack } from '~/domains/workorders/steps/call-back.server';
import { linkToThisOrder } from '~/domains/workorders/links/link-matter.server';
import { registerWorkOrder } from '~/domains/workorders/registering/register-work-order.server';
import type { NewWorkOrder, WorkOrderStep } from '~/domains/workorders/schema';
import { stepWorkOrder } from '~/domains/workorders/steps/work-on-order.server';

export const gridId = '421002001001001';

/** Three departments with a clerk each, a moderator, and a resident who asks. */
export async function makeOffices(test: TestContext): Promise<void> {
  await makeAreas(test);
  const grid = { id: gridId, code: gridId, level: 'grid', name: '第一网格', parentId: gridId.slice(0, 12) };
  await test.database.transaction((tx) => tx.prisma.area.create({ data: grid }));
  await makePerson(test, 'asker');
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  await makePerson(test, 'mayor', { role: 'moderator', areaId: '4210' });
  for (const name of ['water', 'roads', 'parks']) {
    await makePerson(test, `${name}-clerk`);
    await makeOrganisation(test, { id: name, kind: 'department', members: { [`${name}-clerk`]: 'owner' } });
  }
}

/** An order about a resident's feedback; with `water` unless told. */
export async function makeOrder(test: TestContext, change: Partial<NewWorkOrder> = {}): Promise<string> {
  const subjectId = await makeFeedback(test, 'asker');
  return registerWorkOrder(await test.asPerson('moderator'), {
    subjectKind: 'feedback',
    subjectId,
    title: '东门外夜间施工扰民',
    description: '请协调施工时间。',
    category: 'environment',
    departmentId: 'water',
    externalNumber: '',
    deadline: undefined,
    urgency: 'normal',
    ...change,
  });
}

type Unversioned<Step> = Step extends unknown ? Omit<Step, 'version'> : never;
export type PlainStep = Unversioned<WorkOrderStep>;

export function stateOf(test: TestContext, id: string) {
  return test.database.read.workOrder.findUniqueOrThrow({ where: { id } });
}

/** Takes a step on the order as it stands now, a second after the last. */
export async function act(test: TestContext, who: Context | string, given: { id: string } & PlainStep) {
  const { id, ...step } = given;
  test.clock.set(new Date(test.clock.now().getTime() + 1000));
  const ctx = typeof who === 'string' ? await test.asPerson(who) : who;
  const { version } = await stateOf(test, id);
  return stepWorkOrder(ctx, id, { ...step, version } as WorkOrderStep);
}

/** The one who asked answers the call-back. */
export async function answer(test: TestContext, id: string, solved: boolean): Promise<void> {
  await answerCallBack(await test.asPerson('asker'), id, { solved, rating: solved ? 5 : 1, words: '' });
}

/** A step on the order as it stands now, to be taken later. */
export async function stepNow(
  test: TestContext,
  id: string,
  step: Omit<WorkOrderStep, 'version'>,
): Promise<WorkOrderStep> {
  return { ...step, version: (await stateOf(test, id)).version } as WorkOrderStep;
}

/** An order on which a matter of each of these people hangs beside the asker's. */
export async function makeOrderOf(test: TestContext, people: readonly string[]): Promise<string> {
  const id = await makeOrder(test);
  const moderator = await test.asPerson('moderator');
  for (const person of people) {
    const matter = await makeFeedback(test, person);
    await linkToThisOrder(moderator, { id, subject: { kind: 'feedback', id: matter } });
  }
  return id;
}

/** The same, reported as done: all of them are asked. */
export async function makeFinished(test: TestContext, people: readonly string[]): Promise<string> {
  const id = await makeOrderOf(test, people);
  await act(test, 'water-clerk', { id, act: 'accept' });
  await act(test, 'water-clerk', { id, act: 'finish', report: '路灯已经全部修好，夜间复核过。' });
  return id;
}
