import type { Actor } from './actor';
import type { KnownSubjects } from './known-subjects';
import type { Configuration } from '~/platform/configuration.server';
import type { Database } from '~/platform/db/database.server';
import type { Clock } from '~/platform/clock';
import type { FileStore } from '~/platform/files/file-store.server';
import type { Locale } from '~/i18n/locale';

/** What every command and query takes: nothing reads the wall clock or a global. */
export interface Context {
  database: Database;
  actor: Actor;
  clock: Clock;
  locale: Locale;
  configuration: Configuration;
  files: FileStore;
  /** What the mechanisms that all subjects share know of them. */
  subjects: KnownSubjects<Context>;
  /** Long work calls it between its steps: requests that are being answered go first. */
  giveWay(): Promise<void>;
  /** Of the form that asks for this, with all that was typed and chosen; none where no form does. */
  formDigest?: () => Promise<string | null>;
  /** Drops the cached pages that show one of the topics; called after the commit. */
  invalidatePages(topics: readonly string[]): void;
}
