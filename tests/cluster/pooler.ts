import { writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { programNamed, startProgram, until } from './programs';
import { freePort } from '../../scripts/postgresql-programs.mjs';

export interface Pooler {
  port: number;
  /** Lends connections for single transactions. */
  url: string;
  /** Lends connections for sessions, and goes to the same server: what listens follows a promoted standby as well. */
  sessionUrl: string;
  /** Leads all to the server at this port from now on. */
  leadTo(serverPort: number): Promise<void>;
  stop(): Promise<void>;
}

const user = 'gongzhi';

function configuration(home: string, port: number, serverPort: number): string {
  const server = `host=127.0.0.1 port=${serverPort} dbname=postgres`;
  return `[databases]
gongzhi = ${server}
gongzhi_session = ${server} pool_mode=session

[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = trust
auth_file = ${path.join(home, 'pooler-users.txt')}
admin_users = ${user}
pool_mode = transaction
max_client_conn = 500
default_pool_size = 20
; A server that is gone is asked again after a second, not after fifteen.
server_login_retry = 1
server_connect_timeout = 2
; Whoever waits longer for a server is told so.
query_wait_timeout = 5
`;
}

/** PgBouncer in front of one server, on the loopback address. */
export async function startPooler(home: string, serverPort: number): Promise<Pooler> {
  const port = await freePort();
  const file = path.join(home, 'pooler.ini');
  writeFileSync(path.join(home, 'pooler-users.txt'), `"${user}" ""\n`);
  writeFileSync(file, configuration(home, port, serverPort));
  // It refuses to run as root, as PostgreSQL does.
  const as = process.getuid?.() === 0 ? ['-u', 'postgres'] : [];
  const command = [programNamed('pgbouncer'), ...as, file] as const;
  const program = startProgram({ home, name: 'pooler', command });
  const base = `postgresql://${user}@127.0.0.1:${port}`;
  const ask = async (database: string, text: string) => {
    const client = new pg.Client({ connectionString: `${base}/${database}` });
    await client.connect();
    await client.query(text).finally(() => client.end());
  };
  await until('PgBouncer answers', () => ask('gongzhi', 'SELECT 1').then(() => true), { log: program.log });
  return {
    port,
    url: `${base}/gongzhi`,
    sessionUrl: `${base}/gongzhi_session`,
    leadTo: async (serverPort) => {
      writeFileSync(file, configuration(home, port, serverPort));
      await ask('pgbouncer', 'RELOAD');
    },
    stop: () => program.end('SIGTERM'),
  };
}
