import { createHash, randomUUID } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { Database } from '~/platform/db/database.server';
import { migrate } from '~/platform/db/migrate.server';
import { openDatabase } from '~/platform/db/open-database.server';

export interface TestDatabase {
  database: Database;
  url: string;
  dispose(): Promise<void>;
}

function schemaHash(engine: string): string {
  const home = path.resolve('prisma/migrations', engine);
  const hash = createHash('sha256');
  for (const name of readdirSync(home).sort()) {
    const file = path.join(home, name, 'migration.sql');
    if (existsSync(file)) hash.update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}

const folder = path.join(os.tmpdir(), 'gongzhi-tests');
const oneDay = 86_400_000;

/** Removes what killed runs and older schemas left behind. */
function removeLeftOver(): void {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (existsSync(file) && Date.now() - statSync(file).mtimeMs > oneDay) rmSync(file, { force: true });
  }
}

async function sqliteCopy(): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const base = path.join(folder, `base-${schemaHash('sqlite')}.sqlite`);
  if (!existsSync(base)) {
    removeLeftOver();
    const fresh = `${base}.${randomUUID()}`;
    await migrate(`file:${fresh}`);
    rmSync(`${fresh}-wal`, { force: true });
    renameSync(fresh, base);
  }
  const copy = path.join(folder, `${randomUUID()}.sqlite`);
  copyFileSync(base, copy);
  return copy;
}

async function asAdministrator(url: string, statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

async function postgresqlCopy(url: string): Promise<string> {
  const template = `gongzhi_base_${schemaHash('postgresql')}`;
  const at = (name: string) => {
    const target = new URL(url);
    target.pathname = `/${name}`;
    return target.toString();
  };
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const name = `gongzhi_${randomUUID().replaceAll('-', '')}`;
  try {
    await client.query('SELECT pg_advisory_lock(72707370)');
    const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
    if (known.rowCount === 0) {
      const unfinished = `${template}_unfinished`;
      await client.query(`DROP DATABASE IF EXISTS ${unfinished}`);
      await client.query(`CREATE DATABASE ${unfinished}`);
      await migrate(at(unfinished));
      await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${template}`);
    }
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  } finally {
    await client.end();
  }
  return at(name);
}

/** A migrated database of one test's own: a copied file, or a copied PostgreSQL database where DATABASE_URL names a server. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = process.env.DATABASE_URL;
  if (server?.startsWith('postgres')) {
    const url = await postgresqlCopy(server);
    const database = await openDatabase({ url });
    const name = new URL(url).pathname.slice(1);
    return {
      database,
      url,
      dispose: async () => {
        await database.close();
        await asAdministrator(server, [`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`]);
      },
    };
  }
  const file = await sqliteCopy();
  const url = `file:${file}`;
  const database = await openDatabase({ url });
  return {
    database,
    url,
    dispose: async () => {
      await database.close();
      for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
    },
  };
}
