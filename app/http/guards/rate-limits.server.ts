import type { Request, RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Store } from 'express-rate-limit';
import { networkOf } from './network-address';
import { isDataFile, isReadOften } from './asked-by-programs';
import { isCalledByPrograms } from '~/paths';
import { SharedHits } from '~/platform/limits/shared-hits.server';
import { sendPlainPage } from '../answers/plain-page.server';
import { readingMethods } from './security.server';
import type { Services } from '../server/services.server';
import { viewerOf } from '../viewer.server';

const minute = 60_000;
/**
 * Whole neighbourhoods share one address behind a provider's translation: who is signed in is counted apart. An
 * invented session is nobody's, and counts where it comes from.
 */
async function personOrNetwork(services: Services, request: Request): Promise<string> {
  const { actor } = await viewerOf(services, request);
  return actor.kind === 'person' ? `person:${actor.personId}` : networkOf(request);
}

interface Limit {
  windowMs: number;
  limit: number;
  keyGenerator: (request: Request) => string | Promise<string>;
  /** Where it is counted; in this process where none is given. */
  store?: Store;
}

function limiter(options: Limit): RequestHandler {
  return rateLimit({
    ...options,
    standardHeaders: true,
    legacyHeaders: false,
    handler: (request, response, next) => void sendPlainPage(request, response, 429).catch(next),
  });
}

/**
 * Limits on what programs call and on posting anything. Guessing and mails are limited in the actions (`Attempts`).
 * They are counted in this process, or where several serve one database in all of them together.
 */
export function rateLimits(services: Services): RequestHandler {
  const { windows } = services;
  const storeOf = (name: string) => (windows ? { store: new SharedHits(windows, name) } : {});
  // Other systems hand over in bursts, and try again half an hour later what was refused.
  const programs = limiter({
    windowMs: minute,
    limit: 1200,
    keyGenerator: networkOf,
    ...storeOf('programs'),
  });
  const posting = limiter({
    windowMs: minute,
    limit: 120,
    keyGenerator: (request) => personOrNetwork(services, request),
    ...storeOf('posting'),
  });
  // A page of the API costs a few queries; a whole file of data many, one after the other.
  const reading = limiter({
    ...{ windowMs: minute, limit: 600, keyGenerator: networkOf },
    ...storeOf('reading'),
  });
  const files = limiter({ windowMs: minute, limit: 30, keyGenerator: networkOf, ...storeOf('data-files') });
  return (request, response, next) => {
    if (isDataFile(request.path)) return void files(request, response, next);
    if (isReadOften(request.path)) return void reading(request, response, next);
    if (readingMethods.includes(request.method)) return next();
    void (isCalledByPrograms(request.path) ? programs : posting)(request, response, next);
  };
}
