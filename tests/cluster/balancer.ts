import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import path from 'node:path';
import { programNamed, startProgram, until } from './programs';
import { freePort } from '../../scripts/postgresql-programs.mjs';

export interface Balancer {
  url: string;
  /** Whether the process of this number is asked, by its health. */
  isUp(number: number): Promise<boolean>;
  /** No further request goes to the process of this number; answers once none is under way there. */
  drain(number: number): Promise<void>;
  /** Requests go to the process of this number again, once it is ready. */
  admit(number: number): Promise<void>;
  stop(): Promise<void>;
}

/** What docs/scaling.md says of a balancer, as it is tried here. */
const frame = (socket: string, port: number, servers: (rest: (name: string) => string) => string) => `global
  maxconn 2000
  stats socket ${socket} mode 600 level admin

defaults
  mode http
  timeout connect 1s
  timeout client 30s
  timeout server 30s
  timeout queue 5s
  timeout check 1s
  option forwardfor
  option redispatch 1
  retries 2

frontend portal
  bind 127.0.0.1:${port}
  use_backend files if { path_beg /assets/ }
  default_backend portals

backend portals
  balance roundrobin
  option httpchk GET /readyz
  http-check expect status 200
  # What only reads is asked of another process where one fails; what changes something is sent once.
  retry-on conn-failure empty-response response-timeout 503
  http-request disable-l7-retry unless METH_GET
  default-server inter 500ms fall 3 rise 2 on-marked-down shutdown-sessions
${servers(() => 'check')}

# While two versions run side by side, a page of one names files that only the processes of its version have.
backend files
  balance roundrobin
  retry-on conn-failure empty-response 404
  retries 4
${servers((name) => `track portals/${name}`)}
`;

const nameOf = (number: number) => `portal${number}`;

/** HAProxy before the processes at these ports, on the loopback address. */
export async function startBalancer(home: string, ports: readonly number[]): Promise<Balancer> {
  const port = await freePort();
  const socket = path.join(home, 'balancer.sock');
  const servers = (rest: (name: string) => string) =>
    ports
      .map((each, index) => `  server ${nameOf(index)} 127.0.0.1:${each} ${rest(nameOf(index))}`)
      .join('\n');
  const file = path.join(home, 'balancer.cfg');
  writeFileSync(file, frame(socket, port, servers));
  const program = startProgram({
    home,
    name: 'balancer',
    command: [programNamed('haproxy'), '-db', '-f', file],
  });
  const say = (words: string) => {
    const connection = connect(socket);
    connection.end(`${words}\n`);
    return text(connection);
  };
  const fieldOf = async (number: number, name: string) => {
    const [head = '', ...lines] = (await say('show stat')).split('\n');
    const names = head.replace(/^# /, '').split(',');
    const line = lines.find((each) => each.startsWith(`portals,${nameOf(number)},`));
    return line?.split(',')[names.indexOf(name)] ?? '';
  };
  const isUp = async (number: number) => (await fieldOf(number, 'status')).startsWith('UP');
  await until(
    'HAProxy asks all processes',
    async () => {
      const all = await Promise.all(ports.map((_, number) => isUp(number)));
      return all.every(Boolean);
    },
    { log: program.log },
  );
  return {
    url: `http://127.0.0.1:${port}`,
    isUp,
    drain: async (number) => {
      await say(`set server portals/${nameOf(number)} state drain`);
      await until('no request is under way', async () => (await fieldOf(number, 'scur')) === '0');
    },
    admit: async (number) => {
      await say(`set server portals/${nameOf(number)} state ready`);
      await until('the process is asked again', () => isUp(number));
    },
    stop: () => program.end('SIGTERM'),
  };
}
