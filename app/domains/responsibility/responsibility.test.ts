import iconv from 'iconv-lite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importList } from './import-list.server';
import {
  changeResponsibility,
  decideGap,
  enterResponsibility,
  removeResponsibility,
} from './keep-list.server';
import { dispatchChoices, openGaps, responsibilityHistory, responsibilityRows } from './list.query.server';
import { suggestDepartment } from './suggest-department.server';
import { mergeOrganisation } from '../organisations/merge-organisation.server';
import { gridId, makeOffices, makeOrder } from '../../../tests/factories/work-orders';
import { makePerson } from '../../../tests/factories/proposals';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import { byteOrderMark, csvLines } from '~/lib/csv/write-csv';
import { readTable } from '~/lib/csv/read-xlsx';
import { xlsxBytes } from '~/lib/csv/write-xlsx';
import { mostLines } from './rules/read-list';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeOffices(test);
  await makePerson(test, 'elsewhere', { role: 'moderator', areaId: '421003' });
});
afterAll(() => test.dispose());

const place = { areaId: '421002', category: 'greening', level: '' } as const;
const terms = { departmentId: 'parks', basis: '城市绿化条例第二十条', days: 3, reason: '公布清单' };
const key = '421002:greening:';

it('keeps each version with who and why, and refuses what is stale or not theirs', async () => {
  const moderator = await test.asPerson('moderator');
  await expect(
    enterResponsibility(await test.asPerson('elsewhere'), { ...place, ...terms }),
  ).rejects.toMatchObject({
    code: 'forbidden',
  });
  expect(await enterResponsibility(moderator, { ...place, ...terms })).toBe(key);
  await expect(enterResponsibility(moderator, { ...place, ...terms })).rejects.toMatchObject({
    code: 'conflict',
  });
  const change = { ...terms, key, version: 1, departmentId: 'water', reason: '机构改革' };
  await changeResponsibility(moderator, change);
  await expect(changeResponsibility(moderator, change)).rejects.toMatchObject({
    reason: 'saved-meanwhile',
  });
  const { versions, people } = await responsibilityHistory(test.as('visitor'), key);
  expect(versions.map((row) => [row.version, row.departmentId, row.reason, row.endReason])).toEqual([
    [2, 'water', '机构改革', null],
    [1, 'parks', '公布清单', '机构改革'],
  ]);
  expect(people.moderator).toBe('moderator');
  await removeResponsibility(moderator, { key, version: 2, reason: '职责取消' });
  expect((await responsibilityHistory(test.as('visitor'), key)).current).toBeNull();
  await enterResponsibility(moderator, { ...place, ...terms });
  expect((await responsibilityHistory(test.as('visitor'), key)).current?.version).toBe(3);
});

it('suggests the department and puts the decision beside the suggestion', async () => {
  const asked = { category: 'greening', areaId: gridId, level: 'grid' };
  expect(await suggestDepartment(test.as('visitor'), asked)).toMatchObject({
    department: { id: 'parks' },
    fit: { category: 'exact', area: 'above' },
  });
  const followed = await makeOrder(test, { category: 'greening', departmentId: 'parks' });
  const other = await makeOrder(test, { category: 'greening', departmentId: 'roads' });
  expect(await dispatchChoices(test.as('visitor'), followed)).toMatchObject([
    { suggestedId: 'parks', decidedId: 'parks', area: 'above' },
  ]);
  expect(await dispatchChoices(test.as('visitor'), other)).toMatchObject([
    { suggestedId: 'parks', decidedId: 'roads' },
  ]);
  const clock = await test.database.read.workOrderClock.findFirst({
    where: { workOrderId: followed, kind: 'resolution' },
  });
  expect(clock).toMatchObject({ amount: 3, unit: 'working-days', source: terms.basis });
});

