import type { NextFunction, Request, Response } from 'express';
import { topicsHeader } from '../cache-topics';
import { routePath } from './plain-address.server';
import { anyFrame, anyFrameHeader } from '../server/frames';

/**
 * Pages that a browser must not keep in any form: on a shared computer the key for going back would show them after
 * signing out. Other pages may stand behind that key, so that what was typed is not lost, but are asked for anew.
 */
const neverKept =
  /^\/(account|care|inbox|mailbox|moderation|bridges|calendar|confirm|invitations|mine|register\/guardian|reset-password|second-factor|unsubscribe)(\/|$)/;

/** What an answer says of being kept where its route says nothing: nobody but this reader's browser may. */
export const keeping = (path: string) =>
  neverKept.test(routePath(path)) ? 'private, no-store' : 'private, no-cache';

function takeTopics(response: Response): void {
  const topics = response.getHeader(topicsHeader);
  if (topics === undefined) return;
  response.removeHeader(topicsHeader);
  response.locals.cacheTopics = String(topics)
    .split(',')
    .map((topic) => topic.trim());
  response.setHeader('Cache-Control', 'private, no-cache');
}

/** Only what a route itself says is made for the frames of other sites may stand there: no page, no fault. */
function takeFrames(response: Response): void {
  const framed = response.getHeader(anyFrameHeader) !== undefined && response.statusCode === 200;
  response.removeHeader(anyFrameHeader);
  if (!framed) return;
  response.removeHeader('X-Frame-Options');
  response.setHeader(
    'Content-Security-Policy',
    anyFrame(String(response.getHeader('Content-Security-Policy'))),
  );
}

/** Takes out the headers by which routes talk to the server, and lets none go without its word on being kept. */
export function finishHead(request: Request, response: Response): void {
  takeTopics(response);
  takeFrames(response);
  if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', keeping(request.path));
}

/** The last word on an answer's headers, before they are sent. */
export function lastHeaders(request: Request, response: Response, next: NextFunction): void {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = ((...args: Parameters<typeof writeHead>) => {
    finishHead(request, response);
    return writeHead(...args);
  }) as typeof response.writeHead;
  next();
}
