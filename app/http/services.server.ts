import { randomUUID } from 'node:crypto';
import { Attempts } from './attempts.server';
import { pageCatchUp } from './catch-up.server';
import { allEvents, jobGroups, jobHandlers, knownSubjects, recurringJobs } from '~/domains/registry.server';
import type { Context } from '~/domains/context';
import { openSimilarMatters } from '~/domains/insights/similar/open-similar-matters.server';
import type { SimilarMatters } from '~/domains/insights/similar/open-similar-matters.server';
import type { Actor } from '~/domains/actor';
import { PageCache } from '~/platform/cache/page-cache.server';
import { systemClock } from '~/platform/clock';
import type { Clock } from '~/platform/clock';
import { ensureDataKey } from '~/platform/crypto/check-data-key.server';
import type { Configuration } from '~/platform/configuration.server';
import type { Database } from '~/platform/db/database.server';
import { openDatabase } from '~/platform/db/open-database.server';
import { directoryFileStore } from '~/platform/files/file-store.server';
import type { FileStore } from '~/platform/files/file-store.server';
import { Traffic } from '~/platform/traffic';
import { openLog } from '~/platform/log.server';
import type { Log } from '~/platform/log.server';
import { tidyMails } from '~/platform/mail/mail-words.server';
import { mailHandler } from '~/platform/mail/send-mail.server';
import { forgetDoneJobs } from '~/platform/jobs/job-rows.server';
import type { RecurringJob, WorkerPorts } from '~/platform/jobs/worker.server';
import type { Locale } from '~/i18n/locale';

/** Everything with state, made once in a process and handed on. */
export interface Services {
  configuration: Configuration;
  database: Database;
  clock: Clock;
  log: Log;
  files: FileStore;
  pages: PageCache;
  /** The requests that are being answered. */
  traffic: Traffic;
  /** Counts guesses and mails in this process. */
  attempts: Attempts;
  /** Finds what is there already, by the words of a title. */
  similar: SimilarMatters;
  /** Drops the cached pages that another process has made stale; at once where there is only this one. */
  catchUp(): Promise<void>;
}

const cacheBytes = 48 * 1024 * 1024;
const cacheMilliseconds = 20_000;

export async function openServices(
  configuration: Configuration,
  clock: Clock = systemClock,
): Promise<Services> {
  const database = await openDatabase({ url: configuration.databaseUrl });
  await ensureDataKey(database, configuration.dataKey).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  const now = () => Date.now();
  const pages = new PageCache({ mostBytes: cacheBytes, mostMilliseconds: cacheMilliseconds, now });
  return {
    configuration,
    database,
    clock,
    log: openLog(configuration.logLevel),
    files: directoryFileStore(configuration.filesDirectory),
    pages,
    traffic: new Traffic(),
    attempts: new Attempts(),
    similar: openSimilarMatters(database, knownSubjects.compared),
    catchUp: pageCatchUp({ database, pages, definitions: allEvents, now }),
  };
}

/** The context of one act by one actor. */
export function contextFor(services: Services, actor: Actor, locale: Locale): Context {
  const { database, clock, configuration, files, pages, traffic } = services;
  return {
    database,
    clock,
    configuration,
    files,
    subjects: knownSubjects,
    actor,
    locale,
    giveWay: traffic.giveWay,
    invalidatePages: (topics) => pages.invalidate(topics),
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
function tidyMailWords({ configuration, database, clock }: Services): RecurringJob {
  return { everySeconds: 600, run: () => tidyMails(database, configuration.dataKey, clock.now()) };
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
    publicUrl: configuration.publicUrl,
    dataKey: configuration.dataKey,
  });
  return {
    database,
    clock,
    log,
    owner: randomUUID(),
    groups: jobGroups,
    handlers: { ...jobHandlers(ctx), mail },
    recurring: {
      ...recurringJobs(ctx),
      'jobs.tidy': tidyJobs(services),
      'mail.tidy': tidyMailWords(services),
    },
  };
}
