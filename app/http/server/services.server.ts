import { randomUUID } from 'node:crypto';
import { Attempts } from '../guards/attempts.server';
import { openChanges } from './other-processes.server';
import { jobGroups, jobHandlers, knownSubjects, recurringJobs } from '~/domains/registry.server';
import type { Context } from '~/domains/context';
import { isWithheldMail } from '~/domains/notifications/index.server';
import { openSimilarMatters } from '~/domains/insights/similar/open-similar-matters.server';
import type { SimilarMatters } from '~/domains/insights/similar/open-similar-matters.server';
import type { Actor } from '~/domains/actor';
import { readCategories } from '~/domains/categories/index.server';
import type { CategoryRow } from '~/domains/categories/index.server';
import { ofEveryPage } from '~/domains/pages/events';
import { nameOfPortal, readProfile } from '~/domains/pages/index.server';
import type { Profile } from '~/domains/pages/index.server';
import { PageCache } from '~/platform/cache/page-cache.server';
import { remembered } from '~/platform/cache/remembered';
import type { Changes } from '~/platform/changes/changes';
import { systemClock } from '~/platform/clock';
import type { Clock } from '~/platform/clock';
import type { Configuration } from '~/platform/configuration.server';
import type { Database } from '~/platform/db/database.server';
import { openDatabase } from '~/platform/db/open-database.server';
import { bucketOf } from '~/platform/files/bucket';
import { directoryFileStore } from '~/platform/files/file-store.server';
import type { FileStore } from '~/platform/files/file-store.server';
import { forgetWindows, sharedCounters, SharedWindows } from '~/platform/limits/shared-windows.server';
import { openKeys } from '~/platform/keys/open-keys.server';
import type { OpenedKeys } from '~/platform/keys/open-keys.server';
import type { PortalKeys } from '~/platform/keys/portal-keys.server';
import { Traffic } from '~/platform/traffic';
import { openLog } from '~/platform/log.server';
import type { Log } from '~/platform/log.server';
import { tidyMails } from '~/platform/mail/mail-words.server';
import { mailHandler } from '~/platform/mail/send-mail.server';
import { sharedTurns } from '~/platform/jobs/turns.server';
import { forgetDoneJobs } from '~/platform/jobs/job-rows.server';
import type { RecurringJob, WorkerPorts } from '~/platform/jobs/worker.server';
import type { SmsGateway } from '~/platform/sms/gateway';
import { openGateway, smsWork } from '~/platform/sms/sms-work.server';
import { isLocale } from '~/i18n/locale';
import type { Locale } from '~/i18n/locale';

/** Everything with state, made once in a process and handed on. */
export interface Services {
  configuration: Configuration;
  database: Database;
  clock: Clock;
  log: Log;
  keys: PortalKeys;
  /** How the keys are read, every few seconds. */
  keyReading: Pick<OpenedKeys, 'read' | 'isReplaced'>;
  files: FileStore;
  pages: PageCache;
  /** The requests that are being answered. */
  traffic: Traffic;
  /** The way to people's phones; null where there is none. */
  sms: SmsGateway | null;
  /** Counts guesses, mails and text messages. */
  attempts: Attempts;
  /** What several processes count together; null where there is only one. */
  windows: SharedWindows | null;
  /** Finds what is there already, by the words of a title. */
  similar: SimilarMatters;
  /** What other processes are told and tell: which pages a change made stale. */
  changes: Changes;
  /** How the portal calls itself and looks: every page shows it. */
  profile: () => Promise<Profile>;
  /** What matters are about, in order: nearly every page shows some of it. */
  categories: () => Promise<CategoryRow[]>;
}

const cacheBytes = 48 * 1024 * 1024;
const cacheMilliseconds = 20_000;

/** The keys of the database; where they cannot be opened, nothing of it stays open. */
function keysOf({ dataKey }: Configuration, { database, log }: Pick<Services, 'database' | 'log'>) {
  const onReplaced = () =>
    log.error('DATA_KEY was replaced: start this process anew with the one that holds');
  return openKeys({ database, dataKey, onReplaced }).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
}

