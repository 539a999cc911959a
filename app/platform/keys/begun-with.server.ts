import { openSealed } from '../crypto/seal.server';
import type { Database } from '../db/database.server';
import { readKept } from '../db/kept-values.server';

/** Of databases that are older than key rings: a text that DATA_KEY itself sealed. */
export const checkName = 'data-key.check';

function opens(key: string, sealed: string): boolean {
  try {
    openSealed(key, sealed);
    return true;
  } catch {
    return false;
  }
}

/** Something that a portal sealed which is older than the check value. */
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
 * Of a database without a key ring: nobody is in it yet (`nothing`), or DATA_KEY is the one that sealed there, or
 * `another` one did. Where people are in it and nothing is sealed, any is taken for the one: there are hashes.
 */
export async function begunWith(
  database: Database,
  dataKey: string,
): Promise<'nothing' | 'this' | 'another'> {
  const sealed = (await readKept(database, checkName)) ?? (await anySealed(database));
  if (sealed !== null) return opens(dataKey, sealed) ? 'this' : 'another';
  return (await database.read.person.findFirst({ select: { id: true } })) === null ? 'nothing' : 'this';
}
