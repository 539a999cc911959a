import type { NextFunction, Request, Response } from 'express';

/** What no browser sends by itself: a scheme, `//` at the beginning, backslashes, dot segments in any spelling. */
const isOdd = (path: string) => !path.startsWith('/') || /^\/\/|\\|\/\.|%2e/i.test(path);

const here = 'http://here.invalid';

const escapedNul = /%00/g;

/**
 * Every later part of the server reads the same address: dot segments are resolved and slashes at the beginning
 * taken together before anything looks at it, as Remix would do only after the limits and checks. The character of
 * zero goes, as it goes from forms: no text in the database may hold it.
 */
export function plainAddress(request: Request, _response: Response, next: NextFunction): void {
  const address = request.url.replace(escapedNul, '');
  const [path = '', ...query] = address.split('?');
  if (!isOdd(path) && address === request.url) return next();
  const whole = path.startsWith('/') ? here + path : path;
  const resolved = URL.canParse(whole) ? new URL(whole).pathname.replace(/^\/+/, '/') : path;
  request.url = [resolved, ...query].join('?');
  request.originalUrl = request.url;
  next();
}

/**
 * A path as routes are compared: Remix takes capitals, escapes, slashes at the end and `.data` for the same address.
 * For what a route allows: who spells it otherwise must not be treated otherwise.
 */
export function routePath(path: string): string {
  const page = path.replace(/\.data$/, '').replace(/(?<!\/)\/+$/, '');
  try {
    return page.split('/').map(decodeURIComponent).join('/').toLowerCase();
  } catch {
    return page.toLowerCase();
  }
}
