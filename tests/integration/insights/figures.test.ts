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
import { monthOf } from '~/lib/time/month';
import { fixedClock } from '~/platform/clock';

let portal: TestPortal;
let test: TestContext;
const cookies: Record<string, string> = { visitor: '' };

interface Registered {
  areaId: string;
  category: string;
  month: string;
  isConfidential: boolean;
}
/** Every order that was registered, read past everything that counts. */
let orders: Registered[];

beforeAll(async () => {
  portal = await testPortal(await wholeBuild(), {}, fixedClock(testNow));
  test = contextOfPortal(portal);
  await makeTown(test);
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  await makePerson(test, 'neighbour');
  await makeOrders(test);
  for (const who of ['moderator', 'neighbour']) cookies[who] = await signedInCookie(portal, who);
  const rows = await test.database.read.workOrder.findMany({
    where: { mergedIntoId: null },
    select: { areaId: true, category: true, createdAt: true, isConfidential: true },
  });
  const zone = portal.services.configuration.timeZone;
  orders = rows.map(({ createdAt, ...row }) => ({ ...row, month: monthOf(new Date(createdAt), zone) }));
}, 120_000);
afterAll(() => portal.dispose());

const ask = (path: string, who = 'visitor') => portal.ask(path, { headers: { Cookie: cookies[who] ?? '' } });

/** A figure's file, line by line. */
async function table(name: string, query: string, who = 'visitor') {
  const answer = await ask(`/insights/${name}.csv${query}`, who);
  expect(answer.status).toBe(200);
  const read = readCsv(await answer.text(), { mostRows: 10_000 });
  if (!read.ok) throw new Error('no CSV');
  return read.records.map(({ cells }) => cells);
}

const countOf = (of: (order: Registered) => boolean) => orders.filter(of).length;
const inYear = ({ month }: Registered) => month.startsWith('2026');
const exact = '?area=421002&year=2026&exact=1';

