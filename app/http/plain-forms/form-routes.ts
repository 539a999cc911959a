import type { ActionFunctionArgs } from '@remix-run/node';
import { isElastic, segmentsOf } from '../server/route-segments';
import type { RouteOfBuild, RoutesOfBuild } from '../server/route-segments';

/** Where a form that is posted to an address is taken. */
export interface FormRoute {
  routeId: string;
  params: Record<string, string>;
  action: (args: ActionFunctionArgs) => unknown;
}

interface Candidate {
  route: RouteOfBuild;
  segments: string[];
  /** How exactly it names its addresses. */
  exact: number;
}

const parameter = /^:([\w-]+)$/;
/** Addresses without escapes, dots and slashes at the end: nothing in them can be read in two ways. */
const plainPath = /^(?:\/[\w-]+)+$/;

const isNamed = (segment: string) => !parameter.test(segment);

function matches({ segments }: Pick<Candidate, 'segments'>, asked: readonly string[]): boolean {
  const { length } = asked;
  return (
    segments.length === length &&
    segments.every((segment, index) => !isNamed(segment) || segment === asked[index]?.toLowerCase())
  );
}

/** By what stands before the segments that may be missing or several. The page for all other addresses is no candidate. */
function mayMatch({ segments }: Candidate, asked: readonly string[]): boolean {
  const before = segments.slice(
    0,
    segments.findIndex((segment) => isElastic([segment])),
  );
  return segments[0] !== '*' && matches({ segments: before }, asked.slice(0, before.length));
}

function candidatesOf(routes: RoutesOfBuild): Candidate[] {
  return Object.values(routes).map((route) => {
    const segments = segmentsOf(routes, route).map((segment) =>
      isNamed(segment) ? segment.toLowerCase() : segment,
    );
    return { route, segments, exact: segments.filter(isNamed).length };
  });
}

/** Routes without a path of their own stand for those above them: which of the two is meant is not seen here. */
const isOfItself = ({ route }: Candidate) => (route.path ?? '') !== '';

function taken({ route, segments }: Candidate, asked: readonly string[]): FormRoute | null {
  const action = route.module.action as FormRoute['action'] | undefined;
  if (!action) return null;
  const params = segments.flatMap((segment, index): [string, string][] => {
    const name = parameter.exec(segment)?.[1];
    return name === undefined ? [] : [[name, asked[index] ?? '']];
  });
  return { routeId: route.id, params: Object.fromEntries(params), action };
}

/**
 * Finds the route that takes what is posted to an address, as Remix would find it; null wherever that takes more than
 * comparing segments: odd addresses, and those which several routes match equally well or one of no fixed length.
 */
export function formRoutes(routes: RoutesOfBuild): (path: string) => FormRoute | null {
  const all = candidatesOf(routes);
  const elastic = all.filter(({ segments }) => isElastic(segments));
  const fixed = all.filter(({ segments }) => segments.length > 0 && !isElastic(segments));
  return (path) => {
    if (!plainPath.test(path)) return null;
    const asked = path.slice(1).split('/');
    const found = fixed.filter((candidate) => matches(candidate, asked));
    const exact = Math.max(...found.map((candidate) => candidate.exact));
    const [best, ...others] = found.filter((candidate) => candidate.exact === exact);
    if (!best || others.length > 0 || !isOfItself(best)) return null;
    return elastic.some((candidate) => mayMatch(candidate, asked)) ? null : taken(best, asked);
  };
}
