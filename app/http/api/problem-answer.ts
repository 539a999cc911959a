import { STATUS_CODES } from 'node:http';
import { problemType } from '~/domains/insights/open-data/problem';
import type { Problem } from '~/domains/insights/open-data/problem';

export { problemType };

/** Scripts of any site may read the open API: it is the same for all, and asks for no cookie. */
export const openToAll = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Link, Retry-After, RateLimit-Limit, RateLimit-Remaining',
} as const;

export function problemOf({
  status,
  detail,
  errors,
}: Pick<Problem, 'status' | 'detail' | 'errors'>): Problem {
  return {
    ...{ type: 'about:blank', title: STATUS_CODES[status] ?? String(status), status, detail },
    ...(errors && { errors }),
  };
}
