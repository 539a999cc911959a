import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import type { Log } from '~/platform/log.server';

/** Ids are 26 characters and may be read; what is longer is a token, and whoever has it may use it. */
const longestId = 30;

/** The path as it may be logged: without the query, and without the tokens of links in mails. */
export function loggedPath(path: string): string {
  return path
    .slice(0, 300)
    .split('/')
    .map((segment) => (segment.length > longestId ? ':token' : segment))
    .join('/');
}

export interface Answering {
  request: IncomingMessage;
  response: ServerResponse;
  path: string;
  /** When it began, by `performance.now()`. */
  since: number;
}

/** Writes one line once the answer is sent or broken off: what was asked and how it went, never who or with what. */
export function logAnswer(log: Log, { request, response, path, since }: Answering): void {
  const { method } = request;
  const write = () => {
    const milliseconds = Math.round(performance.now() - since);
    const status = response.writableFinished ? response.statusCode : 499;
    log.info({ method, path: loggedPath(path), status, milliseconds }, 'request');
  };
  if (response.destroyed) write();
  else response.once('close', write);
}

/** One line for each request. */
export function requestLog(log: Log): RequestHandler {
  return (request, response, next) => {
    logAnswer(log, { request, response, path: request.path, since: performance.now() });
    next();
  };
}
