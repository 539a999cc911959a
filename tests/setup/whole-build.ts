import { defineRoutes } from '@remix-run/dev/dist/config/routes.js';
import type { ServerBuild } from '@remix-run/node';
import remixConfig from '../../remix.config.js';
import * as entry from '../../app/entry.server';
import * as root from '../../app/root';
import { knownSubjects } from '~/domains/registry.server';

const options = remixConfig ?? {};

type RouteModule = ServerBuild['routes'][string]['module'];

const modules = import.meta.glob<RouteModule>('../../app/routes/**/*.{ts,tsx}');

/** The portal's own routes, from their sources: every page answers as it does in production, without a build. */
export async function wholeBuild(): Promise<ServerBuild> {
  const manifest = (await options.routes?.(defineRoutes)) ?? {};
  const routes: ServerBuild['routes'] = { root: { id: 'root', path: '', module: root as RouteModule } };
  const assets: ServerBuild['assets']['routes'] = {};
  for (const { id, path, index, file, parentId } of Object.values(manifest)) {
    const module = await modules[`../../app/${file}`]?.();
    if (!module) throw new Error(`There is no route ${file}`);
    routes[id] = { id, path, index, parentId: parentId ?? 'root', module };
  }
  for (const { id, path, index, parentId, module } of Object.values(routes))
    assets[id] = {
      ...{ id, path, index, parentId, module: `/${id}.js`, imports: [] },
      ...{ hasAction: 'action' in module, hasLoader: 'loader' in module },
      ...{ hasClientAction: false, hasClientLoader: false, hasErrorBoundary: 'ErrorBoundary' in module },
    };
  return {
    entry: { module: entry },
    routes,
    assets: {
      entry: { module: '/entry.js', imports: [] },
      routes: assets,
      url: '/manifest.js',
      version: '1',
    },
    publicPath: '/',
    assetsBuildDirectory: '',
    future: { ...options.future } as ServerBuild['future'],
    isSpaMode: false,
    mode: 'production',
  };
}

/** The address of a route as it is written, with all that stands above it. */
function patternOf(routes: ServerBuild['routes'], id: string): string {
  const route = routes[id];
  if (!route) return '';
  const above = route.parentId ? patternOf(routes, route.parentId) : '';
  return route.path ? `${above}/${route.path}` : above;
}

/** Every address of the portal as written in its routes, with `:id` for what is named in it. */
export function addressesOf(routes: ServerBuild['routes']): string[] {
  const found = Object.keys(routes).map((id) => patternOf(routes, id));
  return [...new Set(found)].map((at) => (at === '' ? '/' : at));
}

/** Those to which something can be posted. */
export function postedAddressesOf(routes: ServerBuild['routes']): string[] {
  const posted = Object.entries(routes).flatMap(([id, route]) =>
    route?.module.action === undefined ? [] : [patternOf(routes, id) || '/'],
  );
  return [...new Set(posted)].sort();
}

/** Where what is given out stands: each collection in the API, as a file of each form, and as a feed. */
export const publishedAddresses = (): string[] =>
  [...knownSubjects.published.keys()].flatMap((name) => [
    `/api/v1/${name}?limit=100`,
    ...['csv', 'json', 'ndjson'].map((form) => `/data/${name}.${form}`),
    `/feeds/${name}.atom`,
  ]);

/** Where the page of a list leads on. */
export const nextPages = (text: string) =>
  [...text.matchAll(/(?:href=|"next":)"([^"]*[?&;](?:cursor|from|page)=[^"]*)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  );
