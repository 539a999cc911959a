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

/**
 * Throws ConfigurationError where the database was sealed with another key: addresses, ballots and secrets of
 * connections could not be opened, and new ones would be sealed with a second key.
 */
export async function ensureDataKey(database: Database, dataKey: string): Promise<void> {
  const known = (await readKept(database, name)) ?? (await anySealed(database));
  const sealed = known ?? (await keepFirst(database, name, seal(dataKey, words)));
  if (!opens(dataKey, sealed))
    throw new ConfigurationError(
      'DATA_KEY: this database was sealed with another key. Set the one that it was begun with; without it, addresses, open ballots and secrets of connections cannot be read.',
    );
  await keepFirst(database, name, seal(dataKey, words));
}
