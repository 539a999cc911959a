import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';

/** Where the portal was built to. */
export const buildDirectory = path.resolve(process.env.GONGZHI_BUILD_DIRECTORY ?? 'build');

/** The production build as the server loads it. */
export async function readBuild(): Promise<ServerBuild> {
  const file = pathToFileURL(path.join(buildDirectory, 'server/index.js')).href;
  return (await import(/* @vite-ignore */ file)) as ServerBuild;
}

export interface Address {
  /** As written in the routes, with `:id` for what is named in it. */
  pattern: string;
  /** A page answers a document; the rest answer files or lead elsewhere. */
  page: boolean;
  /** Whether it can be asked for by GET. */
  read: boolean;
  /** Whether something can be posted to it. */
  posted: boolean;
}

/** Every address of the site, found from the routes of its build; without the one for what is nowhere. */
export function addressesOf({ routes }: Pick<ServerBuild, 'routes'>): Address[] {
  const whole = (id: string): string => {
    const route = routes[id];
    if (!route) return '';
    const above = route.parentId ? whole(route.parentId) : '';
    return route.path ? `${above}/${route.path}` : above;
  };
  const found = new Map<string, Address>();
  for (const { id, module } of Object.values(routes).filter((route) => route !== undefined)) {
    const pattern = whole(id) || '/';
    if (id === 'root' || pattern.endsWith('*')) continue;
    const page = module.default !== undefined;
    const same = found.get(pattern);
    found.set(pattern, {
      pattern,
      page: page || same?.page === true,
      read: page || module.loader !== undefined || same?.read === true,
      posted: module.action !== undefined || same?.posted === true,
    });
  }
  return [...found.values()];
}

/** The address with this in place of everything that is named in it. */
export const namedIn = (pattern: string, id: string) => pattern.replace(/:[\w.]+/g, () => id);
