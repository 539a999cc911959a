import type { Actor } from './actor';
import type { KnownSubjects } from './known-subjects';
import type { Configuration } from '~/platform/configuration.server';
import type { Database, Reads, Transaction } from '~/platform/db/database.server';
import type { Clock } from '~/platform/clock';
import type { FileStore } from '~/platform/files/file-store.server';
import type { PortalKeys } from '~/platform/keys/portal-keys.server';
import type { Locale } from '~/i18n/locale';

/** What every command and query takes beside the database: nothing reads the wall clock or a global. */
interface Surroundings {
  actor: Actor;
  clock: Clock;
  locale: Locale;
  configuration: Configuration;
  keys: PortalKeys;
  files: FileStore;
  /** What the mechanisms that all subjects share know of them. */
  subjects: KnownSubjects<ReadContext, Context, TransactionContext>;
  /** Long work calls it between its steps: requests that are being answered go first. */
  giveWay(): Promise<void>;
  /** Of the form that asks for this, with all that was typed and chosen; none where no form does. */
  formDigest?: () => Promise<string | null>;
  /** Drops the cached pages that show one of the topics; called after the commit. */
  invalidatePages(topics: readonly string[]): void;
}

/** For what only reads: inside a transaction it reads what the transaction reads, outside what is committed. */
export interface ReadContext extends Surroundings {
  database: Reads;
}

/** Outside a transaction: reads, and opens one with `inTransaction`. There is no other way to write. */
export interface Context extends Surroundings {
  database: Database;
}

/**
 * Inside a transaction: it writes, and all that reads with it reads what the transaction reads. It leads to no other
 * connection and opens no second transaction; where a `Transaction` alone is asked for, it is one.
 */
export interface TransactionContext extends Surroundings, Transaction {
  database: Reads;
}
