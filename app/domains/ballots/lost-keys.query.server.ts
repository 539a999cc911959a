import type { Database } from '~/platform/db/database.server';
import { readKeyFile } from '~/platform/files/key-files.server';

/** Ballots that take votes now and whose key does not lie in the directory: nobody can vote in them. Only looks. */
export async function ballotsWithoutKey({ read }: Database, directory: string): Promise<string[]> {
  const open = await read.ballot.findMany({
    where: { keyCheck: { not: null }, sealedSecret: null },
    orderBy: { id: 'asc' },
    take: 500,
    select: { id: true },
  });
  return open.filter(({ id }) => readKeyFile(directory, id) === null).map(({ id }) => id);
}
