import { auditLog } from '~/domains/ledger/index.server';
import { contextFor } from '~/http/server/services.server';
import type { Services } from '~/http/server/services.server';
import { BackupFault } from '~/platform/backup/backup-fault';
import type { DumpPort } from '~/platform/backup/dump';
import { makeBackup } from '~/platform/backup/make-backup.server';
import { newestBackup } from '~/platform/backup/newest-backup';
import { readManifest } from '~/platform/backup/manifest-seal.server';
import { restoreBackup } from '~/platform/backup/restore-backup.server';
import type { Configuration } from '~/platform/configuration.server';
import { writeKept } from '~/platform/db/kept-values.server';
import { givenPath, readGivenFile } from './given-file';
import { withMigrated } from './open-migrated';
import { UsageError } from './usage-error';

export type Say = (line: string) => void;

export interface BackupOptions {
  keyFile?: string | undefined;
}

/** The key in a file: 32 bytes in base64, as `openssl rand -base64 32` writes them. */
export function backupKey(file: string | undefined): Buffer | null {
  if (file === undefined) return null;
  const key = Buffer.from(readGivenFile(file).toString('utf8').trim(), 'base64');
  if (key.length !== 32) throw new UsageError(`${file}: must hold 32 bytes in base64`);
  return key;
}

async function dumpOf({ databaseUrl, databaseDirectUrl }: Configuration): Promise<DumpPort> {
  if (databaseUrl.startsWith('file:'))
    return (await import('~/platform/backup/dump-sqlite.server')).sqliteDump(databaseUrl);
  return (await import('~/platform/backup/dump-postgresql.server')).postgresqlDump(databaseDirectUrl);
}

/** Every file that a row names: what people uploaded, its smaller sizes, and documents of agreements, sealed or being signed. */
async function fileHashes({ database }: Services): Promise<string[]> {
  const rows = await database.sql.all<{ hash: string }>(
    `SELECT "contentHash" AS "hash" FROM "StoredFile" UNION SELECT "contentHash" FROM "PictureSize" UNION SELECT "contentHash" FROM "AgreementDocument" WHERE "contentHash" <> '' ORDER BY 1`,
  );
  return rows.map(({ hash }) => hash);
}

/** Writes a whole backup to a new folder. Answers the exit code: 1 where files that the database names are gone. */
export async function backUp(
  configuration: Configuration,
  { folder, keyFile }: BackupOptions & { folder: string },
  say: Say,
): Promise<number> {
  const key = backupKey(keyFile);
  return withMigrated(configuration, async (services) => {
    const { database, files: store, clock } = services;
    const manifest = await makeBackup({
      ...{ target: givenPath(folder), engine: database.engine, store, key, now: clock.now() },
      ...{ port: await dumpOf(configuration), fileHashes: () => fileHashes(services) },
    });
    await writeKept(database, newestBackup, manifest.madeAt);
    const rows = Object.values(manifest.tables).reduce((sum, count) => sum + count, 0);
    say(`Backed up to ${folder}: ${rows} rows, ${manifest.files.length} files${key ? ', sealed' : ''}`);
    for (const hash of manifest.missing) say(`Missing in the store: ${hash}`);
    return manifest.missing.length === 0 ? 0 : 1;
  });
}

/** Puts a backup back into a place that holds nothing, and checks it against itself and the public log. */
export async function restore(
  configuration: Configuration,
  { folder, keyFile }: BackupOptions & { folder: string },
  say: Say,
): Promise<number> {
  const place = givenPath(folder);
  const key = backupKey(keyFile);
  const manifest = readManifest(place, key);
  const isHere = configuration.databaseUrl.startsWith('file:') ? 'sqlite' : 'postgresql';
  if (manifest.engine !== isHere)
    throw new UsageError(`This backup is of ${manifest.engine}; DATABASE_URL names ${isHere}`);
  const { openFiles } = await import('~/http/server/services.server');
  const store = await openFiles(configuration);
  const port = await dumpOf(configuration);
  const found = await restoreBackup({ folder: place, manifest, port, store, key });
  say(`Restored the portal of ${manifest.madeAt}: ${manifest.files.length} files`);
  for (const { table, expected, found: now } of found) say(`${table}: ${now} rows instead of ${expected}`);
  const { migrate } = await import('~/platform/db/migrate.server');
  await migrate(configuration.databaseDirectUrl, { log: say });
  const findings = await auditRestored(configuration, say);
  return found.length + findings === 0 ? 0 : 1;
}

function auditRestored(configuration: Configuration, say: Say): Promise<number> {
  return withMigrated(configuration, async (services) => {
    const { size, findings } = await auditLog(contextFor(services, { kind: 'system' }, 'zh-CN'));
    say(
      findings.length === 0
        ? `Every row is there, and the ${size} entries of the public log agree with the events.`
        : `The public log has ${findings.length} findings: see \`gongzhi audit-log\``,
    );
    return findings.length;
  });
}

/** What goes wrong with a folder is a fault of the call, not of the portal. */
export async function asCall<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof BackupFault) throw new UsageError(error.message);
    throw error;
  }
}
