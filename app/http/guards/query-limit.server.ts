import type { RequestHandler } from 'express';
import { sendPlainPage } from '../answers/plain-page.server';

/** The filters of the largest page are some twenty; lists of ids come as one parameter. */
const mostParameters = 200;

/** Refuses addresses with more parameters than any page has, before anything takes them apart. */
export const queryLimit: RequestHandler = (request, response, next) => {
  const query = request.originalUrl.slice(request.originalUrl.indexOf('?') + 1);
  if (query.split('&', mostParameters + 1).length <= mostParameters) return next();
  sendPlainPage(request, response, 400).catch(next);
};
