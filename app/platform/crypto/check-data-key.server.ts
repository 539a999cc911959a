import { openSealed, seal } from './seal.server';
import { ConfigurationError } from '../configuration.server';
import type { Database } from '../db/database.server';
import { keepFirst, readKept } from '../db/kept-values.server';

const name = 'data-key.check';
const words = 'sealed with the data key of this portal';

function opens(key: string, sealed: string): boolean {
  try {
    openSealed(key, sealed);
    return true;
  } catch {
    return false;
  }
}

/** Something that an older portal sealed, which kept no check value yet. */
async function anySealed({ read }: Database): Promise<string | null> {
  const [residence, request] = await Promise.all([
    read.residenceVerification.findFirst({
      where: { sealedAddress: { not: '' } },
      orderBy: { id: 'desc' },
      select: { sealedAddress: true },
    }),
    read.externalRequest.findFirst({
      where: { sealedReporter: { not: null } },
      orderBy: { id: 'desc' },
      select: { sealedReporter: true },
    }),
  ]);
  return residence?.sealedAddress ?? request?.sealedReporter ?? null;
}

const sealedBefore = async (database: Database) =>
  (await readKept(database, name)) ?? (await anySealed(database));

/** Whether what the database holds opens with the key; with nothing sealed yet any does. Only looks. */
export async function isDataKey(database: Database, dataKey: string): Promise<boolean> {
  const sealed = await sealedBefore(database);
  return sealed === null || opens(dataKey, sealed);
}

/**
 * Binds a database in which nothing is sealed yet to the key. Throws ConfigurationError where it was sealed with another
 * one: addresses, ballots and secrets of connections could not be opened, and new ones would be sealed with a second key.
 */
export async function ensureDataKey(database: Database, dataKey: string): Promise<void> {
  const sealed = (await sealedBefore(database)) ?? (await keepFirst(database, name, seal(dataKey, words)));
  if (!opens(dataKey, sealed))
    throw new ConfigurationError(
      'DATA_KEY: this database was sealed with another key. Set the one that it was begun with; without it, addresses, open ballots and secrets of connections cannot be read.',
    );
  await keepFirst(database, name, seal(dataKey, words));
}
