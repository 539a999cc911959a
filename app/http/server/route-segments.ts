import type { ServerBuild } from '@remix-run/node';

export type RoutesOfBuild = ServerBuild['routes'];
export type RouteOfBuild = RoutesOfBuild[string];

/** Where a route lies, with all its parents, as segments. */
export function segmentsOf(routes: RoutesOfBuild, route: RouteOfBuild): string[] {
  const parent = route.parentId === undefined ? undefined : routes[route.parentId];
  const own = (route.path ?? '').split('/').filter((segment) => segment !== '');
  return parent ? [...segmentsOf(routes, parent), ...own] : own;
}

/** One that matches only itself: no parameter, no splat, not optional. */
export const isPlain = (segment: string) => /^[a-z0-9-]+$/.test(segment);

/** Such routes match addresses of other lengths than their own. */
export const isElastic = (segments: readonly string[]) =>
  segments.some((segment) => segment === '*' || segment.endsWith('?'));
