import type { IncomingMessage } from 'node:http';
import { acceptedEncodings } from './accepted-encodings';
import { audienceOf, between } from './audience.server';
import type { Audience } from './audience.server';
import { knownTags } from './known-tags';
import type { KnownTags } from './known-tags';
import { originOf } from '../guards/portal-origin.server';
import { cookiesOf } from '../guards/request-cookies';
import type { Services } from '../server/services.server';
import type { Encoding } from '~/platform/cache/kept-page.server';

/** A request that can be answered from what is kept, read once for looking up and for keeping. */
export interface Asked {
  key: string;
  audience: Audience;
  /** How far changes had been heard of before anything was read for the answer. */
  generation: number;
  accepted: readonly Encoding[];
  known: KnownTags;
}

/** Addresses of pages and calendars: without escapes and anything else that could be spelled in two ways. */
const pagePath = /^\/(?!assets\/|healthz\/?$|readyz\/?$)(?:[\w-]+(?:\/[\w-]+)*(?:\/|\.ics)?)?$/i;
/** Headers that ask for something else than the page as it stands, or bring something along. */
const particular = [
  'range',
  'if-modified-since',
  'if-match',
  'if-unmodified-since',
  'if-range',
  'authorization',
  'content-length',
  'transfer-encoding',
  'expect',
  'upgrade',
];

function isPlain(request: IncomingMessage): boolean {
  const { method, url = '', headers } = request;
  if (method !== 'GET' && method !== 'HEAD') return false;
  const cut = url.indexOf('?');
  if (!pagePath.test(cut === -1 ? url : url.slice(0, cut))) return false;
  if (particular.some((name) => headers[name] !== undefined)) return false;
  const { values, isPlain } = cookiesOf(request);
  return isPlain && values.flash === undefined && values['pending-choice'] === undefined;
}

/**
 * What a request asks for, where it is one of the plainest: only those are answered from what is kept, and only their
 * answers are kept. Null for all others.
 */
export async function readAsked(services: Services, request: IncomingMessage): Promise<Asked | null> {
  if (!isPlain(request)) return null;
  const accepted = acceptedEncodings(request.headers['accept-encoding']);
  const known = knownTags(request.headers['if-none-match']);
  // Brotli alone would have to be waited for.
  if (!accepted || !known || accepted.every((encoding) => encoding === 'br')) return null;
  // What others did until this request came is known now, or nothing is answered from memory.
  if (!(await services.changes.confirm())) return null;
  const { generation } = services.pages;
  const audience = await audienceOf(services, request);
  if (!audience) return null;
  const key = [audience.key, originOf(services.configuration, request), request.url].join(between);
  return { key, audience, generation, accepted, known };
}
