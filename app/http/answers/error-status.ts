import type { ErrorCode } from '~/domains/domain-error';

/** The HTTP status of each code that a use case throws. */
export const errorStatus: Record<ErrorCode, number> = {
  'not-found': 404,
  'signed-out': 401,
  forbidden: 403,
  invalid: 400,
  conflict: 409,
  'wrong-state': 409,
  expired: 410,
  'rate-limited': 429,
  'too-large': 413,
  busy: 503,
  unavailable: 503,
};
