import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { isCalledByPrograms } from './paths';
import { sendPlainPage } from './plain-page.server';
import { readingMethods } from './security.server';
import { sha256 } from '~/platform/crypto/keyed-hash.server';

const minute = 60_000;
const guessing = /^\/(sign-in|reset-password)(\/|\.data|$)/;
const mailing = /^\/(register|forgotten-password)(\/|\.data|$)/;

const address = (request: Request) => ipKeyGenerator(request.ip ?? '');

/** Whole neighbourhoods share one address behind a provider's translation: who is signed in is counted apart. */
function sessionOrAddress(request: Request): string {
  const session = /(?:^|; )session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
  return session ? sha256(session) : address(request);
}

function kindOf(path: string): 'guessing' | 'mailing' | 'programs' | 'posting' {
  if (guessing.test(path)) return 'guessing';
  if (mailing.test(path)) return 'mailing';
  return isCalledByPrograms(path) ? 'programs' : 'posting';
}

interface Limit {
  windowMs: number;
  limit: number;
  keyGenerator: (request: Request) => string;
  skipSuccessfulRequests?: boolean;
}

function limiter(options: Limit): RequestHandler {
  return rateLimit({
    ...options,
    standardHeaders: true,
    legacyHeaders: false,
    requestWasSuccessful: (_request, response: Response) => response.statusCode < 400,
    handler: (request, response, next) => void sendPlainPage(request, response, 429).catch(next),
  });
}

/**
 * Limits on guessing passwords (failures only), on making the portal send mail, and on posting.
 * They are counted in this process.
 */
export function rateLimits(): RequestHandler {
  const limits = {
    guessing: limiter({
      windowMs: 10 * minute,
      limit: 30,
      keyGenerator: address,
      skipSuccessfulRequests: true,
    }),
    mailing: limiter({ windowMs: 10 * minute, limit: 30, keyGenerator: address }),
    // Other systems hand over in bursts, and try again half an hour later what was refused.
    programs: limiter({ windowMs: minute, limit: 1200, keyGenerator: address }),
    posting: limiter({ windowMs: minute, limit: 120, keyGenerator: sessionOrAddress }),
  };
  return (request, response, next) => {
    if (readingMethods.includes(request.method)) return next();
    const { path } = request;
    void limits[kindOf(path)](request, response, next);
  };
}
