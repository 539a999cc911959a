import { afterAll, beforeAll, expect, it } from 'vitest';
import { remixBuild } from '../../../tests/setup/remix-build';
import { testPortal } from '../../../tests/setup/portal';
import type { TestPortal } from '../../../tests/setup/portal';
import { problem } from '~/domains/insights/open-data/problem';

const fine = () => new Response('fine');

let portal: TestPortal;
beforeAll(async () => {
  const paths = [
    'api/v1/*',
    'data/:dataset.csv',
    'data/:dataset',
    'feeds/*',
    'oembed',
    'share/*',
    'insights/*',
    'embed/*',
  ];
  portal = await testPortal(
    remixBuild(
      paths.map((path) => ({ path, page: false, loader: fine })),
      () => new Response('page'),
    ),
  );
});
afterAll(() => portal.dispose());

/** How many of so many calls are answered, and the first that is not. */
async function answered(path: string, most: number): Promise<{ count: number; refused: Response | null }> {
  for (let count = 0; count < most; count += 1) {
    const response = await portal.ask(path);
    if (response.status !== 200) return { count, refused: response };
    await response.text();
  }
  return { count: most, refused: null };
}

it('programs read so often a minute, and are told in their form when to come again', async () => {
  const { count, refused } = await answered('/api/v1/areas', 700);
  expect([count, refused?.status]).toEqual([600, 429]);
  expect(refused?.headers.get('Content-Type')).toMatch(/^application\/problem\+json/);
  expect(refused?.headers.get('Access-Control-Allow-Origin')).toBe('*');
  expect(Number(refused?.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect(problem.strict().parse(await refused?.json()).status).toBe(429);
});

it('whole files are taken less often, however they are spelt', async () => {
  const spelt = [
    '/data/areas.csv',
    '/DATA/areas.csv',
    '/data/areas.csv/',
    '/data/areas.cs%76',
    '/data/areas.CSV.data',
  ];
  for (let turn = 0; turn < 6; turn += 1)
    for (const path of spelt) expect((await portal.ask(path)).status, path).not.toBe(429);
  for (const path of [...spelt, '/share/proposal/x/poster.pdf', '/Share/proposal/x/poster.PDF'])
    expect((await portal.ask(path)).status, path).toBe(429);
});

it('feeds, frames, pictures that are drawn and pages of data are read as often as the API, all together', async () => {
  for (const path of [
    '/feeds/proposals.atom',
    '/Feeds/meetings.ics',
    '/oembed',
    '/data/areas',
    '/API/v1/areas',
    '/embed/insights/areas',
    '/insights/areas.png',
    '/Insights/areas.SVG',
    '/share/proposal/x/card.png',
  ])
    expect((await portal.ask(path)).status, path).toBe(429);
  // A neighbourhood behind one address reads pages as before.
  for (const path of ['/insights/', '/share/proposal/x'])
    expect((await portal.ask(path)).status, path).toBe(200);
});
