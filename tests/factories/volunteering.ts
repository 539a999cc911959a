import type { TestContext } from '../setup/context';
import { runJobs } from '../setup/jobs';
import { communityId } from './proposals';
import { inboxPage } from '~/domains/notifications/index.server';
import { addShift } from '~/domains/volunteering/opportunity.server';
import type { OpportunityInput } from '~/domains/volunteering/schema';
import { signUp } from '~/domains/volunteering/places/sign-up.server';

export const hour = 3600_000;

export const activity: OpportunityInput = {
  title: '护江巡河清洁行动',
  body: '沿江捡拾垃圾，提供手套。',
  areaId: communityId,
  proposalId: '',
  place: '东门',
  risks: '江边湿滑',
  requirements: '',
  minimumAge: 0,
};

/** A span that begins in so many hours. */
export function spanIn(test: TestContext, hours: number, length = 2): { startsAt: Date; endsAt: Date } {
  const startsAt = new Date(test.clock.now().getTime() + hours * hour);
  return { startsAt, endsAt: new Date(startsAt.getTime() + length * hour) };
}

export interface TestShift {
  hours: number;
  capacity: number;
  roles?: { name: string; capacity: number }[];
  task?: string;
}

/** A shift that the coordinator of the helpers adds; answers its id. */
export async function makeShift(test: TestContext, opportunityId: string, given: TestShift): Promise<string> {
  const { hours, task = '', ...more } = given;
  const rows = await test.database.read.shift.findMany({ where: { opportunityId }, select: { id: true } });
  const known = rows.map(({ id }) => id);
  const organiser = await test.asPerson('coordinator', 'helpers');
  await addShift(organiser, opportunityId, { ...spanIn(test, hours), ...more, task });
  const made = { where: { opportunityId, id: { notIn: known } } };
  return (await test.database.read.shift.findFirstOrThrow(made)).id;
}

/** These sign up one after the other. */
export async function fillShift(
  test: TestContext,
  shiftId: string,
  people: readonly string[],
): Promise<void> {
  for (const id of people) await signUp(await test.asPerson(id), shiftId);
}

/** Who is in which state, by person. */
export async function placesIn(test: TestContext, shiftId: string): Promise<Record<string, string>> {
  const rows = await test.database.read.signUp.findMany({ where: { shiftId } });
  return Object.fromEntries(rows.map((row) => [row.personId, row.state]));
}

/** All that the person was told, with every detail. */
export async function noticesOf(test: TestContext, personId: string): Promise<string> {
  await runJobs(test);
  const { items: notices } = await inboxPage(await test.asPerson(personId), personId);
  return notices.map(({ text, details }) => [text, ...details].join('\n')).join('\n\n');
}
