import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { sendPlainPage } from '../answers/plain-page.server';
import { statedHost } from './portal-origin.server';
import type { Configuration } from '~/platform/configuration.server';
import { pooledRandom } from '~/platform/pooled-random';

/** A fresh nonce for each answer; only scripts that carry it run. */
export function withNonce(_request: Request, response: Response, next: NextFunction): void {
  response.locals.nonce = pooledRandom(16).toString('base64');
  next();
}

/** The origin of the map's tiles, with `*.` for templates that spread over several hosts. */
function tilesOrigin(template: string): string {
  const [, scheme, host] = /^(https?:\/\/)([^/]+)/.exec(template) ?? [];
  return scheme && host ? ` ${scheme}${host.replace(/^[^.]*\{[^}]+\}[^.]*\./, '*.')}` : '';
}

/** Where there is no page, there is no nonce: no script of its own runs. */
export function contentSecurityPolicy(
  nonce: string | null,
  mapTilesUrl: string,
  development: boolean,
): string {
  const own = nonce === null ? "'self'" : `'self' 'nonce-${nonce}'`;
  const scripts = development ? `${own} 'unsafe-eval'` : own;
  return [
    "default-src 'self'",
    `script-src ${scripts}`,
    "script-src-attr 'none'",
    // Charts and the map place things by style attributes; the plain pages bring a style element.
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob:${tilesOrigin(mapTilesUrl)}`,
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ');
}

export function securityHeaders(configuration: Configuration, development: boolean): RequestHandler[] {
  const { publicUrl, mapTilesUrl } = configuration;
  return [
    helmet({
      contentSecurityPolicy: false,
      // A town's other sites stand under the same name: they are not bound by what the portal can keep.
      strictTransportSecurity: publicUrl.startsWith('https:') && {
        maxAge: 31_536_000,
        includeSubDomains: false,
      },
      crossOriginEmbedderPolicy: false,
      referrerPolicy: { policy: 'same-origin' },
    }),
    (_request, response, next) => {
      const policy = contentSecurityPolicy(String(response.locals.nonce), mapTilesUrl, development);
      response.setHeader('Content-Security-Policy', policy);
      next();
    },
  ];
}

/** The same headers for answers without a body, as names and values in turn. */
export function securityHead(configuration: Configuration): string[] {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  const [laid] = securityHeaders(configuration, false);
  laid?.(request as Request, response as Response, () => undefined);
  const policy = contentSecurityPolicy(null, configuration.mapTilesUrl, false);
  response.setHeader('Content-Security-Policy', policy);
  return response.getHeaderNames().flatMap((name) => [name, String(response.getHeader(name))]);
}

export const readingMethods = ['GET', 'HEAD', 'OPTIONS'];

function addressOf(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

/**
 * True when the request began on a page of the portal, by what the browser says and no page can forge. Where
 * PUBLIC_URL is set it alone says which host is the portal's; else the host that was asked is.
 */
export function isSameOrigin(request: IncomingMessage, configuration: Configuration): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (origin === undefined) return site === 'same-origin';
  const from = addressOf(origin);
  const portal = new URL(configuration.publicUrl);
  if (!from) return false;
  if (portal.protocol === 'https:' && from.protocol !== 'https:') return false;
  if (from.host === portal.host) return true;
  return !configuration.hasPublicUrl && from.host === statedHost(request, configuration.trustProxy);
}

/** Refuses every state-changing request that did not start on the portal itself. */
export function sameOriginOnly(
  configuration: Configuration,
  exempt: (path: string) => boolean,
): RequestHandler {
  return (request, response, next) => {
    const fine =
      readingMethods.includes(request.method) || exempt(request.path) || isSameOrigin(request, configuration);
    if (fine) return next();
    sendPlainPage(request, response, 403).catch(next);
  };
}
