import { data } from '@remix-run/node';
import type { RequestHandler } from 'express';
import { errorStatus } from './error-status';
import { DomainError } from '~/domains/domain-error';
import type { ErrorCode } from '~/domains/domain-error';
import type { Locale } from '~/i18n/locale';
import { reasonText } from '~/i18n/reason-text';
import { faultOf } from '~/platform/db/database-fault';
import type { FaultKind } from '~/platform/db/database-fault';
import { isUniqueViolation } from '~/platform/db/unique-violation';

const codes: Record<FaultKind, ErrorCode> = {
  busy: 'busy',
  away: 'unavailable',
  full: 'unavailable',
  damaged: 'unavailable',
  undone: 'busy',
  conflict: 'conflict',
};

/**
 * What an error says to who asked: a use case's refusal; a fault of the database that is nobody's, and a row that
 * somebody else made first, as the refusals that they come to. Null for all other errors: those are ours.
 */
export function refusalOf(error: unknown): DomainError | null {
  if (error instanceof DomainError) return error;
  const kind = faultOf(error);
  if (kind) return new DomainError(codes[kind]);
  return isUniqueViolation(error) ? new DomainError('conflict') : null;
}

/** A refusal as the error page of its status, with what was typed and not taken; any other error as it is. */
export function asResponse(locale: Locale, error: unknown, typed: readonly string[] = []): unknown {
  const refusal = refusalOf(error);
  if (!refusal) return error;
  // A fault is told to who asked in few words: what it was stands in the log alone.
  if (errorStatus[refusal.code] === 503) console.error(error);
  const kept = typed.length === 0 ? {} : { typed };
  return data({ reason: reasonText(locale, refusal), ...kept }, { status: errorStatus[refusal.code] });
}

const retrySeconds = 5;

/** Who is told that the portal cannot serve now is told when to ask again (RFC 9110, 10.2.3). */
export const retryLater: RequestHandler = (_request, response, next) => {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = ((...args: Parameters<typeof writeHead>) => {
    const status = args[0] ?? response.statusCode;
    if (status === 503 && !response.headersSent && !response.hasHeader('Retry-After'))
      response.setHeader('Retry-After', String(retrySeconds));
    return writeHead(...args);
  }) as typeof response.writeHead;
  next();
};
