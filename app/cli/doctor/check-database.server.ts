import { existsSync } from 'node:fs';
import { daysWithoutBackup, newestBackup } from '~/platform/backup/newest-backup';
import { detailOf, fault, warning } from './finding';
import type { Finding } from './finding';
import { ballotsWithoutKey } from '~/domains/ballots/index.server';
import { badWitnesses, headTakenBack, logKeyState, witnessStates } from '~/domains/ledger/index.server';
import type { Configuration } from '~/platform/configuration.server';
import { isDataKey, openKept } from '~/platform/keys/kept-ring.server';
import { rotationState } from '~/platform/keys/rotate.server';
import type { Database } from '~/platform/db/database.server';
import { readKept } from '~/platform/db/kept-values.server';
import { pendingMigrations } from '~/platform/db/migrate.server';
import { openDatabase } from '~/platform/db/open-database.server';
import { deadJobs } from '~/platform/jobs/dead-jobs.server';
import { isClockConfirmed, newestInstant } from '~/platform/jobs/known-time.server';

const minute = 60_000;
const day = 24 * 60 * minute;
const daysWithoutEvent = 30;

/** The database: reached, migrated, sealed with this key; and what stands in it of clock, log and backups. */
export async function databaseFaults(configuration: Configuration, now: Date): Promise<Finding[]> {
  const { databaseUrl: url, databaseDirectUrl: directUrl } = configuration;
  try {
    // To look for a database does not make one.
    if (url.startsWith('file:') && !existsSync(url.slice('file:'.length)))
      return [fault('not-migrated', { count: (await pendingMigrations(url)).length })];
    const pending = await pendingMigrations(directUrl);
    if (pending.length > 0) return [fault('not-migrated', { count: pending.length })];
    const database = await openDatabase({ url, directUrl });
    try {
      return await openedFaults(configuration, database, now);
    } finally {
      await database.close();
    }
  } catch (error) {
    return [fault('no-database', { detail: detailOf(error) })];
  }
}

async function openedFaults(configuration: Configuration, database: Database, now: Date): Promise<Finding[]> {
  const found = await Promise.all([
    dataKeyFaults(database, configuration.dataKey),
    clockFaults(database, now),
    logFaults(database, configuration),
    ballotFaults(database, configuration),
    witnessFaults(database, configuration),
    backupFaults(database, now),
    jobFaults(database),
  ]);
  return found.flat();
}

async function dataKeyFaults(database: Database, dataKey: string): Promise<Finding[]> {
  if (!(await isDataKey(database, dataKey))) return [fault('other-data-key')];
  const kept = await openKept(database, dataKey);
  const state = kept ? rotationState(kept) : 'none';
  if (state === 'none') return kept?.ring.turning ? [warning('hash-rotation-unfinished')] : [];
  return [state === 'two-keys' ? warning('two-data-keys') : warning('rotation-unfinished')];
}

async function clockFaults(database: Database, now: Date): Promise<Finding[]> {
  const newest = await newestInstant(database);
  if (!newest) return [];
  const ahead = now.getTime() - newest.getTime();
  if (ahead < -minute)
    return [fault('clock-behind', { newest: newest.toISOString(), minutes: Math.ceil(-ahead / minute) })];
  if (ahead < daysWithoutEvent * day || (await isClockConfirmed(database, now))) return [];
  const days = Math.floor(ahead / day);
  return [warning('clock-ahead', { newest: newest.toISOString(), now: now.toISOString(), days })];
}

async function logFaults(
  database: Database,
  { logKeyDirectory, publicUrl, hasPublicUrl }: Configuration,
): Promise<Finding[]> {
  const log = await logKeyState(database, logKeyDirectory);
  const { file, state, host } = log;
  if (state === 'missing') return [fault('no-log-key', { file })];
  if (state === 'another') return [fault('other-log-key', { file })];
  const own = new URL(publicUrl).host;
  const isNamedSo = host === null || !hasPublicUrl || host === own;
  return [
    ...(isNamedSo ? [] : [warning('log-name', { log: host, host: own })]),
    ...(log.key ? await takenBackFaults(database, { ...log.key, file: file.replace(/\.key$/, '') }) : []),
  ];
}

/** A head that was signed and that the database does not know: an old backup was put back, and nothing more is signed. */
async function takenBackFaults(
  database: Database,
  key: Parameters<typeof headTakenBack>[1],
): Promise<Finding[]> {
  const size = await headTakenBack(database, key);
  return size === null ? [] : [fault('log-taken-back', { count: size, file: `${key.file}.head` })];
}

/** Ballots that take votes, and whose key is gone: the folder was not put back, or is not the one of all processes. */
async function ballotFaults(
  database: Database,
  { ballotKeysDirectory: path }: Configuration,
): Promise<Finding[]> {
  const { length: count } = await ballotsWithoutKey(database, path);
  return count === 0 ? [] : [fault('no-ballot-keys', { count, path })];
}

/** Witnesses that are no witnesses, and those that did not cosign the last head they were offered. */
async function witnessFaults(database: Database, configuration: Configuration): Promise<Finding[]> {
  const states = await witnessStates({ database, configuration });
  return [
    ...badWitnesses(configuration).map((key) => fault('bad-witness', { key })),
    ...states.flatMap(({ name, fault: detail }) =>
      detail === null ? [] : [warning('witness-away', { name, detail })],
    ),
  ];
}

async function backupFaults(database: Database, now: Date): Promise<Finding[]> {
  const at = await readKept(database, newestBackup);
  if (at === null) return [warning('no-backup')];
  const days = Math.floor((now.getTime() - new Date(at).getTime()) / day);
  return days < daysWithoutBackup ? [] : [fault('old-backup', { at, days })];
}

async function jobFaults(database: Database): Promise<Finding[]> {
  const [newest, ...others] = (await deadJobs(database)).sort((one, other) => +other.newest - +one.newest);
  if (!newest) return [];
  const count = others.reduce((sum, dead) => sum + dead.count, newest.count);
  return [warning('dead-jobs', { count, kind: newest.kind, detail: detailOf(newest.lastError) })];
}
