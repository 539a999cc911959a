import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { topicsHeader } from './cache-topics';
import { preferencesOf } from './preferences.server';
import { readingMethods } from './security.server';
import type { Services } from './services.server';
import { viewerOf } from './viewer.server';
import { faultOf } from '~/platform/db/database-fault';
import type { CachedPage, PageCache } from '~/platform/cache/page-cache.server';

const kept = ['content-type', 'vary'];
const oneTime = /(?:^|; )(flash|pending-choice)=/;
const signedIn = /(?:^|; )session=/;

const cacheable = (request: Request) =>
  request.method === 'GET' && !oneTime.test(request.headers.cookie ?? '');

/** What a person changes touches the pages that were kept for this person. */
const personTopic = (personId: string) => `person:${personId}`;

interface Audience {
  /** Tells apart those who may see different pages. */
  key: string;
  topics: string[];
}

const everyone: Audience = { key: '', topics: [] };

/**
 * For whom a page is kept: a visitor's for all visitors, a signed-in person's for this person as they stand
 * now, with their roles, mandates and unread notices. Several processes do not tell each other what a person
 * did: there a person's pages are not kept.
 */
async function audienceOf(
  services: Services,
  request: Request,
  response: Response,
): Promise<Audience | null> {
  if (!signedIn.test(request.headers.cookie ?? '')) return everyone;
  if (services.database.engine !== 'sqlite') return null;
  const { actor } = await viewerOf(services, request, response);
  if (actor.kind !== 'person') return null;
  const [row] = await services.database.sql.all<{ unread: number }>(
    'SELECT COUNT(*) AS "unread" FROM "Notification" WHERE "personId" = ? AND "readAt" IS NULL',
    [actor.personId],
  );
  return {
    key: `${JSON.stringify(actor)}|${row?.unread ?? 0}`,
    topics: [personTopic(actor.personId)],
  };
}

/**
 * Answers from the cache of rendered pages, and keeps the pages that name their topics in the header
 * X-Cache-Topics. Each answer gets its own nonce.
 */
export function pageCache(services: Services): RequestHandler {
  return (request, response, next) => {
    if (!readingMethods.includes(request.method)) touchOwnPages(services, request, response);
    if (!cacheable(request)) return next();
    const { generation } = services.pages;
    const caughtUp = services.catchUp().catch(keptMeanwhile);
    Promise.all([preferencesOf(request.headers), audienceOf(services, request, response), caughtUp])
      .then(([{ locale, theme, senior }, audience]) => {
        if (!audience) return next();
        const key = `${locale}|${theme}|${senior}|${audience.key}|${request.originalUrl}`;
        const page = services.pages.get(key);
        if (page) return answer(page, response);
        keepAnswer(services.pages, response, { key, topics: audience.topics, generation });
        next();
      })
      .catch(next);
  };
}

/** Where the database is away, pages that were kept are answered until they are old by themselves. */
function keptMeanwhile(error: unknown): void {
  if (!faultOf(error)) throw error;
}

/** Before the answer to what a person did is sent, the pages that were kept for this person are dropped. */
function touchOwnPages(services: Services, request: Request, response: Response): void {
  if (!signedIn.test(request.headers.cookie ?? '')) return;
  let personId: string | null = null;
  viewerOf(services, request, response).then(
    ({ actor }) => (personId = actor.kind === 'person' ? actor.personId : null),
    () => undefined,
  );
  const writeHead = response.writeHead.bind(response);
  response.writeHead = ((...args: Parameters<typeof writeHead>) => {
    if (personId) services.pages.invalidate([personTopic(personId)]);
    return writeHead(...args);
  }) as typeof response.writeHead;
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
function keepAnswer(
  pages: PageCache,
  response: Response,
  { key, topics: own, generation }: { key: string; topics: string[]; generation: number },
): void {
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
      pages.put(key, pageOf(response, chunks), { topics: [...topics, ...own], generation });
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
