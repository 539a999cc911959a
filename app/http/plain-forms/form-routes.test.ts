import { matchRoutes } from '@remix-run/react';
import { defineRoutes } from '@remix-run/dev/dist/config/routes.js';
import { flatRoutes } from 'remix-flat-routes';
import { describe, expect, it } from 'vitest';
import { formRoutes } from './form-routes';
import type { RoutesOfBuild } from '../server/route-segments';

type Matched = Parameters<typeof matchRoutes>[0];

const manifest = flatRoutes('routes', defineRoutes, { ignoredRouteFiles: ['**/*.test.{ts,tsx}'] });
const all = Object.fromEntries(
  Object.entries({ root: { id: 'root', path: '' }, ...manifest }).map(([id, route]) => [
    id,
    { ...route, module: { action: () => null } },
  ]),
) as unknown as RoutesOfBuild;

function tree(parentId?: string): Matched {
  return Object.values(all)
    .filter((route) => route.parentId === parentId)
    .map(({ id, path, index }) =>
      index ? { id, path, index } : { id, path, children: tree(id) },
    ) as Matched;
}

/** What Remix's router finds, or null where it finds only the page for addresses that are none. */
function byRemix(address: string) {
  const found = matchRoutes(tree(), address)?.at(-1);
  return found?.route.id === 'routes/$' || !found ? null : found;
}

const addresses = Object.values(all)
  .flatMap(({ path }) => (path === undefined || path === '' ? [] : [path]))
  .map((path) => `/${path.replace(/:[a-zA-Z]+/g, '01M8P1KPC1AY0ARND13WRD512G').replace('*', 'far/away')}`);
const routeOf = formRoutes(all);
/** Addresses in which something may be read in two ways are left to Remix. */
const plain = addresses.filter((address) => /^[\w/-]+$/.test(address) && !address.endsWith('far/away'));

describe('where a posted form is taken', () => {
  it.each(plain)('is where Remix takes it: %s', (address) => {
    const found = byRemix(address);
    expect(found).not.toBeNull();
    const { routeId, params } = routeOf(address) ?? {};
    expect({ routeId, params }).toEqual({ routeId: found?.route.id, params: found?.params });
  });

  it.each(plain)('is where Remix takes it in capitals: %s', (address) => {
    const found = byRemix(address.toUpperCase());
    expect(routeOf(address.toUpperCase())?.routeId).toBe(found?.route.id);
  });

  it.each(plain.map((address) => `${address}/more`))('is nowhere Remix takes it otherwise: %s', (address) => {
    const found = routeOf(address);
    if (found) expect(found.routeId).toBe(byRemix(address)?.route.id);
  });

  it.each([
    '',
    '/',
    '//',
    '/ballots/',
    '/ballots/x.data',
    '/ballots/%6eew',
    '/ballots/../sign-in',
    '/ballots?x',
    'http://h/ballots',
    '/log/tile/1',
    '/nowhere',
  ])('is left to Remix: "%s"', (address) => {
    expect(routeOf(address)).toBeNull();
  });
});
