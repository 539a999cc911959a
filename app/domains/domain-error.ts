import type { Decision } from '~/lib/decision';
import type { SavedMeanwhile } from '~/lib/form-state';

/** Each code has one HTTP status and one default text, in app/http/answers/error-status.ts. */
export type ErrorCode =
  | 'not-found'
  | 'signed-out'
  | 'forbidden'
  | 'invalid'
  | 'conflict'
  | 'wrong-state'
  | 'expired'
  | 'rate-limited'
  | 'too-large'
  | 'busy'
  | 'unavailable';

export interface DomainErrorOptions {
  /** A key of the `reasons` catalogue that says what happened and what to do. */
  reason?: string;
  /** The form field to which the reason belongs. */
  field?: string;
  params?: Record<string, string | number>;
  /** What is saved now, where the form was filled with something else. */
  saved?: SavedMeanwhile;
}

/** What a use case throws when the act cannot be done. Nothing was changed. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly reason: string | undefined;
  readonly field: string | undefined;
  readonly params: Record<string, string | number>;
  readonly saved: SavedMeanwhile | undefined;

  constructor(code: ErrorCode, options: DomainErrorOptions = {}) {
    super(options.reason ? `${code}: ${options.reason}` : code);
    this.name = 'DomainError';
    this.code = code;
    this.reason = options.reason;
    this.field = options.field;
    this.params = options.params ?? {};
    this.saved = options.saved;
  }

  /** The command line and the pages are bundled apart, each with this class; what one throws the other must know. */
  static override [Symbol.hasInstance](thrown: unknown): boolean {
    return thrown instanceof Error && thrown.name === 'DomainError';
  }
}

/** Throws `forbidden` with the decision's reason unless it allows. */
export function ensure(decision: Decision): void {
  if (!decision.allowed) throw new DomainError('forbidden', { reason: decision.reason });
}
