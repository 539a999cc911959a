import type { Request, RequestHandler } from 'express';
import { sendPlainPage } from './plain-page.server';

const mebibyte = 1024 * 1024;
/** Forms with files, and forms without. */
export const largestUpload = 40 * mebibyte;
export const largestForm = 2 * mebibyte;

function limitOf(request: Request): number {
  return request.headers['content-type']?.startsWith('multipart/form-data') ? largestUpload : largestForm;
}

/** Ends a request whose body does not say its length once it has grown past the limit. */
function countBody(request: Request, limit: number): void {
  const push = request.push.bind(request);
  let received = 0;
  request.push = (chunk: unknown, encoding?: BufferEncoding) => {
    if (chunk instanceof Uint8Array) received += chunk.byteLength;
    if (received <= limit) return push(chunk, encoding);
    request.destroy(new Error('The body is too large'));
    return false;
  };
}

/** Refuses bodies that are too large: by what they say before they are read, else while they are read. */
export const bodyLimit: RequestHandler = (request, response, next) => {
  const limit = limitOf(request);
  const stated = request.headers['content-length'];
  if (stated === undefined) {
    if (request.headers['transfer-encoding'] !== undefined) countBody(request, limit);
    return next();
  }
  if (Number(stated) <= limit) return next();
  response.setHeader('Connection', 'close');
  sendPlainPage(request, response, 413).catch(next);
};
