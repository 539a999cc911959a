import type { ReadContext, TransactionContext } from './context';
import type { Term } from './held-terms';

/** What happens to the rows that a column ties to a person who is erased. */
export type OnErasing =
  /** The rows go. */
  | 'deleted'
  /** The subject's `erase` frees, empties or settles them. */
  | { treated: string }
  /** They stay, with nothing of the person but the id, and why. */
  | { stays: string };

export interface Holding {
  /** True: the rows stand in the own data; under another name where the subject gives them out itself. Else why not. */
  exported: true | { under: string } | string;
  erasing: OnErasing;
  /** The column holds the mail address instead of the id. */
  by?: 'email';
}

/** A person who asks for the own data, or is being erased. */
export interface HeldPerson {
  id: string;
  email: string;
  displayName: string;
}

/** What a subject holds on persons: each column of its tables that names one, and how it is given out and erased. */
export interface HeldOnPersons {
  models: Record<string, Record<string, Holding>>;
  /**
   * How long each table is kept of whose rows some are data on the person (PIPL 19, 47: no longer than the purpose needs).
   * A test fails where a term is missing, or where a table has none to need it. Acts of office are no data on the person.
   */
  terms?: Record<string, Term>;
  /**
   * What lies sealed on people who have no account, by model and column: nobody can close an account to end it. A test
   * walks the schema for sealed columns of tables that are no one's own.
   */
  termsOfOthers?: Record<string, Term>;
  /** Columns that are never given out: hashes, what other people wrote. */
  secret?: readonly string[];
  /** What rows alone do not say, such as sealed words. */
  exportMore?(ctx: ReadContext, person: HeldPerson): Promise<Record<string, unknown>>;
  /** Runs before the rows are deleted, in the transaction of the erasure; bears repetition. */
  erase?(ctx: TransactionContext, person: HeldPerson): Promise<void>;
}

/** An act of office: the record says who did it, by an id that leads to no name once the person is erased. */
export const official: Holding = {
  exported: 'an act of office, not data on the person',
  erasing: { stays: 'who decided stays on record, without a name' },
};

export function officials(...columns: string[]): Record<string, Holding> {
  return Object.fromEntries(columns.map((column) => [column, official]));
}

export const gone: Holding = { exported: true, erasing: 'deleted' };
export const treated = (how: string): Holding => ({ exported: true, erasing: { treated: how } });
export const stays = (why: string): Holding => ({ exported: true, erasing: { stays: why } });