/** The name of a row, without what is said of it. */
const nameOf = (cells: Readonly<Record<string, string>>) => (cells.code ?? '').replace(/^'/, '');

describe('every number of insights', () => {
  it('is that of a recount: by month, also of a category', async () => {
    for (const category of ['', 'environment']) {
      const rows = await table('months', `${exact}&category=${category}`, 'moderator');
      expect(rows).toHaveLength(32);
      for (const row of rows) {
        const counted = countOf(
          (one) =>
            one.areaId.startsWith('421002') &&
            one.month === nameOf(row) &&
            (category === '' || one.category === category),
        );
        expect(Number(row['工单']), row.code).toBe(counted);
      }
    }
  });

  it('is that of a recount: by area of each level, and by category', async () => {
    for (const level of ['street', 'community']) {
      const rows = await table('areas', `${exact}&level=${level}`, 'moderator');
      expect(rows.length).toBe(level === 'street' ? 2 : 4);
      for (const row of rows) {
        const counted = countOf((one) => inYear(one) && one.areaId.startsWith(nameOf(row)));
        expect(Number(row['工单']), row.code).toBe(counted);
      }
    }
    const rows = await table('categories', exact, 'moderator');
    expect(rows.length).toBeGreaterThan(2);
    for (const row of rows)
      expect(Number(row['工单'])).toBe(
        countOf((one) => inYear(one) && one.areaId.startsWith('421002') && one.category === nameOf(row)),
      );
  });

  it('stands in the page, its table and its picture alike', async () => {
    const html = await (await ask(`/insights${exact}`, 'moderator')).text();
    const svg = await (await ask(`/insights/areas.svg${exact}&level=community`, 'moderator')).text();
    const plain = await (await ask(`/insights/categories.svg${exact}`, 'moderator')).text();
    const street = countOf((one) => inYear(one) && one.areaId.startsWith('421002001'));
    expect(html).toContain(`>${street}</td>`);
    const some = orders.filter((one) => inYear(one) && one.areaId === '421002001001').length;
    const shapes = [...svg.matchAll(/<path[^>]* d="([^"]*)"/g)].map(([, path]) => path);
    expect(shapes.length).toBeGreaterThan(0);
    for (const shape of shapes) expect(shape).toMatch(/^M[\d.]+[ ,][\d.]+/);
    // The darkest shade of the map ends with the most.
    expect(svg).toMatch(new RegExp(`[>–]${some}</text>`));
    const kinds = new Map<string, number>();
    for (const one of orders)
      if (inYear(one) && one.areaId.startsWith('421002'))
        kinds.set(one.category, (kinds.get(one.category) ?? 0) + 1);
    for (const count of kinds.values()) expect(plain).toContain(`>${count}</text>`);
  });

  it('of the public version is the same, or is not told', async () => {
    const whole = await table('areas', '?area=421002&year=2026&level=community');
    for (const row of whole) {
      const counted = countOf((one) => inYear(one) && one.areaId === nameOf(row));
      expect([String(counted), '未公布']).toContain(row['工单']);
      const closed = countOf((one) => inYear(one) && one.areaId === nameOf(row) && one.isConfidential);
      if (closed > 0 && closed < 5) expect(row['工单']).toBe('未公布');
    }
    const months = await table('months', '?area=421003&year=2026');
    expect(months.filter((row) => row['工单'] === '未公布').length).toBeGreaterThan(3);
  });
});

describe('insights', () => {
  it('tell the rise with its numbers', async () => {
    const [rise] = await table('rises', `${exact}&level=street`, 'moderator');
    expect(rise?.code?.replace(/^'/, '')).toBe('421002002');
    expect(Number(rise?.['实际'])).toBe(
      countOf((one) => one.month === '2026-10' && one.areaId.startsWith('421002002')),
    );
    expect(Number(rise?.['实际'])).toBeGreaterThan(Number(rise?.['上限']));
  });

  it('mark the month that is not over, and take the season out of the others', async () => {
    const rows = await table('months', exact, 'moderator');
    expect(rows.at(-1)?.['月份']).toContain('未完');
    expect(rows.at(-1)?.['走势']).toBe('');
    expect(rows.at(-2)?.['走势']).not.toBe('');
    const july = rows.find(({ code }) => code === '2026-07');
    expect(Number(july?.['去掉季节'])).toBeLessThan(Number(july?.['工单']));
  });

  it('are exact for those who work there alone, and never kept', async () => {
    for (const path of [
      `/insights${exact}`,
      `/insights/months.csv${exact}`,
      `/insights/months.svg${exact}`,
    ]) {
      expect((await ask(path)).status, path).toBeGreaterThanOrEqual(400);
      expect((await ask(path, 'neighbour')).status, path).toBe(403);
      const answer = await ask(path, 'moderator');
      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toContain('no-store');
    }
    expect((await ask('/insights?exact=1', 'moderator')).status).toBe(403);
    expect((await ask('/insights?area=421003&exact=1', 'moderator')).status).toBe(403);
  });

  it('are shown on other sites in the public version, whoever looks', async () => {
    const answer = await ask(`/embed/insights/months?area=421003&year=2026&exact=1`, 'moderator');
    expect(answer.headers.get('content-security-policy')).toContain('frame-ancestors *');
    expect(await answer.text()).toContain('未公布');
    expect((await ask('/embed/insights/nothing')).status).toBe(404);
  });

  it('are pictures in pixels with Chinese letters', async () => {
    const answer = await ask('/insights/areas.png?area=421002&year=2026');
    expect(answer.headers.get('content-type')).toBe('image/png');
    const { default: sharp } = await import('sharp');
    const { width = 0, height = 0 } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
    expect(width).toBeGreaterThan(1000);
    expect(height).toBeGreaterThan(300);
  });

  it('bear strange addresses', async () => {
    expect((await ask('/insights?area=999999')).status).toBe(404);
    expect((await ask('/insights?area=x&year=1&category=y&level=z')).status).toBe(200);
    expect((await ask('/insights/strange.csv')).status).toBe(404);
    expect((await ask('/insights?year=2024&area=421002001002')).status).toBe(200);
  });
});
