import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request, RequestHandler, Response } from 'express';
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

/** Of requests whose posting was counted before they came to Express: whether they may go on. */
const counted = new WeakMap<IncomingMessage, boolean>();
/** Told where the limit is reached, instead of an answer. */
const refusing = new WeakMap<IncomingMessage, () => void>();

const sendRefusal: RequestHandler = (request, response, next) => {
  const refuse = refusing.get(request);
  if (refuse) return refuse();
  sendPlainPage(request, response, 429).catch(next);
};

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
    handler: sendRefusal,
  });
}

export interface RateLimits {
  handler: RequestHandler;
  /**
   * Counts what a person posts who does not come through Express; where they have to after all, it is not counted
   * again. Answers whether they may.
   */
  mayPost(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
}

/** Both are used of requests and answers only as node:http has them. */
function mayPass(
  limit: RequestHandler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  return new Promise<boolean>((resolve, reject) => {
    refusing.set(request, () => resolve(false));
    const pass = (error?: unknown) => (error ? reject(error as Error) : resolve(true));
    void limit(request as Request, response as Response, pass);
  }).finally(() => refusing.delete(request));
}

/**
 * Limits on what programs call and on posting anything. Guessing and mails are limited in the actions (`Attempts`).
 * They are counted in this process, or where several serve one database in all of them together.
 */
export function rateLimits(services: Services): RateLimits {
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
  const handler: RequestHandler = (request, response, next) => {
    const may = counted.get(request);
    if (may !== undefined) return may ? next() : void sendRefusal(request, response, next);
    if (isDataFile(request.path)) return void files(request, response, next);
    if (isReadOften(request.path)) return void reading(request, response, next);
    if (readingMethods.includes(request.method)) return next();
    void (isCalledByPrograms(request.path) ? programs : posting)(request, response, next);
  };
  const mayPost = async (request: IncomingMessage, response: ServerResponse) => {
    const may = await mayPass(posting, request, response);
    counted.set(request, may);
    return may;
  };
  return { handler, mayPost };
}
