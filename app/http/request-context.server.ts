import type { Request as ExpressRequest, Response as ExpressResponse } from 'express';
import { flashCookie } from './cookies.server';
import type { GongzhiLoadContext } from './load-context';
import { preferencesOf } from './preferences.server';
import { contextFor } from './services.server';
import type { Services } from './services.server';
import { viewerOf } from './viewer.server';

/**
 * Whether the answer shows the message laid for the next page: a document, or the data of one with its frame. What
 * browsers ask for beside a page, such as the list of routes, must not use the message up.
 */
function showsMessage({ method, path, query }: ExpressRequest): boolean {
  if (method !== 'GET' || path === '/__manifest') return false;
  if (!path.endsWith('.data')) return true;
  const routes = query._routes;
  return typeof routes !== 'string' || routes.split(',').includes('root');
}

/** What one request's loaders and actions get: who acts, in which language, and this answer's nonce. */
export async function loadContextOf(
  services: Services,
  request: ExpressRequest,
  response: ExpressResponse,
): Promise<GongzhiLoadContext> {
  const { configuration } = services;
  const cookies = request.headers.cookie ?? null;
  const preferences = await preferencesOf(request.headers);
  const { sessionToken, actor } = await viewerOf(services, request, response);
  const message: unknown = cookies?.includes('flash=')
    ? await flashCookie(configuration).parse(cookies)
    : null;
  if (typeof message === 'string' && showsMessage(request)) {
    response.append('Set-Cookie', await flashCookie(configuration).serialize('', { maxAge: 0 }));
  }
  return {
    context: contextFor(services, actor, preferences.locale),
    similar: services.similar,
    preferences,
    nonce: String(response.locals.nonce ?? ''),
    sessionToken,
    flash: typeof message === 'string' && message !== '' ? message : null,
  };
}
