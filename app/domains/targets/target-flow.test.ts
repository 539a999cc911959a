import { afterAll, beforeAll, expect, it } from 'vitest';
import { communityId, makeAreas, makePerson } from '../../../tests/factories/proposals';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import { changeTargetSchema, newTargetSchema } from './schema';
import { changeTarget, setTarget, withdrawTarget } from './set-target.server';
import { newTargetChoices, targetPage, targetsPage } from './target.query.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'administrator', { role: 'administrator', areaId: '421002' });
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
});
afterAll(() => test.dispose());

const words = { source: '年度目标责任书', office: '区政务热线办公室', reason: '年初确定。' };
const input = {
  ...{ year: 2026, areaId: '421002', departmentId: '', measure: 'resolution' as const, value: '85.5' },
  ...words,
};

it('is set by administrators of the area, once for each measure, and told with its reason', async () => {
  const administrator = await test.asPerson('administrator');
  const id = await setTarget(administrator, input);
  await expect(setTarget(administrator, input)).rejects.toMatchObject({ code: 'conflict', field: 'measure' });
  const moderator = await test.asPerson('moderator');
  for (const refused of [
    () => setTarget(moderator, { ...input, year: 2027 }),
    () => setTarget(administrator, { ...input, areaId: '421003' }),
  ])
    await expect(refused()).rejects.toMatchObject({ code: 'forbidden' });
  const { target, may } = await targetPage(test.as('visitor'), id);
  expect(target).toMatchObject({ wanted: '85.5', actual: null, standing: 'no-data' });
  expect(may.allowed).toBe(false);
  const event = await test.database.read.event.findFirst({ where: { subjectId: id } });
  expect(JSON.parse(event?.publicData ?? '{}')).toMatchObject({ reason: words.reason, year: 2026 });
});

it('takes per cent with a decimal for rates and whole numbers for orders', async () => {
  const administrator = await test.asPerson('administrator');
  for (const wrong of [
    { ...input, year: 2025, value: '100.1' },
    { ...input, year: 2025, measure: 'done' as const, value: '10.5' },
  ])
    await expect(setTarget(administrator, wrong)).rejects.toMatchObject({ code: 'invalid', field: 'value' });
  expect(newTargetSchema.safeParse({ ...input, value: 'viel' }).success).toBe(false);
  expect(changeTargetSchema.safeParse({ revision: '1', ...words, value: '85.55' }).success).toBe(false);
});

it('keeps every change with its reason; of two who change at once one is told', async () => {
  const administrator = await test.asPerson('administrator');
  const id = await setTarget(administrator, { ...input, measure: 'response', value: '90' });
  const change = { ...words, version: 1, value: '95', reason: '上级要求提高。' };
  const both = await Promise.allSettled([
    changeTarget(administrator, id, change),
    changeTarget(administrator, id, { ...change, value: '97' }),
  ]);
  expect(both.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
  await withdrawTarget(administrator, id, { version: 2, reason: '职责已调整。' });
  const { target, changes } = await targetPage(test.as('visitor'), id);
  expect(target.withdrawnAt).not.toBe(null);
  expect(changes.map((row) => row.became?.value ?? null)).toEqual([null, expect.any(Number), 900]);
  expect(changes[1]?.reason).toBe('上级要求提高。');
  const again = withdrawTarget(administrator, id, { version: 3, reason: '职责已调整。' });
  await expect(again).rejects.toMatchObject({ code: 'wrong-state' });
  const { items } = await targetsPage(test.as('visitor'), { year: 2026 });
  expect(items.map((item) => item.id)).not.toContain(id);
});

it('tells who sends the form of a withdrawn target again that it was set before', async () => {
  const form = {
    ...(await test.asPerson('administrator')),
    formDigest: () => Promise.resolve('one form'),
  };
  const id = await setTarget(form, { ...input, year: 2028 });
  expect(await setTarget(form, { ...input, year: 2028 })).toBe(id);
  await withdrawTarget(form, id, { version: 1, reason: '职责已调整。' });
  await expect(setTarget(form, { ...input, year: 2028 })).rejects.toMatchObject({ code: 'conflict' });
});

it('offers to set targets only where one may', async () => {
  const { areas } = await newTargetChoices(await test.asPerson('administrator'));
  expect(areas.few?.map((area) => area.id)).toEqual(['421002', '421002001', communityId]);
  await expect(newTargetChoices(await test.asPerson('moderator'))).rejects.toMatchObject({
    code: 'forbidden',
  });
});

it('lists all of a year, page by page', async () => {
  const { source, office } = words;
  const row = { source, office, year: 2031, measure: 'resolution', value: 900, createdBy: 'administrator' };
  const createdAt = test.clock.now();
  const areas = ['421002', '421003'];
  const ids = areas.flatMap((areaId) =>
    Array.from({ length: 120 }, (_none, number) => ({ areaId, id: `${areaId}-${number}` })),
  );
  await test.database.transaction((tx) =>
    tx.prisma.target.createMany({
      data: ids.map(({ id, areaId }) => ({ ...row, createdAt, id, areaId, departmentId: `office-${id}` })),
    }),
  );
  const shown: string[] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await targetsPage(test.as('visitor'), { year: 2031, cursor });
    expect(items.length).toBeLessThanOrEqual(50);
    shown.push(...items.map(({ id }) => id));
    cursor = next ?? undefined;
  } while (cursor);
  expect(shown.sort()).toEqual(ids.map(({ id }) => id).sort());
});
