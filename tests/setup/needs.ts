declare module 'vitest' {
  interface TaskMeta {
    /** What the machine or the run lacks that a test needs. */
    lacks?: string;
  }
}

interface Needs {
  skip?: true;
  meta: { lacks?: string };
}

/** Options of a test or a group that needs something: without it they are skipped, and the run's end says so and why. */
export const needs = (present: boolean, lacks: string): Needs =>
  present ? { meta: {} } : { skip: true, meta: { lacks } };

const onPostgresqlNow = process.env.DATABASE_URL?.startsWith('postgres') ?? false;

/** Of what only PostgreSQL does; skipped where DATABASE_URL names no server. */
export const onPostgresql = needs(onPostgresqlNow, 'PostgreSQL (it is about PostgreSQL alone)');

/** Of what only SQLite does; skipped where DATABASE_URL names a server. */
export const onSqlite = needs(!onPostgresqlNow, 'SQLite (it is about SQLite alone)');
