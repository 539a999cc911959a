import { matchRoutes } from '@remix-run/react';
import { flatRoutes } from 'remix-flat-routes';
import { describe, expect, it } from 'vitest';
import { routesFor } from './remix-handlers.server';
import { defineRoutes } from '@remix-run/dev/dist/config/routes.js';

type Routes = Parameters<typeof routesFor>[0];
type Matched = Parameters<typeof matchRoutes>[0];

const manifest = flatRoutes('routes', defineRoutes, { ignoredRouteFiles: ['**/*.test.{ts,tsx}'] });
const all = Object.fromEntries(
  Object.entries({ root: { id: 'root', path: '' }, ...manifest }).map(([id, route]) => [
    id,
    { ...route, module: {} },
  ]),
) as unknown as Routes;

/** The routes as the router takes them. */
function tree(routes: Routes, parentId?: string): Matched {
  return Object.values(routes)
    .filter((route) => route.parentId === parentId)
    .map(({ id, path, index }) =>
      index ? { id, path, index } : { id, path, children: tree(routes, id) },
    ) as Matched;
}

function matched(routes: Routes, address: string): string[] {
  return (matchRoutes(tree(routes), address) ?? []).map(({ route }) => route.id ?? '');
}

const addresses = Object.values(all)
  .flatMap(({ path }) => (path === undefined || path === '' ? [] : [path]))
  .map((path) => `/${path.replace(/:[a-zA-Z]+/g, 'x').replace('*', 'far/away/from/here')}`);

describe('the routes that can match an address', () => {
  const known = [...addresses, ...addresses.map((address) => `${address}/more`), '/ballots/', '/nowhere'];

  it.each(known)('are those that do match: %s', (address) => {
    const [first = '', ...rest] = address.split('/').filter((segment) => segment !== '');
    const few = routesFor(all, first, rest.length + 1);
    expect(matched(few, address)).toEqual(matched(all, address));
    expect(Object.keys(few).length).toBeLessThan(Object.keys(all).length);
  });
});
