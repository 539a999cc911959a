import type { Request, Response } from 'express';
import type { Asked } from './asked.server';
import { hashScripts } from './script-hashes';
import { sendKept } from './send-page.server';
import { topicsHeader } from '../cache-topics';
import { finishHead } from '../guards/last-headers.server';
import { wasRenderedFor } from '../server/rendered-for';
import { ofEveryPage } from '~/domains/pages/events';
import { KeptPage } from '~/platform/cache/kept-page.server';
import type { PageCache } from '~/platform/cache/page-cache.server';

/** Of a route's own headers only these are kept; of the server's, all that it lays on each answer. */
const keptOfRoutes = ['content-type', 'cache-control', 'vary'];
/** What belongs to one connection or is made for each form of the page. */
const ofOneAnswer = ['connection', 'date', 'content-length', 'transfer-encoding'];
/** By what else than its address one who asks is answered. */
const varies = ['Accept-Encoding', 'Accept-Language', 'Cookie'];

/** Constant bytes are compressed once, and not by the way out. */
export const isConstant = (response: Response) => response.locals.isConstant === true;

const bytesOf = (chunk: unknown): Buffer[] => {
  if (typeof chunk === 'string') return [Buffer.from(chunk)];
  return chunk instanceof Uint8Array ? [Buffer.from(chunk)] : [];
};

/** Whether what is about to be written may be kept, by its head. */
function mayBeKept(request: Request, response: Response): boolean {
  if (response.headersSent || !response.hasHeader(topicsHeader)) return false;
  if (response.statusCode !== 200 || response.hasHeader('Set-Cookie')) return false;
  finishHead(request, response);
  return true;
}

function headOf(response: Response, laid: readonly string[], hashes: readonly string[]): string[] {
  const names = new Set([...laid, ...keptOfRoutes]);
  const nonce = `'nonce-${String(response.locals.nonce)}'`;
  return [...names].flatMap((name) => {
    const value = name === 'vary' ? varyOf(response) : response.getHeader(name);
    if (value === undefined) return [];
    return [name, String(value).replace(` ${nonce}`, hashes.map((hash) => ` ${hash}`).join(''))];
  });
}

function varyOf(response: Response): string {
  const own = String(response.getHeader('Vary') ?? '').split(',');
  const names = [...own, ...varies].map((name) => name.trim()).filter((name) => name !== '');
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()].join(', ');
}

/** The page as it is kept: with the hashes of its scripts in the place of the nonce. Null where it cannot do without. */
function pageOf(response: Response, laid: readonly string[], body: Buffer): KeptPage | null {
  const hashed = hashScripts(body.toString('utf8'), String(response.locals.nonce));
  if (!hashed) return null;
  return new KeptPage({ head: headOf(response, laid, hashed.hashes), body: Buffer.from(hashed.html) });
}

interface Keeping {
  asked: Asked;
  request: Request;
  response: Response;
  /** Called as soon as the page is kept. */
  over: () => void;
}

/**
 * Collects what is written in answer to the request where that names its topics, and keeps and sends it as constant
 * bytes: when it sets no cookie, was written to its end, and was made for exactly those whom the key stands for. All
 * other answers go their way as they are written.
 */
export function keepAnswer(pages: PageCache, { asked, request, response, over }: Keeping): void {
  const { key, audience, generation } = asked;
  const laid = response.getHeaderNames().filter((name) => !ofOneAnswer.includes(name));
  const write = response.write.bind(response);
  const end = response.end.bind(response);
  const chunks: Buffer[] = [];
  let collects: boolean | null = null;

  async function finish(): Promise<void> {
    const topics = response.locals.cacheTopics as string[];
    const body = Buffer.concat(chunks);
    const isForAll = wasRenderedFor(response, audience) && !response.hasHeader('Set-Cookie');
    const page = isForAll ? pageOf(response, laid, body) : null;
    if (!page) return void end(body);
    const about = { topics: [...topics, ...audience.topics, ofEveryPage], generation };
    const kept = response.destroyed ? page : pages.put(key, page, about);
    over();
    response.locals.isConstant = true;
    for (const name of response.getHeaderNames()) if (name !== 'connection') response.removeHeader(name);
    await sendKept(pages, { page: kept, asked, response });
  }

  response.write = ((chunk: unknown, ...rest: []) => {
    if (!(collects ??= mayBeKept(request, response))) return write(chunk, ...rest);
    chunks.push(...bytesOf(chunk));
    return true;
  }) as typeof response.write;
  response.end = ((chunk: unknown, ...rest: []) => {
    collects ??= mayBeKept(request, response);
    // What failed on its way is answered by a page of its own.
    const goesOn = !collects || response.statusCode !== 200;
    collects = false;
    if (goesOn) return end(chunk, ...rest);
    chunks.push(...bytesOf(chunk));
    finish().catch((error: unknown) => response.destroy(error as Error));
    return response;
  }) as typeof response.end;
}
