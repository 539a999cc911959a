import { withMigrated } from './open-migrated';
import { importAreas } from '~/domains/territory/index.server';
import { contextFor } from '~/http/server/services.server';
import type { Configuration } from '~/platform/configuration.server';

/** Imports a table of areas: answers 0, or 2 after naming each bad line. */
export async function importAreasFile(
  configuration: Configuration,
  table: Uint8Array,
  say: (line: string) => void,
): Promise<number> {
  const result = await withMigrated(configuration, (services) =>
    importAreas(contextFor(services, { kind: 'system' }, 'zh-CN'), table),
  );
  for (const fault of result.faults) process.stderr.write(`line ${fault.line}: ${fault.reason}\n`);
  if (result.faults.length > 0) {
    process.stderr.write('Nothing was imported.\n');
    return 2;
  }
  say(`Imported ${result.imported} areas.`);
  return 0;
}
