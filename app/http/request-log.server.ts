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

/** One line for each request: what was asked and how it went, never who or with what. */
export function requestLog(log: Log): RequestHandler {
  return (request, response, next) => {
    const start = performance.now();
    const { method } = request;
    const path = loggedPath(request.path);
    response.once('close', () => {
      const milliseconds = Math.round(performance.now() - start);
      const status = response.writableFinished ? response.statusCode : 499;
      log.info({ method, path, status, milliseconds }, 'request');
    });
    next();
  };
}