it('lists a gap once, and the decision on it becomes an entry', async () => {
  const moderator = await test.asPerson('moderator');
  await makeOrder(test, { category: 'safety', departmentId: '' });
  await makeOrder(test, { category: 'safety', departmentId: 'roads' });
  const gaps = (await openGaps(moderator)).filter((gap) => gap.category === 'safety');
  expect(gaps).toHaveLength(1);
  const gapId = gaps[0]?.id ?? '';
  await expect(decideGap(await test.asPerson('elsewhere'), { ...terms, gapId })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await decideGap(moderator, { ...terms, gapId, departmentId: 'roads' });
  await expect(decideGap(moderator, { ...terms, gapId })).rejects.toMatchObject({
    reason: 'already-decided',
  });
  expect((await openGaps(moderator)).some((gap) => gap.category === 'safety')).toBe(false);
  const suggested = await suggestDepartment(moderator, {
    category: 'safety',
    areaId: '421002001001',
    level: 'community',
  });
  expect(suggested).toMatchObject({ department: { id: 'roads' }, fit: { area: 'own', level: 'exact' } });
});

it('imports all lines or none, names each bad one, and reads its own export', async () => {
  const moderator = await test.asPerson('moderator');
  const head = 'area_code,category,level,department_code,department,basis,days';
  const given = { areaId: '421002', reason: '年度更新', dryRun: false };
  const send = async (table: Uint8Array | string, change = {}) =>
    importList(moderator, { ...given, reading: await readTable(table, { mostRows: mostLines }), ...change });
  const good = `421002001000,commerce,street,TEST-roads,,"=条例,第九条",5`;
  const bad = [head, good, '421003000000,commerce,,TEST-roads,,某条例第一条,', '42100,x,,,,,', good];
  const refused = await send(bad.join('\r\n'));
  expect(refused.faults.map(({ line, fault }) => [line, fault])).toEqual([
    [3, 'fault.other-area'],
    [4, 'fault.area_code'],
    [5, 'fault.double'],
  ]);
  const table = [head, good].join('\n');
  const trial = await send(table, { dryRun: true });
  expect(trial).toEqual({ faults: [], entered: 1, changed: 0, same: 0 });
  const filter = { areaId: '421002001' };
  expect((await responsibilityRows(test.as('visitor'), filter)).length).toBe(1);
  expect(await send(table)).toEqual({
    faults: [],
    entered: 1,
    changed: 0,
    same: 0,
  });
  const rows = await responsibilityRows(test.as('visitor'), filter);
  const row = rows.find(([, category]) => category === 'commerce');
  expect(row).toMatchObject([
    '421002001000',
    'commerce',
    'street',
    'TEST-roads',
    expect.any(String),
    '=条例,第九条',
    '5',
  ]);
  const again = csvLines([head.split(','), row ?? []]);
  expect(again).toContain(`'421002001000,commerce`);
  expect(again).toContain(`"'=条例,第九条"`);
  for (const bytes of [
    Buffer.from(byteOrderMark + again),
    Buffer.from(byteOrderMark + again, 'utf16le'),
    iconv.encode(again, 'gb18030'),
    await xlsxBytes([head.split(','), row ?? []]),
  ])
    expect(await send(bytes)).toMatchObject({ same: 1, changed: 0 });
  const mixed = Buffer.concat([Buffer.from(again + again + again), iconv.encode(`${good}\n`, 'gb18030')]);
  expect((await send(mixed)).faults).toMatchObject([{ fault: 'fault.encoding', line: 7 }]);
});

it('leads on to the department into which the named one was merged', async () => {
  await makePerson(test, 'administrator', { role: 'administrator', areaId: '421002' });
  const entry = { areaId: '421002', category: 'roads-traffic', level: '' } as const;
  await enterResponsibility(await test.asPerson('moderator'), { ...entry, ...terms, departmentId: 'water' });
  await mergeOrganisation(await test.asPerson('administrator'), {
    ...{ organisationId: 'water', intoId: 'parks', reason: '同一个部门登记了两次' },
  });
  const asked = { category: 'roads-traffic', areaId: gridId, level: 'grid' };
  expect(await suggestDepartment(test.as('visitor'), asked)).toMatchObject({ department: { id: 'parks' } });
  const order = await makeOrder(test, { category: 'roads-traffic', departmentId: 'parks' });
  expect(await dispatchChoices(test.as('visitor'), order)).toMatchObject([{ suggestedId: 'parks' }]);
  const clock = await test.database.read.workOrderClock.findFirst({
    where: { workOrderId: order, kind: 'resolution' },
  });
  expect(clock).toMatchObject({ amount: 3, source: terms.basis });
  // Whoever changes the entry begins with the one that goes on: the form can be saved as it is shown.
  const { departmentNow, current } = await responsibilityHistory(test.as('visitor'), '421002:roads-traffic:');
  expect([departmentNow?.id, current?.departmentId]).toEqual(['parks', 'water']);
});
