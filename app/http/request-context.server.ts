import type { Request as ExpressRequest, Response as ExpressResponse } from 'express';
import { flashCookie } from './cookies.server';
import type { GongzhiLoadContext } from './load-context';
import { preferencesOf } from './preferences.server';
import { contextFor } from './services.server';
import type { Services } from './services.server';
import { viewerOf } from './viewer.server';

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
  if (typeof message === 'string' && request.method === 'GET' && !request.path.endsWith('.data')) {
    response.append('Set-Cookie', await flashCookie(configuration).serialize('', { maxAge: 0 }));
  }
  return {
    context: contextFor(services, actor, preferences.locale),
    preferences,
    nonce: String(response.locals.nonce ?? ''),
    sessionToken,
    flash: typeof message === 'string' && message !== '' ? message : null,
  };
}
