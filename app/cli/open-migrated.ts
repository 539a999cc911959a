import { openServices } from '~/http/server/services.server';
import type { Services } from '~/http/server/services.server';
import type { Configuration } from '~/platform/configuration.server';
import { pendingMigrations } from '~/platform/db/migrate.server';

/** The services over a database that is up to date, closed when `act` is done. Throws where it is not up to date. */
export async function withMigrated<Result>(
  configuration: Configuration,
  act: (services: Services) => Promise<Result>,
): Promise<Result> {
  const pending = await pendingMigrations(configuration.databaseDirectUrl);
  if (pending.length > 0) throw new Error('The database is not up to date: run `gongzhi migrate` first');
  const services = await openServices(configuration);
  try {
    return await act(services);
  } finally {
    await services.database.close();
  }
}
