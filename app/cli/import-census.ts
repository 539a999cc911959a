import { withMigrated } from './open-migrated';
import { UsageError } from './usage-error';
import { importCensus } from '~/domains/territory/index.server';
import { censusSchema } from '~/domains/territory/schema';
import { contextFor } from '~/http/server/services.server';
import { hasKey, textIn } from '~/i18n/catalogue';
import { census } from '~/i18n/census';
import type { Configuration } from '~/platform/configuration.server';

interface Call {
  table: Uint8Array;
  year: string;
  source: string;
  dryRun: boolean;
}

/** Imports census figures from CSV or a workbook: answers 0, or 2 after naming each bad line. Throws `UsageError`. */
export async function importCensusFile(
  configuration: Configuration,
  { table, year, source, dryRun }: Call,
  say: (line: string) => void,
): Promise<number> {
  const given = censusSchema.safeParse({ year, source });
  if (!given.success) throw new UsageError('--year takes a year, --source says where the figures are from');
  const outcome = await withMigrated(configuration, (services) => {
    const { year, source } = given.data;
    return importCensus(contextFor(services, { kind: 'system' }, 'en'), {
      table,
      year,
      source,
      dryRun,
      topIds: [],
    });
  });
  const t = textIn('en', census);
  for (const { line, fault, value } of outcome.faults)
    process.stderr.write(`line ${line}: ${hasKey(census, fault) ? t(fault, { value }) : fault}\n`);
  if (outcome.faults.length > 0) {
    process.stderr.write('Nothing was imported.\n');
    return 2;
  }
  const { areas, lines: count, version } = outcome;
  say(version === null ? t('good', { areas, count }) : t('imported', { count, version }));
  return 0;
}
