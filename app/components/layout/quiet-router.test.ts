import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { quietenRouterOf } from './quiet-router';
import type { TellingRouter } from './quiet-router';

interface Told {
  location: { pathname: string };
  navigation: { state: string };
}

interface RealRouter {
  subscribe(tell: (state: Told) => void): () => void;
  patchRoutes(under: string, routes: object[]): void;
  navigate(to: string): Promise<void>;
}

/** The router that Remix brings along: the page's own. */
const ofRemix = createRequire(createRequire(import.meta.url).resolve('@remix-run/react'));
const { createMemoryRouter } = ofRemix('react-router-dom') as {
  createMemoryRouter(routes: object[]): RealRouter;
};

const listening = (isQuiet: boolean) => {
  const router = createMemoryRouter([
    { path: '/', id: 'root', children: [{ path: 'here', loader: () => null }] },
  ]);
  const page: { __remixRouter?: TellingRouter } = {};
  if (isQuiet) quietenRouterOf(page);
  page.__remixRouter = router as unknown as TellingRouter;
  expect(page.__remixRouter).toBe(router);
  const told: string[] = [];
  router.subscribe(({ location, navigation }) => told.push(`${location.pathname} ${navigation.state}`));
  return { router, told };
};

it('does not tell of routes that were learned of, which Remix’s router by itself does', () => {
  for (const isQuiet of [false, true]) {
    const { router, told } = listening(isQuiet);
    router.patchRoutes('root', [{ path: 'later' }]);
    expect(told.length).toBe(isQuiet ? 0 : 1);
  }
});

it('tells of every step of a navigation, to a page learned of meanwhile too', async () => {
  const { router, told } = listening(true);
  router.patchRoutes('root', [{ path: 'later', loader: () => null }]);
  await router.navigate('/here');
  await router.navigate('/later');
  expect(told).toEqual(['/ loading', '/here idle', '/here loading', '/later idle']);
});
