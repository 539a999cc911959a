import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { preferencesCookie } from './cookies.server';
import { readPreferences } from './preferences.server';
import type { Services } from './services.server';
import type { CachedPage } from '~/platform/cache/page-cache.server';

const topicsHeader = 'x-cache-topics';
const kept = ['content-type', 'vary'];

function cacheable(request: Request): boolean {
  const cookies = request.headers.cookie ?? '';
  return request.method === 'GET' && !/(?:^|; )(session|flash|pending-choice)=/.test(cookies);
}

/**
 * Answers visitors from the cache of rendered pages, and keeps the pages that name their topics in the
 * header X-Cache-Topics. Each answer gets its own nonce.
 */
export function pageCache(services: Services): RequestHandler {
  const cookie = preferencesCookie(services.configuration);
  return (request, response, next) => {
    if (!cacheable(request) || services.database.engine !== 'sqlite') return next();
    cookie
      .parse(request.headers.cookie ?? null)
      .then((stored: unknown) => {
        const { locale, theme, senior } = readPreferences(stored, request.headers['accept-language'] ?? null);
        const key = `${locale}|${theme}|${senior}|${request.originalUrl}`;
        const page = services.pages.get(key);
        if (page) return answer(page, response);
        keepAnswer(services, key, response);
        next();
      })
      .catch((error: unknown) => (next as NextFunction)(error));
  };
}

function answer(page: CachedPage, response: Response): void {
  response.status(page.status);
  for (const [name, value] of page.headers) response.setHeader(name, value);
  response.setHeader('Cache-Control', 'private, no-cache');
  response.end(page.parts.join(String(response.locals.nonce)));
}

/** Collects what is written, and keeps it when the page named its topics. */
function keepAnswer(services: Services, key: string, response: Response): void {
  const generation = services.pages.generation;
  const chunks: Buffer[] = [];
  const write = response.write.bind(response);
  const end = response.end.bind(response);
  const collect = (chunk: unknown) => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  response.write = ((chunk: unknown, ...rest: []) => {
    collect(chunk);
    return write(chunk, ...rest);
  }) as typeof response.write;
  response.end = ((chunk: unknown, ...rest: []) => {
    collect(chunk);
    const topics = response.locals.cacheTopics as string[] | undefined;
    if (topics && response.statusCode === 200) {
      const text = Buffer.concat(chunks).toString('utf8');
      const headers = kept.flatMap((name): [string, string][] => {
        const value = response.getHeader(name);
        return value === undefined ? [] : [[name, String(value)]];
      });
      const page = { status: 200, headers, parts: text.split(String(response.locals.nonce)) };
      services.pages.put(key, page, { topics, generation });
    }
    return end(chunk, ...rest);
  }) as typeof response.end;
}

/** Takes the topics out of the answer's headers before they are sent. */
export function readTopics(_request: Request, response: Response, next: NextFunction): void {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = ((...args: Parameters<typeof writeHead>) => {
    const topics = response.getHeader(topicsHeader);
    if (topics !== undefined) {
      response.locals.cacheTopics = String(topics).split(',');
      response.removeHeader(topicsHeader);
    }
    return writeHead(...args);
  }) as typeof response.writeHead;
  next();
}
