import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import type { Configuration } from '~/platform/configuration.server';

/** A fresh nonce for each answer; only scripts that carry it run. */
export function withNonce(_request: Request, response: Response, next: NextFunction): void {
  response.locals.nonce = randomBytes(16).toString('base64');
  next();
}

export function contentSecurityPolicy(nonce: string, development: boolean): string {
  const scripts = development ? `'self' 'nonce-${nonce}' 'unsafe-eval'` : `'self' 'nonce-${nonce}'`;
  return [
    "default-src 'self'",
    `script-src ${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ');
}

export function securityHeaders(configuration: Configuration, development: boolean): RequestHandler[] {
  const https = configuration.publicUrl.startsWith('https:');
  return [
    helmet({
      contentSecurityPolicy: false,
      strictTransportSecurity: https,
      crossOriginEmbedderPolicy: false,
      referrerPolicy: { policy: 'same-origin' },
    }),
    (_request, response, next) => {
      response.setHeader(
        'Content-Security-Policy',
        contentSecurityPolicy(String(response.locals.nonce), development),
      );
      next();
    },
  ];
}

const reading = ['GET', 'HEAD', 'OPTIONS'];

/** Refuses every state-changing request that did not start on the portal itself. */
export function sameOriginOnly(exempt: (path: string) => boolean): RequestHandler {
  return (request, response, next) => {
    if (reading.includes(request.method) || exempt(request.path)) return next();
    const { origin, host, 'sec-fetch-site': site } = request.headers;
    const sameOrigin = origin === undefined ? site === 'same-origin' : originHost(origin) === host;
    if (sameOrigin) return next();
    response
      .status(403)
      .type('text/plain')
      .send('403: this request did not come from the portal itself.\n此请求并非来自本站页面。\n');
  };
}

function originHost(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}

const guarded = ['/sign-in', '/register', '/forgotten-password', '/reset-password'];

/** Limits on guessing passwords and on flooding: per address, counted in this process. */
export function rateLimits(): RequestHandler[] {
  const message = '429: too many requests; please wait a few minutes.\n请求太频繁，请几分钟后再试。\n';
  const signIn = rateLimit({
    windowMs: 10 * 60_000,
    limit: 30,
    standardHeaders: true,
    legacyHeaders: false,
    message,
  });
  const posting = rateLimit({
    windowMs: 60_000,
    limit: 120,
    standardHeaders: true,
    legacyHeaders: false,
    message,
  });
  return [
    (request, response, next) => {
      if (reading.includes(request.method)) return next();
      const limit = guarded.some((path) => request.path.startsWith(path)) ? signIn : posting;
      void limit(request, response, next);
    },
  ];
}

export const largestBody = 40 * 1024 * 1024;

/** Refuses bodies that say they are too large, before reading them. */
export function bodyLimit(request: Request, response: Response, next: NextFunction): void {
  if (Number(request.headers['content-length'] ?? 0) <= largestBody) return next();
  response.status(413).type('text/plain').send('413: too large.\n上传内容过大。\n');
}
