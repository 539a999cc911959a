import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { topicsHeader } from './cache-topics';
import { preferencesOf } from './preferences.server';
import type { Services } from './services.server';
import type { CachedPage } from '~/platform/cache/page-cache.server';

const kept = ['content-type', 'vary'];
const personal = /(?:^|; )(session|flash|pending-choice)=/;

const cacheable = (request: Request) =>
  request.method === 'GET' && !personal.test(request.headers.cookie ?? '');

/**
 * Answers visitors from the cache of rendered pages, and keeps the pages that name their topics in the
 * header X-Cache-Topics. Each answer gets its own nonce.
 */
export function pageCache(services: Services): RequestHandler {
  return (request, response, next) => {
    if (!cacheable(request)) return next();
    Promise.all([preferencesOf(request.headers), services.catchUp()])
      .then(([{ locale, theme, senior }]) => {
        const key = `${locale}|${theme}|${senior}|${request.originalUrl}`;
        const page = services.pages.get(key);
        if (page) return answer(page, response);
        keepAnswer(services, key, response);
        next();
      })
      .catch(next);
  };
}

function answer(page: CachedPage, response: Response): void {
  response.status(200);
  for (const [name, value] of page.headers) response.setHeader(name, value);
  response.setHeader('Cache-Control', 'private, no-cache');
  const nonce = Buffer.from(String(response.locals.nonce));
  response.end(Buffer.concat(page.parts.flatMap((part, index) => (index === 0 ? [part] : [nonce, part]))));
}

/** The page in the form in which it is kept: cut where its nonce stands. */
function pageOf(response: Response, chunks: readonly Buffer[]): CachedPage {
  const parts = Buffer.concat(chunks).toString('utf8').split(String(response.locals.nonce));
  const headers = kept.flatMap((name): [string, string][] => {
    const value = response.getHeader(name);
    return value === undefined ? [] : [[name, String(value)]];
  });
  return { headers, parts: parts.map((part) => Buffer.from(part)) };
}

/** Collects what is written, and keeps it when the page named its topics and sets no cookie. */
function keepAnswer({ pages }: Services, key: string, response: Response): void {
  const { generation } = pages;
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
    const result = end(chunk, ...rest);
    const topics = response.locals.cacheTopics as string[] | undefined;
    if (topics && response.statusCode === 200 && !response.hasHeader('set-cookie')) {
      pages.put(key, pageOf(response, chunks), { topics, generation });
    }
    return result;
  }) as typeof response.end;
}

/** Takes the topics out of the answer's headers before they are sent. */
export function readTopics(_request: Request, response: Response, next: NextFunction): void {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = ((...args: Parameters<typeof writeHead>) => {
    const topics = response.getHeader(topicsHeader);
    if (topics !== undefined) {
      response.locals.cacheTopics = String(topics)
        .split(',')
        .map((topic) => topic.trim());
      response.removeHeader(topicsHeader);
      response.setHeader('Cache-Control', 'private, no-cache');
    }
    return writeHead(...args);
  }) as typeof response.writeHead;
  next();
}
