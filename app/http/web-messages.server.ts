import { createReadableStreamFromReadable, writeReadableStreamToWritable } from '@remix-run/node';
import type { Request as ExpressRequest, Response as ExpressResponse } from 'express';

/** Forms without files are read whole before they are handed on: a stream of its own costs more than its bytes. */
const largestWhole = 64 * 1024;

async function wholeBody(request: ExpressRequest): Promise<Uint8Array<ArrayBuffer> | null> {
  const length = Number(request.headers['content-length']);
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
  if (!isForm || !(length <= largestWhole)) return null;
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    request.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', reject);
  });
}

type Body = Pick<RequestInit, 'body' | 'duplex'>;

async function bodyOf(request: ExpressRequest): Promise<Body> {
  if (request.method === 'GET' || request.method === 'HEAD') return {};
  const whole = await wholeBody(request);
  if (whole) return { body: whole };
  return { body: createReadableStreamFromReadable(request), duplex: 'half' };
}

function headersOf(request: ExpressRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (Array.isArray(value)) for (const one of value) headers.append(name, one);
    else if (value !== undefined) headers.set(name, value);
  }
  return headers;
}

/** Host and port as the visitor sees them, as far as proxies are trusted to tell. */
function hostOf(request: ExpressRequest): string {
  const stated = [request.get('X-Forwarded-Host'), request.get('Host')];
  const port = stated.map((host) => /:(\d+)$/.exec(host ?? '')?.[1]).find((one) => one !== undefined);
  return port === undefined ? request.hostname : `${request.hostname}:${port}`;
}

/**
 * What Remix is asked. Its signal fires when the visitor leaves before the answer is written. Of a form that
 * was read whole the request can be made again.
 */
export async function webRequestOf(request: ExpressRequest, response: ExpressResponse) {
  const url = new URL(`${request.protocol}://${hostOf(request)}${request.originalUrl}`).href;
  const body = await bodyOf(request);
  const leaving = new AbortController();
  response.on('close', () => {
    if (!response.writableFinished) leaving.abort();
  });
  const make = () =>
    new Request(url, {
      method: request.method,
      headers: headersOf(request),
      signal: leaving.signal,
      ...body,
    });
  return { make, isWhole: body.duplex === undefined };
}

/** Writes what Remix answers. */
export async function sendWebResponse(response: ExpressResponse, answer: Response): Promise<void> {
  response.statusMessage = answer.statusText;
  response.status(answer.status);
  for (const [name, value] of answer.headers) response.append(name, value);
  if (answer.body) await writeReadableStreamToWritable(answer.body, response);
  else response.end();
}