export async function openServices(
  configuration: Configuration,
  clock: Clock = systemClock,
): Promise<Services> {
  const { databaseUrl: url, databaseDirectUrl: directUrl } = configuration;
  const database = await openDatabase({ url, directUrl });
  const log = openLog(configuration.logLevel);
  const opened = await keysOf(configuration, { database, log });
  const now = () => Date.now();
  const pages = new PageCache({ mostBytes: cacheBytes, mostMilliseconds: cacheMilliseconds, now });
  const windows =
    database.engine === 'postgresql' ? new SharedWindows(database, configuration.sessionSecret) : null;
  const changes = await openChanges(configuration, { database, pages });
  const sms = openGateway(configuration.sms, { database, clock });
  return {
    configuration,
    database: closedAfter(database, async () => {
      opened.close();
      await sms?.close();
      return changes.close();
    }),
    sms,
    changes,
    clock,
    log,
    keys: opened.keys,
    keyReading: opened,
    files: await openFiles(configuration),
    pages,
    traffic: new Traffic(),
    attempts: windows ? new Attempts(sharedCounters(windows)) : new Attempts(),
    windows,
    similar: openSimilarMatters(database, knownSubjects.compared),
    profile: remembered({ pages, changes, topics: [ofEveryPage], read: () => readProfile(database) }),
    categories: remembered({
      ...{ pages, changes, topics: [ofEveryPage] },
      read: () => readCategories(database),
    }),
  };
}

/** The client of object stores is read only where there is one. */
export async function openFiles({ filesS3, filesDirectory }: Configuration): Promise<FileStore> {
  const bucket = bucketOf(filesS3);
  if (!bucket) return directoryFileStore(filesDirectory);
  return (await import('~/platform/files/object-file-store.server')).objectFileStore(bucket);
}

/** The database, which is closed when the first has ended. */
function closedAfter(database: Database, first: () => Promise<void>): Database {
  return { ...database, close: () => first().then(() => database.close()) };
}

/** The context of one act by one actor. */
export function contextFor(services: Services, actor: Actor, locale: Locale): Context {
  const { database, clock, configuration, keys, files, pages, changes, traffic } = services;
  return {
    database,
    clock,
    configuration,
    keys,
    files,
    subjects: knownSubjects,
    actor,
    locale,
    giveWay: traffic.giveWay,
    invalidatePages: (topics) => {
      pages.invalidate(topics);
      changes.tell(topics);
    },
  };
}

/** Done jobs are kept a week, so that what happened can be looked up; dead ones stay. */
function tidyJobs({ database, clock }: Services): RecurringJob {
  const before = () => new Date(clock.now().getTime() - 7 * 24 * 3600_000);
  return {
    everySeconds: 3600,
    isIrreversible: true,
    run: () => database.transaction((tx) => forgetDoneJobs(tx, before())),
  };
}

/** Words of mails are kept no longer than their links are worth something. */
function tidyMailWords({ keys, database, clock }: Services): RecurringJob {
  return { everySeconds: 600, run: () => tidyMails(database, keys, clock.now()) };
}

/** Windows of attempts are looked at no more once they are over. */
function tidyWindows({ database, windows }: Services): RecurringJob {
  return { everySeconds: 600, run: async () => windows && forgetWindows(database) };
}

/** What the worker needs: every subject's handlers, with the system as actor. */
export function workerPorts(services: Services): WorkerPorts {
  const ctx = contextFor(services, { kind: 'system' }, 'zh-CN');
  const { configuration, database, clock, log } = services;
  const mail = mailHandler({
    database,
    clock,
    smtpUrl: configuration.smtpUrl,
    from: configuration.mailFrom,
    named: async (locale) => nameOfPortal(await services.profile(), isLocale(locale) ? locale : 'zh-CN'),
    publicUrl: configuration.publicUrl,
    keys: services.keys,
    isWithheld: (queued) => isWithheldMail(ctx, queued),
  });
  const texts = smsWork({ database, clock, keys: services.keys, gateway: services.sms });
  const owner = randomUUID();
  return {
    database,
    clock,
    log,
    owner,
    ...(database.engine === 'postgresql' && { turns: sharedTurns(database, owner) }),
    groups: jobGroups,
    handlers: { ...jobHandlers(ctx), mail, ...texts.handlers },
    recurring: {
      ...recurringJobs(ctx),
      'jobs.tidy': tidyJobs(services),
      'mail.tidy': tidyMailWords(services),
      ...texts.recurring,
      'limits.tidy': tidyWindows(services),
    },
  };
}
