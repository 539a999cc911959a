import { communityId, makeAreas, makePerson } from './proposals';
import { testContext } from '../setup/context';
import type { TestContext } from '../setup/context';
import { runDraw } from '~/cli/draw/draw';
import { volunteer } from '~/domains/councils/seats/answer-invitation.server';
import { drawPanel } from '~/domains/councils/drawing/draw.server';
import { foundCouncil } from '~/domains/councils/found-council.server';
import { inviteByLot } from '~/domains/councils/seats/invite-by-lot.server';
import { publishList } from '~/domains/councils/drawing/publish-list.server';
import { councilSchema, inviteSchema, listSchema } from '~/domains/councils/schema';
import { acceptSeat } from '~/domains/councils/seats/seats.server';
import { dayIn } from '~/lib/time/days';

export const day = 24 * 3600_000;

/** Residents r00, r01 and so on: women and men by turns, one in three young; the last two live together. */
const mostResidents = 14;
export const residentName = (at: number) => `r${String(at).padStart(2, '0')}`;
export const statedBy = (at: number) => ({
  'feature-0': at % 2 === 0 ? '女' : '男',
  'feature-1': at % 3 === 0 ? '18-35' : '36以上',
});

export const quotaText = '性别 | 女 | 2 | 2\n性别 | 男 | 2 | 2\n年龄 | 18-35 | 1 | 2\n年龄 | 36以上 | 2 | 3';

/** A moderator, an auditor, someone from elsewhere, and residents whose homes are verified. */
export async function councilContext(): Promise<TestContext> {
  const test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  await makePerson(test, 'elsewhere', { role: 'moderator', areaId: '421003' });
  for (const id of ['auditor', 'stranger']) await makePerson(test, id);
  for (let at = 0; at < mostResidents; at += 1) {
    const id = await makePerson(test, residentName(at));
    const householdKey = at >= mostResidents - 2 ? 'shared' : `home-${at}`;
    await test.database.transaction((tx) =>
      tx.prisma.person.update({ where: { id }, data: { residenceAreaId: communityId, householdKey } }),
    );
  }
  return test;
}

/** As a form sends it. */
export const councilForm = (test: TestContext, change: Record<string, unknown> = {}) => {
  const on = (days: number) => dayIn(new Date(test.clock.now().getTime() + days * day), 'Asia/Shanghai');
  return {
    ...{ title: '社区更新居民代表', purpose: '一起商量老旧小区怎么更新。', areaId: communityId },
    ...{ seats: '4', panels: '100', onePerHousehold: 'yes', quotas: quotaText },
    ...{ volunteersUntil: on(7), termUntil: on(365) },
    ...change,
  };
};

export const organiser = (test: TestContext) => test.asPerson('moderator');

export const councilOf = (test: TestContext, id: string) =>
  test.database.read.council.findUniqueOrThrow({ where: { id } });

export const versionOf = async (test: TestContext, id: string) => (await councilOf(test, id)).version;

export async function makeCouncil(test: TestContext, change: Record<string, unknown> = {}): Promise<string> {
  return foundCouncil(await organiser(test), councilSchema.parse(councilForm(test, change)));
}

/** Founded, and so many residents invited. */
export async function invitedCouncil(
  test: TestContext,
  change: Record<string, unknown> = {},
  count = mostResidents,
): Promise<string> {
  const id = await makeCouncil(test, change);
  const input = inviteSchema.parse({ version: await versionOf(test, id), count, seed: '上证指数 3412.33' });
  await inviteByLot(await organiser(test), id, input);
  return id;
}

/** The residents at these places say yes. */
export async function volunteers(test: TestContext, id: string, places: readonly number[]): Promise<void> {
  for (const at of places) await volunteer(await test.asPerson(residentName(at)), id, statedBy(at));
}

export const everyone = Array.from({ length: mostResidents }, (_, at) => at);

export const listForm = async (test: TestContext, id: string, change: Record<string, unknown> = {}) =>
  listSchema.parse({
    ...{ version: await versionOf(test, id), way: 'seed', source: '福彩 3D 次日开奖号码，三个数字空格分开' },
    dueAt: new Date(test.clock.now().getTime() + day).toISOString(),
    ...change,
  });

/** The day for volunteers passes, and the list is published. */
export async function listedCouncil(
  test: TestContext,
  { change = {}, places = everyone, list = {} }: { change?: object; places?: number[]; list?: object } = {},
): Promise<string> {
  const id = await invitedCouncil(test, { ...change });
  await volunteers(test, id, places);
  test.clock.advance(8 * day);
  await publishList(await organiser(test), id, await listForm(test, id, { ...list }));
  return id;
}

/** The event takes place, and its line is drawn. */
export async function drawLineOf(test: TestContext, id: string, seed = '5 8 3'): Promise<void> {
  test.clock.advance(2 * day);
  await drawPanel(await organiser(test), id, { version: await versionOf(test, id), seed });
}

export async function drawnCouncil(test: TestContext, options: Parameters<typeof listedCouncil>[1] = {}) {
  const id = await listedCouncil(test, options);
  await drawLineOf(test, id);
  return id;
}

export const candidatesOf = (test: TestContext, councilId: string, state?: string) =>
  test.database.read.councilCandidate.findMany({
    where: { councilId, ...(state === undefined ? {} : { state }) },
    orderBy: { number: 'asc' },
  });

/** All who were drawn take their seats. */
export async function seatEveryone(test: TestContext, id: string): Promise<void> {
  for (const { personId } of await candidatesOf(test, id, 'drawn'))
    await acceptSeat(await test.asPerson(personId ?? ''), id, { showsName: false });
}

/** What `gongzhi draw` answers with these files alone, as anyone would call it. */
export async function drawFrom(files: Record<string, string>, args: readonly string[]) {
  let out = '';
  const code = await runDraw([...args, '--json'], {
    readFile: (file) => Buffer.from(files[file] ?? ''),
    stdout: (text) => (out += text),
    stderr: (text) => (out += text),
  });
  if (code !== 0 || !out.startsWith('{')) throw new Error(out);
  return JSON.parse(out) as { list: { sha256: string }; drawn: { index: number; panel: string[] } };
}
