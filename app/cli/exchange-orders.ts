import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { givenPath } from './given-file';
import { withMigrated } from './open-migrated';
import { exportOrders, importOrders } from '~/domains/bridges/index.server';
import { contextFor } from '~/http/server/services.server';
import { textIn } from '~/i18n/catalogue';
import { bridges } from '~/i18n/bridges';
import { hasKey } from '~/i18n/catalogue';
import type { Configuration } from '~/platform/configuration.server';

export interface ImportCall {
  bytes: Uint8Array;
  areaId: string;
  system: string;
  dryRun: boolean;
}

/** Imports a table of work orders: answers 0, or 2 after naming each bad line. */
export async function importOrdersFile(
  configuration: Configuration,
  call: ImportCall,
  say: (line: string) => void,
): Promise<number> {
  const report = await withMigrated(configuration, (services) =>
    importOrders(contextFor(services, { kind: 'system' }, 'en'), call),
  );
  const t = textIn('en', bridges);
  for (const { line, key, params } of report.faults)
    process.stderr.write(`line ${line}: ${hasKey(bridges, key) ? t(key, params) : key}\n`);
  if (report.faults.length > 0) {
    const kept = call.dryRun ? 0 : report.created + report.updated;
    process.stderr.write(
      kept === 0
        ? 'Nothing was imported.\n'
        : `${kept} lines before were imported and stay; run it again once the line is right.\n`,
    );
    return 2;
  }
  const { created, updated, unchanged } = report;
  say(t(call.dryRun ? 'import-fine' : 'import-done', { created, updated, unchanged }));
  return 0;
}

/** Writes an area's work orders as CSV to a file, or to standard output. */
export async function exportOrdersFile(
  configuration: Configuration,
  { areaId, file }: { areaId: string; file: string | undefined },
): Promise<void> {
  await withMigrated(configuration, async (services) => {
    const pieces = Readable.from(exportOrders(contextFor(services, { kind: 'system' }, 'zh-CN'), areaId));
    if (file === undefined) return pipeline(pieces, process.stdout, { end: false });
    return pipeline(pieces, createWriteStream(givenPath(file)));
  });
}
