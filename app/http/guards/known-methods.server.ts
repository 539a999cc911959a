import type { RequestHandler } from 'express';
import { sendPlainPage } from '../answers/plain-page.server';

/** What no request of the Fetch standard may be, so that Remix cannot be asked; a proxy or a scan of security sends it. */
const unknown = new Set(['TRACE', 'TRACK', 'CONNECT']);

/** Refuses methods that no page can answer, as what they are: no fault of the server. */
export const knownMethods: RequestHandler = (request, response, next) => {
  if (!unknown.has(request.method)) return next();
  response.setHeader('Allow', 'GET, HEAD, POST');
  sendPlainPage(request, response, 405).catch(next);
};
