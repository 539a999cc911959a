import { spawn } from 'node:child_process';
import { chmodSync, closeSync, openSync } from 'node:fs';
import { SteadyClient } from '../db/postgresql/steady-client.server';
import { privateFile } from '../files/private-files.server';
import { BackupFault } from './backup-fault';
import { isCounted } from './dump';
import type { Dumped, DumpPort } from './dump';

/** Runs one of PostgreSQL's own programs. The address of the database, which holds a password, is no argument. */
function run(program: string, args: string[], url: string): Promise<void> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const environment = {
    ...process.env,
    PGHOST: searchParams.get('host') ?? decodeURIComponent(hostname),
    PGPORT: port || '5432',
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    ...(searchParams.get('sslmode') && { PGSSLMODE: searchParams.get('sslmode') ?? '' }),
  };
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (bytes: Buffer) => (said = (said + bytes.toString()).slice(-2000)));
    child.on('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'ENOENT'
          ? new Error(`${program} is not installed: it comes with PostgreSQL’s client programs`)
          : error,
      ),
    );
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${program} failed: ${said.trim()}`)),
    );
  });
}

async function countedBy(client: SteadyClient): Promise<Dumped> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1`,
  );
  const tables: Record<string, number> = {};
  for (const { name } of rows.filter((row) => isCounted(row.name))) {
    const counted = await client.query<{ count: string }>(`SELECT count(*) AS count FROM "${name}"`);
    tables[name] = Number(counted.rows[0]?.count ?? 0);
  }
  const applied = await client.query<{ name: string }>(
    `SELECT "migration_name" AS name FROM "_prisma_migrations" ORDER BY 1`,
  );
  return { migrations: applied.rows.map(({ name }) => name), tables };
}

async function withClient<Result>(
  url: string,
  act: (client: SteadyClient) => Promise<Result>,
): Promise<Result> {
  const client = new SteadyClient({ connectionString: url });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

export function postgresqlDump(url: string): DumpPort {
  return {
    dump: (file) =>
      withClient(url, async (client) => {
        closeSync(openSync(file, 'wx', privateFile));
        // What is counted and what is copied are of one moment.
        await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
        const snapshot = await client.query<{ id: string }>('SELECT pg_export_snapshot() AS id');
        const id = snapshot.rows[0]?.id ?? '';
        await run('pg_dump', ['--format=custom', '--no-owner', `--snapshot=${id}`, `--file=${file}`], url);
        chmodSync(file, privateFile);
        const dumped = await countedBy(client);
        await client.query('COMMIT');
        return dumped;
      }),
    ensureEmpty: () =>
      withClient(url, async (client) => {
        const { rows } = await client.query<{ count: string }>(
          'SELECT count(*) AS count FROM pg_tables WHERE schemaname = current_schema()',
        );
        if (Number(rows[0]?.count ?? 0) > 0)
          throw new BackupFault(
            'This database holds tables already: name an empty one, nothing is overwritten',
          );
      }),
    restore: (file) =>
      run(
        'pg_restore',
        [
          `--dbname=${decodeURIComponent(new URL(url).pathname.slice(1))}`,
          '--no-owner',
          '--exit-on-error',
          file,
        ],
        url,
      ),
    counted: () => withClient(url, countedBy),
  };
}
