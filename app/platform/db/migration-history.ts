export interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/** What applying needs of a database, the same for both engines; each is open to one process at a time. */
export interface MigrationPort {
  begin(): Promise<void>;
  exec(sql: string): Promise<void>;
  /** Sets what holds for all tables, those that a migration made and those of older versions. */
  settle(): Promise<void>;
  applied(): Promise<Map<string, string>>;
  record(migration: Migration): Promise<void>;
  commit(): Promise<void>;
  close(): Promise<void>;
}

/** Prisma's own table, so that `prisma migrate deploy` continues where a network exists. */
export const historyTable = {
  sqlite: `CREATE TABLE IF NOT EXISTS "_prisma_migrations" ("id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL,
    "finished_at" DATETIME, "migration_name" TEXT NOT NULL, "logs" TEXT, "rolled_back_at" DATETIME,
    "started_at" DATETIME NOT NULL DEFAULT current_timestamp, "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`,
  postgresql: `CREATE TABLE IF NOT EXISTS "_prisma_migrations" ("id" VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ, "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT,
    "rolled_back_at" TIMESTAMPTZ, "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`,
};

export const readHistory =
  'SELECT "migration_name", "checksum" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL';
export const writeHistory = `INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name", "started_at", "applied_steps_count")`;

export interface HistoryRow {
  migration_name: string;
  checksum: string;
}

export function asMap(rows: HistoryRow[]): Map<string, string> {
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

/** Writes a row without changing it: what fails here fails for everybody. */
export const probeStatement = `UPDATE "_prisma_migrations" SET "logs" = "logs" WHERE "id" = (SELECT MIN("id") FROM "_prisma_migrations")`;
