import type { IncomingMessage } from 'node:http';
import type { Request as ExpressRequest, Response as ExpressResponse } from 'express';
import type { Cookie } from '@remix-run/node';
import { flashCookie, pendingChoiceCookie } from '../guards/cookies.server';
import { attemptsFrom } from '../guards/attempts.server';
import type { GongzhiLoadContext } from './load-context';
import { actedOn } from '../plain-forms/acted';
import { networkOf } from '../guards/network-address';
import { preferencesOf, storedPreferences } from '../preferences.server';
import { noteRenderedFor } from './rendered-for';
import { cookiesOf } from '../guards/request-cookies';
import { contextFor } from './services.server';
import type { Services } from './services.server';
import { viewerOf } from '../viewer.server';

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

/** What is to be known of a request beside its cookies. */
export interface Surroundings extends Pick<GongzhiLoadContext, 'asPageData' | 'nonce' | 'acted'> {
  /** Where the request comes from; few acts ask. */
  network: () => string;
}

/**
 * What one request's loaders and actions get: who acts, in which language, this answer's nonce, and all that is to be
 * known of the request's cookies, which they do not see themselves.
 */
export async function loadContextOf(
  services: Services,
  request: ExpressRequest,
  response: ExpressResponse,
): Promise<GongzhiLoadContext> {
  const { message, context } = await contextOfRequest(services, request, {
    asPageData: request.path.endsWith('.data') ? { isFile: false } : null,
    nonce: String(response.locals.nonce ?? ''),
    acted: actedOn(request),
    network: () => networkOf(request),
  });
  if (typeof message === 'string' && showsMessage(request)) {
    const { configuration } = services;
    response.append('Set-Cookie', await flashCookie(configuration).serialize('', { maxAge: 0 }));
  }
  const { preferences, pendingChoice } = context;
  const once = message !== null || pendingChoice !== null;
  noteRenderedFor(response, { actor: context.context.actor, preferences, once });
  return context;
}

/** The same of a request that did not pass through Express, with the message that was laid for the next page. */
export async function contextOfRequest(
  services: Services,
  request: IncomingMessage,
  { network, ...surroundings }: Surroundings,
): Promise<{ message: unknown; context: GongzhiLoadContext }> {
  const { configuration } = services;
  const { values } = cookiesOf(request);
  const [preferences, { sessionToken, actor }] = await Promise.all([
    preferencesOf(request),
    viewerOf(services, request),
  ]);
  const message = await readOwn(flashCookie(configuration), values.flash);
  const pendingChoice = await readOwn(pendingChoiceCookie(configuration), values['pending-choice']);
  const context = {
    ...surroundings,
    context: contextFor(services, actor, preferences.locale),
    similar: services.similar,
    profile: services.profile,
    categories: services.categories,
    preferences,
    sessionToken,
    flash: typeof message === 'string' && message !== '' ? message : null,
    storedPreferences: await storedPreferences(request),
    pendingChoice,
    attempts: attemptsFrom(configuration.rateLimits ? services.attempts : null, network),
  };
  return { message, context };
}

async function readOwn(cookie: Cookie, value: string | undefined): Promise<unknown> {
  return value === undefined ? null : cookie.parse(`${cookie.name}=${value}`);
}
