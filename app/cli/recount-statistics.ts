import { withMigrated } from './open-migrated';
import { recountStatistics } from '~/domains/statistics/index.server';
import { contextFor } from '~/http/server/services.server';
import type { Configuration } from '~/platform/configuration.server';

/** Counts every work order anew and says whether the numbers had been kept rightly. */
export async function recount(configuration: Configuration, say: (line: string) => void): Promise<void> {
  const result = await withMigrated(configuration, (services) =>
    recountStatistics(contextFor(services, { kind: 'system' }, 'zh-CN')),
  );
  say(`Counted ${result.orders} work orders.`);
  if (result.correctedOrders + result.correctedSums === 0) say('The numbers that were kept are the same.');
  else say(`Corrected ${result.correctedOrders} work orders and ${result.correctedSums} sums.`);
}
