import { withMigrated } from './open-migrated';
import { UsageError } from './usage-error';
import { importMap } from '~/domains/territory/index.server';
import { contextFor } from '~/http/server/services.server';
import { coordinateSystems } from '~/lib/geo/coordinate-systems';
import type { CoordinateSystem } from '~/lib/geo/coordinate-systems';
import type { Configuration } from '~/platform/configuration.server';

/** The system of this name. Throws UsageError for one that nobody knows. */
export function systemCalled(name: string): CoordinateSystem {
  const known = coordinateSystems.find((system) => system === name.toLowerCase());
  if (!known) throw new UsageError(`--coordinates: one of ${coordinateSystems.join(', ')}, not "${name}"`);
  return known;
}

/** Imports what maps are drawn of from GeoJSON: answers 0, or 2 after naming each bad feature. */
export async function importMapFile(
  configuration: Configuration,
  { text, system }: { text: string; system: CoordinateSystem },
  say: (line: string) => void,
): Promise<number> {
  const result = await withMigrated(configuration, (services) =>
    importMap(contextFor(services, { kind: 'system' }, 'zh-CN'), text, system),
  );
  for (const { feature, reason } of result.faults)
    process.stderr.write(feature === 0 ? `${reason}\n` : `feature ${feature}: ${reason}\n`);
  if (result.faults.length > 0) {
    process.stderr.write('Nothing was imported.\n');
    return 2;
  }
  const skipped = result.skipped > 0 ? `; ${result.skipped} features that no map shows were left out` : '';
  say(`Imported ${result.lines} lines and ${result.outlines} outlines${skipped}.`);
  return 0;
}
