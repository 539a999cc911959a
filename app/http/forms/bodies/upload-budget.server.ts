import type { ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import { sendPlainPage } from '../../answers/plain-page.server';

const mebibyte = 1024 * 1024;
/** Bytes of bodies that lie in memory at once: three of the largest uploads, or many small ones. */
const usualBudget = 120 * mebibyte;

export interface UploadBudget {
  handler: RequestHandler;
  /** Counts a body of this length until it is answered; false where that is too much now. */
  take(length: number, response: ServerResponse): boolean;
}

/**
 * Counts what has come of all bodies that are being taken, until they are answered. Who would exceed what may lie in
 * memory is asked to try again (503); the others go on.
 */
export function uploadBudget(budget = usualBudget): UploadBudget {
  let held = 0;
  const handler: RequestHandler = (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next();
    let own = 0;
    let refused = false;
    const push = request.push.bind(request);
    request.push = (chunk: unknown, encoding?: BufferEncoding) => {
      if (refused) return true;
      if (!(chunk instanceof Uint8Array)) return push(chunk, encoding);
      if (held + chunk.byteLength > budget) {
        refused = true;
        response.setHeader('Connection', 'close');
        response.setHeader('Retry-After', '10');
        response.once('finish', () => request.destroy());
        sendPlainPage(request, response, 503).catch(next);
        return false;
      }
      own += chunk.byteLength;
      held += chunk.byteLength;
      return push(chunk, encoding);
    };
    response.once('close', () => (held -= own));
    next();
  };
  const take = (length: number, response: ServerResponse) => {
    if (held + length > budget) return false;
    held += length;
    response.once('close', () => (held -= length));
    return true;
  };
  return { handler, take };
}
