import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOrders, makeTown } from './many-orders';
import { makePerson } from '../../factories/proposals';
import { testNow } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import { contextOfPortal, signedInCookie } from '../../setup/posting-people';
import { testPortal } from '../../setup/portal';
import type { TestPortal } from '../../setup/portal';
import { wholeBuild } from '../../setup/whole-build';
import { readCsv } from '~/lib/csv/read-csv';
import { parentOf } from '~/lib/geo/division-code';
import { monthOf } from '~/lib/time/month';
import { fixedClock } from '~/platform/clock';

let portal: TestPortal;
let test: TestContext;
let cookie = '';
const years = [2025, 2026];
const departments = ['roads', 'water'];
const ways = ['month', 'department', 'category'] as const;

interface Registered {
  areaId: string;
  isClosed: boolean;
  isRefused: boolean;
  month: string;
  department: string;
  category: string;
}
/** Every order that was registered, read past everything that counts and hides. */
let orders: Registered[];
let areas: string[];

beforeAll(async () => {
  portal = await testPortal(await wholeBuild(), {}, fixedClock(testNow));
  test = contextOfPortal(portal);
  await makeTown(test);
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  const createdAt = test.clock.now();
  await test.database.transaction((tx) =>
    tx.prisma.organisation.createMany({
      data: departments.map((id) => ({
        ...{ id, kind: 'department', name: id, creditCode: id, areaId: '421002', about: id },
        ...{ state: 'verified', createdAt },
      })),
    }),
  );
  await makeOrders(test, departments);
  cookie = await signedInCookie(portal, 'moderator');
  const rows = await test.database.read.workOrder.findMany({ where: { mergedIntoId: null } });
  const zone = portal.services.configuration.timeZone;
  orders = rows.map((row) => ({
    ...{ areaId: row.areaId, category: row.category, department: row.departmentId ?? '' },
    ...{
      isRefused: row.state === 'not-accepted',
      isClosed: row.isConfidential,
      month: monthOf(row.createdAt, zone),
    },
  }));
  areas = ['', ...(await test.database.read.area.findMany()).map(({ id }) => id)];
}, 120_000);
afterAll(() => portal.dispose());

const ask = (path: string, who = '') => portal.ask(path, { headers: { Cookie: who } });

async function csv(path: string, who = ''): Promise<Record<string, string>[]> {
  const answer = await ask(path, who);
  expect(answer.status, path).toBe(200);
  const read = readCsv(await answer.text(), { mostRows: 10_000 });
  if (!read.ok) throw new Error('no CSV');
  return read.records.map(({ cells }) => cells as Record<string, string>);
}

