import type { Pool } from 'pg';

/**
 * Ids, codes and numbers are compared as texts ("in this area or below" is a range), by the values of their
 * characters. A database made with a language's order (Debian's default) has digits before `~` or behind it as that
 * language likes: so every column of text has the order of its characters, whatever the database was made with.
 */
const otherwise = `SELECT c."table_name", c."column_name" FROM information_schema.columns c
  JOIN information_schema.tables t USING ("table_schema", "table_name")
  WHERE c."table_schema" = current_schema() AND t."table_type" = 'BASE TABLE' AND t."table_name" <> '_prisma_migrations'
    AND c."data_type" = 'text' AND c."collation_name" IS DISTINCT FROM 'C'`;

/** Gives every column of text the order of its characters. Run after each migration: what it made is included. */
export const orderByCharacters = `DO $$ DECLARE one record; BEGIN
  FOR one IN SELECT "table_name", string_agg(format('ALTER COLUMN %I TYPE text COLLATE "C"', "column_name"), ', ') AS "changes"
    FROM (${otherwise}) AS "columns" GROUP BY "table_name"
  LOOP EXECUTE format('ALTER TABLE %I %s', one."table_name", one."changes"); END LOOP;
END $$`;

/** Refuses to serve from a database where areas would not be found. */
export async function checkOrder(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ table_name: string; column_name: string }>({
    text: `${otherwise} LIMIT 5`,
  });
  if (rows.length === 0) return;
  const names = rows.map((row) => `${row.table_name}.${row.column_name}`).join(', ');
  throw new Error(
    `The database compares codes by the order of a language (${names} …): areas would not be found. ` +
      'Run `gongzhi migrate`, which sets the order of characters.',
  );
}
