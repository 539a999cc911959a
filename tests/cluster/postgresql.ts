import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { until } from './programs';
import { findPostgresql, freePort, runAsServer } from '../../scripts/postgresql-programs.mjs';

export interface PostgresqlServer {
  port: number;
  url: string;
  pid(): number;
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  /** As when the machine fails: nothing is written any more, nobody is told. */
  kill(): void;
  stop(): void;
}

export interface Pair {
  primary: PostgresqlServer;
  standby: PostgresqlServer;
  /** Makes the standby the primary; answers once it takes writes. */
  promote(): Promise<void>;
}

const user = 'gongzhi';

function programs(): string {
  const found = findPostgresql();
  if (!found) throw new Error('No PostgreSQL server is installed (Debian: apt-get install postgresql)');
  return found;
}

function serverIn(data: string, port: number): PostgresqlServer {
  const url = `postgresql://${user}@127.0.0.1:${port}/postgres`;
  let isGone = false;
  const pid = () => Number(readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
  return {
    port,
    url,
    pid,
    query: async (text, values = []) => {
      const client = new pg.Client({ connectionString: url });
      client.on('error', () => undefined);
      await client.connect();
      try {
        return (await client.query(text, values)).rows;
      } finally {
        await client.end();
      }
    },
    kill: () => {
      isGone = true;
      const parent = pid();
      // Its children end by themselves when they find their parent gone; those under way are ended with it.
      const children = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim().split(' ');
      for (const each of [parent, ...children].filter(Boolean)) process.kill(Number(each), 'SIGKILL');
    },
    stop: () => {
      if (isGone) return;
      isGone = true;
      runAsServer([path.join(programs(), 'pg_ctl'), '-D', data, '-m', 'immediate', '-w', 'stop']);
    },
  };
}

async function startServer(home: string, name: string): Promise<PostgresqlServer> {
  const data = path.join(home, name);
  const port = await freePort();
  const options = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'wal_level=replica',
    'max_wal_senders=5',
    'hot_standby=on',
    'wal_receiver_timeout=5s',
    'wal_sender_timeout=5s',
  ].map((option) => `-c ${option}`);
  const control = path.join(programs(), 'pg_ctl');
  const words = ['-D', data, '-l', path.join(home, `${name}.log`)];
  runAsServer([control, ...words, '-o', `-p ${port} ${options.join(' ')}`, '-w', 'start']);
  return serverIn(data, port);
}

/**
 * A primary and a standby that streams from it. A commit is told to be done only when both have it on their disks, so
 * that the standby can take the primary's place without losing anything that was told.
 */
export async function startPair(home: string): Promise<Pair> {
  const binaries = programs();
  const [primaryData, standbyData] = [path.join(home, 'primary'), path.join(home, 'standby')];
  const initdb = [path.join(binaries, 'initdb'), '-D', primaryData, '-U', user, '-A', 'trust'];
  runAsServer([...initdb, '-E', 'UTF8', '--locale=C', '-N']);
  const primary = await startServer(home, 'primary');
  const copy = [path.join(binaries, 'pg_basebackup'), '-D', standbyData, '-R', '-c', 'fast', '-X', 'stream'];
  runAsServer([...copy, '-d', `${primary.url}?application_name=standby`]);
  const standby = await startServer(home, 'standby');
  // After the copy: the standby waits for nobody once it is the primary.
  await primary.query(`ALTER SYSTEM SET synchronous_standby_names = 'standby'`);
  await primary.query('SELECT pg_reload_conf()');
  await until('the standby follows synchronously', async () => {
    const rows = await primary.query<{ sync_state: string }>('SELECT sync_state FROM pg_stat_replication');
    return rows.some(({ sync_state }) => sync_state === 'sync');
  });
  return {
    primary,
    standby,
    promote: async () => {
      runAsServer([path.join(binaries, 'pg_ctl'), '-D', standbyData, '-w', 'promote']);
      await until('the standby takes writes', async () => {
        const [row] = await standby.query<{ waits: boolean }>('SELECT pg_is_in_recovery() AS waits');
        return row?.waits === false;
      });
    },
  };
}
