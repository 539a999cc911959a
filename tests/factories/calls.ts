import type { TestContext } from '../setup/context';
import { communityId } from './proposals';
import { act } from './work-orders';
import type { Intake } from '~/domains/workorders/intake/schema';
import { takeCall } from '~/domains/workorders/intake/take-call.server';

export const callOf = (change: Partial<Intake> = {}): Intake => ({
  channel: 'phone',
  callerName: '王小明',
  callerPhone: '138 0000 1234',
  isConfidential: false,
  areaId: communityId,
  place: '东门公交站旁',
  title: '东门路灯不亮',
  description: '东门公交站旁的路灯三天没亮了。',
  category: 'environment',
  urgency: 'normal',
  departmentId: 'water',
  externalNumber: '',
  ...change,
});

/** An order for a caller, with `water` unless told; by the moderator of the offices. */
export async function makeCall(test: TestContext, change: Partial<Intake> = {}): Promise<string> {
  return (await takeCall(await test.asPerson('moderator'), callOf(change))).id;
}

/** The same, reported as done: the caller waits to be asked. */
export async function makeFinishedCall(test: TestContext, change: Partial<Intake> = {}): Promise<string> {
  const id = await makeCall(test, change);
  await finishCall(test, id);
  return id;
}

export async function finishCall(test: TestContext, id: string): Promise<void> {
  await act(test, 'water-clerk', { id, act: 'accept' });
  await act(test, 'water-clerk', { id, act: 'finish', report: '路灯已经全部修好，夜间复核过。' });
}

/** The question to the caller that waits. */
export async function questionOf(test: TestContext, id: string): Promise<string> {
  const asked = await test.database.read.callBack.findFirstOrThrow({
    where: { workOrderId: id, callerId: { not: null }, answeredAt: null },
    select: { id: true },
  });
  return asked.id;
}
