import type { IncomingMessage } from 'node:http';
import { createReadableStreamFromReadable } from '@remix-run/node';
import type { Request as ExpressRequest, Response as ExpressResponse } from 'express';
import { wholeBody } from '../forms/bodies/whole-body';

type Body = Pick<RequestInit, 'body' | 'duplex'>;

async function bodyOf(request: ExpressRequest): Promise<Body> {
  if (request.method === 'GET' || request.method === 'HEAD') return {};
  const whole = await wholeBody(request);
  if (whole) return { body: whole };
  return { body: createReadableStreamFromReadable(request), duplex: 'half' };
}

/**
 * What loaders and actions have no business with: cookies are read once, for all, and handed on with the load context;
 * where the request began and which host it meant was checked before, and Remix would compare them by rules of its own.
 */
const keptBack = new Set(['cookie', 'origin', 'host', 'forwarded', 'x-forwarded-host', 'x-forwarded-proto']);

export function headersOf(request: IncomingMessage, host: string): Headers {
  const headers = new Headers({ host });
  for (const [name, value] of Object.entries(request.headers)) {
    if (keptBack.has(name)) continue;
    if (Array.isArray(value)) for (const one of value) headers.append(name, one);
    else if (value !== undefined) headers.set(name, value);
  }
  return headers;
}

/**
 * What Remix is asked, under the given origin. Its signal fires when the visitor leaves before the answer is written.
 */
export async function webRequestOf(request: ExpressRequest, response: ExpressResponse, origin: string) {
  const url = new URL(request.originalUrl, origin);
  const body = await bodyOf(request);
  const leaving = new AbortController();
  response.on('close', () => {
    if (!response.writableFinished) leaving.abort();
  });
  const { method } = request;
  return new Request(url.href, {
    ...{ method, headers: headersOf(request, url.host), signal: leaving.signal },
    ...body,
  });
}

/**
 * Writes the body no faster than it is taken, so that a long file never stands whole in memory for a slow reader. (Remix's
 * own function writes on and on.) Ends it where the reader has gone.
 */
async function writeBody(response: ExpressResponse, body: ReadableStream<Uint8Array>): Promise<void> {
  let wake = () => {};
  response.on('drain', () => wake());
  response.on('close', () => wake());
  const reader = body.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const taken = response.write(part.value);
      response.flush();
      if (!taken && !response.destroyed) await new Promise<void>((resolve) => (wake = resolve));
      if (response.destroyed) return await reader.cancel();
    }
    response.end();
  } catch (error) {
    response.destroy(error as Error);
    throw error;
  }
}

/** Writes what Remix answers. */
export async function sendWebResponse(response: ExpressResponse, answer: Response): Promise<void> {
  response.statusMessage = answer.statusText;
  response.status(answer.status);
  for (const [name, value] of answer.headers) response.append(name, value);
  if (answer.body) await writeBody(response, answer.body);
  else response.end();
}
