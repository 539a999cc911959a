import type { Request, RequestHandler, Response } from 'express';
import type { Preferences } from './load-context';
import { originOf } from './portal-origin.server';
import { preferencesOf } from './preferences.server';
import { wasRenderedFor } from './rendered-for';
import { cookiesOf } from './request-cookies';
import { readingMethods } from './security.server';
import type { Services } from './services.server';
import { viewerOf } from './viewer.server';
import type { Actor } from '~/domains/actor';
import { faultOf } from '~/platform/db/database-fault';
import type { CachedPage, PageCache } from '~/platform/cache/page-cache.server';

const kept = ['content-type', 'vary'];
/** Headers that ask for something else than the whole page as it stands. */
const particular = [
  'range',
  'if-none-match',
  'if-modified-since',
  'if-match',
  'if-unmodified-since',
  'if-range',
];

/** Only the plainest requests are answered from what is kept, and only their answers are kept. */
function isPlain(request: Request): boolean {
  if (request.method !== 'GET' || particular.some((name) => request.headers[name] !== undefined))
    return false;
  const { values, isPlain } = cookiesOf(request);
  return isPlain && values.flash === undefined && values['pending-choice'] === undefined;
}

/** What a person changes touches the pages that were kept for this person. */
const personTopic = (personId: string) => `person:${personId}`;

interface Audience {
  actor: Actor;
  preferences: Preferences;
  /** Tells apart those who may see different pages. */
  key: string;
  topics: string[];
}

/** Stands in no header, no address and no JSON: parts of keys cannot run into each other. */
const between = '\0';

/**
 * For whom a page is kept: a visitor's for all visitors, a signed-in person's for this person as they stand
 * now, with their roles, mandates and unread notices. Several processes do not tell each other what a person
 * did: there a person's pages are not kept. Who it is, is asked where the loaders' context asks it, too.
 */
async function audienceOf(
  services: Services,
  request: Request,
  response: Response,
): Promise<Audience | null> {
  const [preferences, { actor }] = await Promise.all([
    preferencesOf(request),
    viewerOf(services, request, response),
  ]);
  const { locale, theme, senior } = preferences;
  const reads = [locale, theme, String(senior)].join(between);
  if (actor.kind === 'visitor') {
    if (cookiesOf(request).values.session !== undefined) return null;
    return { actor, preferences, key: `visitor${between}${reads}`, topics: [] };
  }
  if (actor.kind !== 'person' || services.database.engine !== 'sqlite') return null;
  const [row] = await services.database.sql.all<{ unread: number }>(
    'SELECT COUNT(*) AS "unread" FROM "Notification" WHERE "personId" = ? AND "readAt" IS NULL',
    [actor.personId],
  );
  const stands = `${JSON.stringify(actor)}${between}${row?.unread ?? 0}`;
  return {
    actor,
    preferences,
    key: `person${between}${reads}${between}${stands}`,
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
    if (!isPlain(request)) return next();
    const { generation } = services.pages;
    const caughtUp = services.catchUp().catch(keptMeanwhile);
    Promise.all([audienceOf(services, request, response), caughtUp])
      .then(([audience]) => {
        if (!audience) return next();
        const key = [audience.key, originOf(services.configuration, request), request.originalUrl].join(
          between,
        );
        const page = services.pages.get(key);
        if (page) return answer(page, response);
        keepAnswer(services.pages, response, { key, audience, generation });
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
  if (cookiesOf(request).values.session === undefined) return;
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

/**
 * Collects what is written, and keeps it when the page named its topics, sets no cookie, was written to its end, and
 * was made for exactly those whom the key stands for.
 */
function keepAnswer(
  pages: PageCache,
  response: Response,
  { key, audience, generation }: { key: string; audience: Audience; generation: number },
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
    const isWhole = response.statusCode === 200 && !response.destroyed;
    if (topics && isWhole && !response.hasHeader('set-cookie') && wasRenderedFor(response, audience)) {
      pages.put(key, pageOf(response, chunks), { topics: [...topics, ...audience.topics], generation });
    }
    return result;
  }) as typeof response.end;
}
