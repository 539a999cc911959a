import { afterAll, beforeAll, expect, it } from 'vitest';
import { remixBuild } from '../../../tests/setup/remix-build';
import { testPortal } from '../../../tests/setup/portal';
import type { TestPortal } from '../../../tests/setup/portal';
import { problem } from '~/domains/insights/open-data/problem';

const fine = () => new Response('fine');

let portal: TestPortal;
beforeAll(async () => {
  const paths = ['api/v1/*', 'data/:dataset.csv', 'data/:dataset'];
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

it('whole files are taken less often, and pages as often as one likes', async () => {
  const { count, refused } = await answered('/data/areas.csv', 40);
  expect([count, refused?.status]).toEqual([30, 429]);
  expect((await answered('/data/areas', 100)).refused).toBe(null);
});