/** What everyone is told of a cell: its number, or null where it is hidden. */
type Cells = Map<string, number | null>;
const nameOf = (area: string, by: string, key: string) => `${area}|${by}|${key}`;
const plain = (cell: string | undefined) => (cell ?? '').replace(/^'/, '');
const toldOf = (row: Record<string, string>) => (row.told === 'all' ? Number(row.orders) : null);

/** All rows of the statistics of a year, area by area. */
async function toldCells(year: number): Promise<Cells> {
  const cells: Cells = new Map();
  for (const area of areas)
    for (const row of await csv(`/statistics.csv?area=${area}&year=${year}`)) {
      const isBelow = row.by === 'area';
      const name = isBelow ? nameOf(plain(row.key), 'total', '') : nameOf(area, row.by ?? '', plain(row.key));
      const told = toldOf(row);
      // An area's own page tells no more of it than the page above.
      if (isBelow && cells.has(name)) expect(cells.get(name), name).toBe(told);
      cells.set(name, told);
    }
  return cells;
}

const childrenOf = (area: string) =>
  areas.filter((one) => one !== '' && (area === '' ? parentOf(one) === null : parentOf(one) === area));

/** Each sum that anyone knows: a total of its columns, and of the areas below. */
function sumsOf(cells: Cells): [total: string, parts: string[]][] {
  const known = (names: string[]) => names.filter((name) => cells.has(name));
  return areas.flatMap((area): [string, string[]][] => {
    const below = childrenOf(area);
    const own = [...cells.keys()].filter((name) => name.startsWith(`${area}|`));
    return [
      ...ways.map((by): [string, string[]] => [
        nameOf(area, 'total', ''),
        own.filter((name) => name.startsWith(`${area}|${by}|`)),
      ]),
      ...own.map((name): [string, string[]] => [
        name,
        below.length === 0 ? [] : known(below.map((one) => one + name.slice(area.length))),
      ]),
    ].filter(([, parts]) => parts.length > 0);
  });
}

/** What follows by subtraction, again and again, from all that is told. */
function foundOut(cells: Cells): string[] {
  const known: Cells = new Map(cells);
  const found: string[] = [];
  const sums = sumsOf(cells);
  for (let before = -1; before !== found.length;) {
    before = found.length;
    for (const [total, parts] of sums) {
      const hidden = [total, ...parts].filter((name) => known.get(name) === null);
      const [only] = hidden;
      if (hidden.length !== 1 || only === undefined) continue;
      known.set(only, 0);
      found.push(only);
    }
  }
  return found;
}

/** Of the orders behind a cell, those that are not for everyone. */
function closedBehind(name: string, year: number): number {
  const [area = '', by = '', key = ''] = name.split('|');
  return orders.filter(
    (one) =>
      one.isClosed &&
      one.areaId.startsWith(area) &&
      one.month.startsWith(`${year}`) &&
      (by === 'total' || one[by as (typeof ways)[number]] === key),
  ).length;
}

describe('what everyone is told of orders', () => {
  it.each(years)('has none or five closed ones behind it, and nothing follows from it: %s', async (year) => {
    const cells = await toldCells(year);
    const hidden = [...cells].filter(([, told]) => told === null);
    expect(cells.size).toBeGreaterThan(150);
    expect(hidden.length).toBeGreaterThan(20);
    for (const [name, told] of cells) {
      const closed = closedBehind(name, year);
      if (told !== null) expect(closed === 0 || closed >= 5, `${name} ${closed}`).toBe(true);
    }
    expect(foundOut(cells)).toEqual([]);
  });

  it('of small numbers of public matters is everything', async () => {
    const cells = await toldCells(2026);
    const open = [...cells].filter(([, told]) => told !== null && told > 0 && told < 5);
    expect(open.length).toBeGreaterThan(0);
  });

  it('is the same on pages of one department or category, which tell nothing else', async () => {
    const cells = await toldCells(2026);
    for (const [by, key] of [...cells.keys()]
      .filter((name) => name.startsWith('|'))
      .map((name) => name.split('|').slice(1)))
      if (by === 'department' || by === 'category')
        for (const area of ['', '421002', '421002001'])
          for (const row of await csv(`/statistics.csv?area=${area}&year=2026&${by}=${key}`)) {
            const name = nameOf(row.by === 'area' ? plain(row.key) : area, by, key ?? '');
            if (row.by === 'total' || row.by === 'area')
              expect(toldOf(row), name).toBe(cells.has(name) ? cells.get(name) : 0);
            else if (row.by !== by) expect(row.told, `${name} ${row.by}`).toBe('public');
          }
  });

  it('is the same in insights, on other sites too', async () => {
    const cells = await toldCells(2026);
    for (const area of areas.filter((one) => one.length < 12)) {
      for (const [figure, by] of [
        ['months', 'month'],
        ['categories', 'category'],
      ] as const)
        for (const row of await csv(`/insights/${figure}.csv?area=${area}&year=2026`)) {
          const told = cells.get(nameOf(area, by, plain(row.code)));
          if (told !== undefined) expect(row['工单'] === '未公布', `${area} ${row.code}`).toBe(told === null);
        }
      const html = await (await ask(`/embed/insights/categories?area=${area}&year=2026`)).text();
      const hides = [...cells].some(([name, told]) => told === null && name.startsWith(`${area}|category|`));
      expect(html.includes('未公布')).toBe(hides);
    }
  });

  it('has beside it, in insights, how many public matters there are, a recount of them', async () => {
    let counted = 0;
    for (const area of areas.filter((one) => one.length >= 6 && one.length < 12)) {
      const query = `?area=${area}&year=2026`;
      const html = await (await ask(`/embed/insights/categories${query}`)).text();
      for (const row of await csv(`/insights/categories.csv${query}`)) {
        if (row['工单'] !== '未公布') continue;
        const beside = new RegExp(`>${row['类别']}</td><td[^>]*>未公布（公开的 (\\d+) 件）`).exec(html);
        const open = orders.filter(
          (one) =>
            !one.isClosed &&
            one.areaId.startsWith(area) &&
            one.month.startsWith('2026') &&
            one.category === plain(row.code),
        );
        expect(Number(beside?.[1]), `${area} ${row.code}`).toBe(open.length);
        counted += 1;
      }
    }
    expect(counted).toBeGreaterThan(3);
  });

  it('is of years and months alone: other spans would tell of what lies between', async () => {
    for (const span of ['from=2026-02&to=2026-07', 'from=2025-12&to=2026-11', 'from=2025-01&to=2026-11'])
      for (const row of await csv(`/statistics.csv?area=421002&${span}`))
        if (row.by !== 'month') expect(row.told, span).toBe('public');
    expect((await ask('/statistics?area=421003&year=2026&department=roads&category=housing')).status).toBe(
      200,
    );
  });

  it('is of public matters alone, and a recount of them, where it is not told otherwise', async () => {
    for (const category of ['', 'roads-traffic', 'environment']) {
      const rows = await csv(`/statistics.csv?area=421003&year=2026&category=${category}`);
      const alone = rows.filter(({ told, by }) => told === 'public' && by === 'month');
      expect(alone.length, category).toBeGreaterThan(4);
      for (const { key, orders: count } of alone) {
        const open = orders.filter(
          (one) =>
            !(one.isClosed || one.isRefused) &&
            one.areaId.startsWith('421003') &&
            one.month === plain(key) &&
            (category === '' || one.category === category),
        );
        expect(Number(count), `${key} ${category}`).toBe(open.length);
      }
    }
  });

  it('lists the orders behind it that are public, and no place of another', async () => {
    let path: string | null = '/statistics/orders?area=421002&number=orders&from=2026-01&to=2026-11';
    let listed = 0;
    while (path) {
      const html: string = await (await ask(path)).text();
      expect(html).not.toContain('没有公开');
      listed += [...html.matchAll(/href="\/work-orders\/order-/g)].length;
      path = /href="([^"]*cursor=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? null;
    }
    const refused = await test.database.read.workOrder.count({ where: { state: 'not-accepted' } });
    expect(refused).toBeGreaterThan(0);
    const open = await test.database.read.workOrder.count({
      where: {
        ...{ isConfidential: false, mergedIntoId: null, areaId: { startsWith: '421002' } },
        ...{ state: { not: 'not-accepted' }, createdAt: { gte: new Date('2025-12-31T16:00:00Z') } },
      },
    });
    expect(listed).toBe(open);
  });

  it('is not told of targets either, which stand by public matters alone', async () => {
    const cells = await toldCells(2026);
    const ofDepartment = /^(\d+)\|department\|(\w+)$/;
    const hidden = [...cells].flatMap(([name, told]) =>
      told === null ? (ofDepartment.exec(name) ?? []) : [],
    );
    const [, areaId = '', departmentId = ''] = hidden;
    const target = { year: 2026, measure: 'response', value: 900, source: '年度责任书', office: '办公室' };
    const made = { ...target, createdBy: 'moderator', createdAt: test.clock.now() };
    await test.database.transaction((tx) =>
      tx.prisma.target.createMany({
        data: [
          { ...made, id: 'hidden', areaId, departmentId },
          { ...made, id: 'told', areaId: '421002', departmentId: '' },
        ],
      }),
    );
    const [alone] = await csv(`/statistics.csv?area=${areaId}&year=2026&department=${departmentId}`);
    expect(alone).toMatchObject({ by: 'total', told: 'public' });
    const html = await (await ask('/targets/hidden')).text();
    expect(html).toContain('只统计公开事项');
    expect(html).toMatch(new RegExp(`分母：[^<]* ${alone?.response_denominator}\\b`));
    expect(await (await ask('/targets/told')).text()).not.toContain('只统计公开事项');
  });
});

it('every number as it is reads who works there, and nobody keeps it', async () => {
  const path = '/statistics?area=421002&exact=1';
  expect((await ask(path)).status).toBeGreaterThanOrEqual(400);
  expect((await ask('/statistics/orders?area=421002&exact=1')).status).toBeGreaterThanOrEqual(400);
  expect((await ask('/statistics.csv?area=421003&exact=1', cookie)).status).toBe(403);
  const answer = await ask(path, cookie);
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
  for (const row of await csv('/statistics.csv?area=421002&exact=1&from=2026-02&to=2026-07', cookie))
    expect(row.told).toBe('all');
});
