import { afterAll, beforeAll, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { makeOrganisation } from '../../factories/organisations';
import { makeAreas, makePerson } from '../../factories/proposals';
import { contextOfPortal, postForm, signedInCookie } from '../../setup/posting-people';
import { testPortal } from '../../setup/portal';
import type { TestPortal } from '../../setup/portal';
import { wholeBuild } from '../../setup/whole-build';
import { importDepartments } from '~/domains/organisations/departments/import-departments.server';
import { checkCharacter } from '~/domains/organisations/rules/credit-code';
import { readTable } from '~/lib/csv/read-xlsx';
import { xlsxBytes } from '~/lib/csv/write-xlsx';

const path = '/organisations/departments';
let portal: TestPortal;
const cookies: Record<string, string> = {};
beforeAll(async () => {
  portal = await testPortal(await wholeBuild());
  const test = contextOfPortal(portal);
  await makeAreas(test);
  await makePerson(test, 'district', { role: 'administrator', areaId: '421002' });
  await makePerson(test, 'city', { role: 'administrator', areaId: '4210' });
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  await makePerson(test, 'shopkeeper');
  await makeOrganisation(test, { id: 'shop', members: { shopkeeper: 'owner' } });
  for (const who of ['district', 'city', 'moderator']) cookies[who] = await signedInCookie(portal, who);
}, 120_000);
afterAll(() => portal.dispose());

/** A credit code of a government body. */
const codeOf = (number: number) => {
  const first17 = `11421002${String(number).padStart(9, '0')}`;
  return first17 + (checkCharacter(first17) ?? '');
};
const header = 'credit_code,name,area,about,contact,mail';
const send = (text: string, intent = 'import', who = 'district') =>
  postForm(portal, {
    cookie: cookies[who] ?? '',
    path,
    form: { text, intent, reason: '区政府部门名录' },
  });
const rows = () =>
  portal.services.database.read.organisation.findMany({
    where: { kind: 'department' },
    orderBy: { creditCode: 'asc' },
  });
const count = async () => (await rows()).length;
const line = (number: number, change: Partial<Record<'name' | 'area' | 'about' | 'mail', string>> = {}) => {
  const { name = `第${number}局`, area = '沙市区', about = '城市管理执法', mail = '' } = change;
  return [codeOf(number), name, area, about, '0716-8000000', mail].join(',');
};
const download = (search = '', who = 'district') =>
  portal.ask(`/organisations/departments.csv${search}`, { headers: { Cookie: cookies[who] ?? '' } });

it('is for administrators', async () => {
  for (const at of [path, `${path}.csv`])
    expect((await portal.ask(at, { headers: { Cookie: cookies.moderator ?? '' } })).status).toBe(403);
  expect((await send(`${header}\n${line(1)}`, 'import', 'moderator')).status).toBe(403);
  expect(await count()).toBe(0);
});

it('names each fault at its line, keeps what was typed, and enters nothing', async () => {
  const creditCode = codeOf(99);
  await contextOfPortal(portal).database.transaction((tx) =>
    tx.prisma.organisation.update({ where: { id: 'shop' }, data: { creditCode, verifiedCode: creditCode } }),
  );
  const list = [
    header,
    line(1),
    line(2, { area: '没有的区' }),
    line(3, { area: '421003' }),
    line(1, { name: '重复局' }),
    `${codeOf(4).slice(0, 17)}?,某局,沙市区,城市管理执法,,`,
    '1.14210E+17,某局,沙市区,城市管理执法,,',
    line(5, { about: '管' }),
    line(6, { mail: 'not an address' }),
    `${creditCode},某局,沙市区,城市管理执法,,`,
  ].join('\n');
  const answer = await send(list);
  expect(answer.status).toBe(400);
  const text = await answer.text();
  for (const words of [
    ...['没有地区“没有的区”', '没有地区“421003”', '和第 2 行的信用代码相同', '不是有效的统一社会信用代码'],
    ...['被表格软件改成了数字', '职责要有 4 到 2000 个字', '这不是邮箱地址', '它不是部门', '有 8 行有错'],
  ])
    expect(text).toContain(words);
  expect(text).toContain('没有的区,城市管理执法');
  expect(await count()).toBe(0);
});

it('shows what it would do, enters them as verified, and the same list again does nothing', async () => {
  const list = [header, line(1, { mail: 'clerk@example.org' }), line(2)].join('\n');
  const tried = await send(list, 'try');
  expect(tried.status).toBe(200);
  expect(await tried.text()).toContain('新增 2 个，更正 0 个，发出 1 份邀请，0 个不变');
  expect(await count()).toBe(0);
  expect((await send(list)).status).toBe(302);
  const entered = await rows();
  expect(entered).toMatchObject([
    { name: '第1局', areaId: '421002', state: 'verified', verifiedCode: codeOf(1), about: '城市管理执法' },
    { name: '第2局', areaId: '421002', state: 'verified', contact: '0716-8000000' },
  ]);
  const { read } = portal.services.database;
  expect(await read.organisationInvitation.findMany()).toMatchObject([
    { email: 'clerk@example.org', organisationId: entered[0]?.id, mandate: 'representative' },
  ]);
  const again = await send(list);
  expect(again.status).toBe(200);
  expect(await again.text()).toContain('没有可导入的变化');
  expect(await rows()).toEqual(entered);
  expect(await read.organisationInvitation.count()).toBe(1);
  expect(await read.event.count({ where: { type: 'organisation.verified' } })).toBe(2);
});

it('what is there comes as CSV and as a workbook, and both go in again as they came; changed lines correct', async () => {
  const before = await rows();
  const csv = await (await download()).text();
  expect(await (await send(csv)).text()).toContain('没有可导入的变化');
  const book = new Uint8Array(await (await download('?as=xlsx')).arrayBuffer());
  const sheet = XLSX.read(book).Sheets.Sheet1 ?? {};
  const table = XLSX.utils.sheet_to_json<string[]>(sheet, { header: 1 });
  expect(table.map(([code]) => code)).toEqual(['credit_code', codeOf(1), codeOf(2)]);
  const changed = table.map((row) => row.map((cell) => (cell === '第2局' ? '城管局' : cell)));
  const form = new FormData();
  form.set('intent', 'import');
  form.set('reason', '机构改名');
  form.set('file', new File([Buffer.from(await xlsxBytes(changed))], '部门.xlsx'));
  const answer = await portal.ask(path, {
    method: 'POST',
    headers: { Cookie: cookies.district ?? '' },
    body: form,
  });
  expect(answer.status).toBe(302);
  expect(await rows()).toEqual([before[0], { ...before[1], name: '城管局' }]);
  const corrected = await portal.services.database.read.event.findFirstOrThrow({
    where: { type: 'organisation.corrected' },
  });
  expect(corrected).toMatchObject({ subjectId: before[1]?.id, isPublic: true });
  expect(corrected.publicData).toContain('机构改名');
});

it('a department of other areas is corrected by who administers them, and by the command line', async () => {
  expect((await send([header, line(7, { area: '421003' })].join('\n'), 'import', 'city')).status).toBe(302);
  const taken = await send([header, line(7, { area: '沙市区' })].join('\n'));
  expect(await taken.text()).toContain('它不在您管理的范围内');
  expect(await (await download('', 'city')).text()).toContain(codeOf(7));
  expect(await (await download()).text()).not.toContain(codeOf(7));
  const system = contextOfPortal(portal).as('system');
  const reading = await readTable([header, line(7, { name: '沙市局', area: '421003' })].join('\n'), {
    mostRows: 9,
  });
  const { faults, steps } = await importDepartments(system, { reading, reason: '更正', dryRun: false });
  expect([faults, steps.map(({ act, changes }) => [act, changes])]).toEqual([[], [['change', ['name']]]]);
});
