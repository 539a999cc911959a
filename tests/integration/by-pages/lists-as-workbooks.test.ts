import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeElectorate } from '../../factories/ballots';
import { communityId, makePerson } from '../../factories/proposals';
import { scheduledRoll } from '../../factories/rolls';
import { contextOfPortal, signedInCookie } from '../../setup/posting-people';
import { testPortal } from '../../setup/portal';
import type { TestPortal } from '../../setup/portal';
import { wholeBuild } from '../../setup/whole-build';
import { ageBands } from '~/lib/age-bands';
import { xlsxBytes } from '~/lib/csv/write-xlsx';

let portal: TestPortal;
let ballotId = '';
const cookies: Record<string, string> = {};
beforeAll(async () => {
  portal = await testPortal(await wholeBuild());
  const test = contextOfPortal(portal);
  await makeElectorate(test);
  await makePerson(test, 'top', { role: 'administrator', areaId: '4210' });
  await makePerson(test, 'desk', { role: 'moderator', areaId: '421002' });
  ballotId = (await scheduledRoll(test)).id;
  for (const who of ['top', 'desk', 'staff1']) cookies[who] = await signedInCookie(portal, who);
}, 120_000);
afterAll(() => portal.dispose());

type Row = (string | number | null)[];

interface Listed {
  who: string;
  page: () => string;
  field: string;
  form: Record<string, string>;
  /** The header and lines that are good. */
  rows: Row[];
  bad: Row;
  words: string;
  made: () => Promise<number>;
}

const rows = () => portal.services.database.read;
const reason = '荆民函〔2026〕7号';
const ordersHead = ['service_request_id', 'status_description', 'service_name', 'description', 'lat', 'long'];

const lists: Record<string, Listed> = {
  'a roll': {
    ...{ who: 'staff1', page: () => `/ballots/${ballotId}/roll`, field: 'file' },
    form: { intent: 'import', text: '' },
    rows: [
      ['姓名', '室号', '出生年份', '户号'],
      ['王桂兰', '3栋401', 1941, 12],
    ],
    bad: ['李建国', '3栋402', 194, null],
    words: '“194”不是出生年份',
    made: () => rows().rollLine.count(),
  },
  invitations: {
    ...{ who: 'top', page: () => '/moderation/invitations/list', field: 'file' },
    form: { text: '', days: '14' },
    rows: [
      ['name', 'role', 'area'],
      ['张敏', '审核员', Number(communityId)],
    ],
    bad: ['李强', '校长', '青石社区'],
    words: '没有职责“校长”',
    made: () => rows().roleInvitation.count(),
  },
  areas: {
    ...{ who: 'top', page: () => '/areas/421002/list', field: 'file', form: { text: '', reason } },
    rows: [
      ['区划代码', '名称'],
      [421002009000, '新街道'],
    ],
    bad: [421003009000, '别区的街道'],
    words: '代码 421003009000 不在这个区域之下',
    made: () => rows().area.count(),
  },
  'census figures': {
    ...{ who: 'top', page: () => '/areas/census', field: 'file' },
    form: { text: '', year: '2020', source: '人口普查', intent: 'import' },
    rows: [['area_code', 'age_band', 'people'], ...ageBands.map((band) => [421002000000, band, 7])],
    bad: [421003000000, '18-29', 1.5],
    words: '人数不是整数：1.5',
    made: () => rows().census.count(),
  },
  'work orders': {
    ...{ who: 'desk', page: () => '/bridges/exchange', field: 'table' },
    form: { areaId: '421002', system: '12345', mode: 'do' },
    rows: [ordersHead, ['421003202611270000', 'open', '绿化公园', '公园的树枝断了挡住路', 30.32, 112.24]],
    bad: [421003202611270000, 'open', '绿化公园', '路灯不亮了', 30.32, 112.24],
    words: '“421003202611270000”不是原来的工单号',
    made: () => rows().workOrder.count(),
  },
};

/** Sends a workbook as a browser sends a chosen file. */
async function send({ who, page, field, form }: Listed, table: Row[]): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of Object.entries(form)) body.set(name, value);
  body.set(field, new File([Buffer.from(await xlsxBytes(table))], '名单.xlsx'));
  return portal.ask(page(), { method: 'POST', headers: { Cookie: cookies[who] ?? '' }, body });
}

it.each(Object.entries(lists))('%s may come as a workbook; faults are named', async (_, listed) => {
  const before = await listed.made();
  const refused = await (await send(listed, [...listed.rows, [null], listed.bad])).text();
  expect(refused).toContain(listed.words);
  expect(refused).toMatch(new RegExp(`>${listed.rows.length + 2}<`));
  expect(await listed.made()).toBe(before);
  expect((await send(listed, listed.rows)).status).toBeLessThan(400);
  expect(await listed.made()).toBeGreaterThan(before);
});

const sources = ['app/routes', 'app/components']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)),
  )
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => ({ name, text: readFileSync(name, 'utf8') }));

it('no form asks for CSV alone', () => {
  const asking = sources.flatMap(({ text }) => text.match(/accept="[^"]*\.csv[^"]*"/g) ?? []);
  expect(asking.length).toBeGreaterThanOrEqual(Object.keys(lists).length);
  expect(asking.filter((accept) => !accept.includes('.xlsx'))).toEqual([]);
});

it('no page offers a table as CSV alone', () => {
  const offering = sources.filter(({ text }) =>
    /paths\.\w*Csv\b|'csv'/i.test(text.replaceAll(/accept=.*/g, '')),
  );
  expect(offering.length).toBeGreaterThan(8);
  expect(offering.filter(({ text }) => !/XlsxLink|xlsx/.test(text)).map(({ name }) => name)).toEqual([]);
});
