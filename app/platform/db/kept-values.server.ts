import type { Database, Reads } from './database.server';

/** A value of the whole portal by its name, or null. */
export async function readKept(database: Reads, name: string): Promise<string | null> {
  const [row] = await database.sql.all<{ value: string }>(
    'SELECT "value" FROM "KeptValue" WHERE "name" = ?',
    [name],
  );
  return row?.value ?? null;
}

export async function writeKept(database: Database, name: string, value: string): Promise<void> {
  await database.transaction((tx) =>
    tx.sql.run(
      `INSERT INTO "KeptValue" ("name", "value") VALUES (?, ?)
       ON CONFLICT ("name") DO UPDATE SET "value" = excluded."value"`,
      [name, value],
    ),
  );
}

/** Keeps the value where none is kept yet; answers the one that is. */
export async function keepFirst(database: Database, name: string, value: string): Promise<string> {
  await database.transaction((tx) =>
    tx.sql.run('INSERT INTO "KeptValue" ("name", "value") VALUES (?, ?) ON CONFLICT ("name") DO NOTHING', [
      name,
      value,
    ]),
  );
  return (await readKept(database, name)) ?? value;
}
