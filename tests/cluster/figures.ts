import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { ask } from './ask';
import type { Asking } from './ask';
import type { Cluster } from './cluster';
import type { Laid } from './fill';
import type { PostgresqlServer } from './postgresql';
import { signedIn } from '../load/votes';

/** Processor time of a process, in milliseconds (proc(5): ticks of 10 ms). */
function spentBy(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return 10 * (Number(fields[11]) + Number(fields[12]));
}

/** Of a server of PostgreSQL: what serves it now, and what of it has ended. */
async function spentByServer(server: PostgresqlServer): Promise<number> {
  const pids = readFileSync(`/proc/${server.pid()}/task/${server.pid()}/children`, 'utf8').trim().split(' ');
  const ended = readFileSync(`/proc/${server.pid()}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  const alive = pids.map((pid) => spentBy(Number(pid))).reduce((sum, each) => sum + each, 0);
  return alive + 10 * (Number(ended[13]) + Number(ended[14]));
}

type Act = (number: number) => Promise<Asking>;
const say = (line: string) => void process.stdout.write(`${line}\n`);
const atOnce = 4;

/** Milliseconds of processor for each act: of all portal processes, of the primary, of the standby; and half of the waits. */
async function measure(cluster: Cluster, name: string, { times, act }: { times: number; act: Act }) {
  const { pair, portals } = cluster;
  const spent = async () => [
    portals.reduce((sum, { child }) => sum + spentBy(child.pid), 0),
    await spentByServer(pair.primary),
    await spentByServer(pair.standby),
  ];
  const before = await spent();
  const begun = performance.now();
  const waits: number[] = [];
  let next = 0;
  let refused = 0;
  const row = async () => {
    for (let number = next++; number < times; number = next++) {
      const asking = await act(number);
      const since = performance.now();
      const { status } = await ask(asking);
      waits.push(performance.now() - since);
      if (status === 0 || status >= 400) refused += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, row));
  // What was put off is done, too.
  await pause(2500);
  const after = await spent();
  const each = after.map((now, index) => ((now - (before[index] ?? 0)) / times).toFixed(2));
  const half = waits.sort((one, other) => one - other)[Math.floor(waits.length / 2)] ?? 0;
  const seconds = (performance.now() - begun) / 1000;
  say(
    `${name}: portal ${each[0]} ms, primary ${each[1]} ms, standby ${each[2]} ms; half within ${half.toFixed(1)} ms; ${times} in ${seconds.toFixed(0)} s, ${refused} refused`,
  );
}

const tables = ['BallotPaper', 'Elector', 'Comment', 'Event', 'OutboxJob', 'Person', 'Session', 'Mail'];

/** What each act costs, and what lies on the disk for it. */
export async function measureCosts(cluster: Cluster, laid: Laid): Promise<void> {
  const { url } = cluster.balancer;
  const from = '127.0.0.9';
  const as = async (number: number) => {
    const voter = laid.voters[number];
    if (!voter) throw new Error('There are not so many voters');
    return signedIn(voter.token);
  };
  const proposal = (number: number) =>
    `${url}/proposals/${laid.proposalIds[number % laid.proposalIds.length]}`;
  const vote =
    (first: number): Act =>
    async (number) => ({
      ...{
        url: `${url}/ballots/${laid.ballotId}`,
        from: `127.1.${Math.floor(number / 200)}.${1 + (number % 200)}`,
      },
      ...(await as(first + number)),
      form: { intent: 'vote', [`answer.${laid.optionId}`]: 'yes' },
    });
  const kept: Act = () => Promise.resolve({ url: `${url}/proposals`, from });
  await measure(cluster, 'nothing (2.5 s and one page)', { times: 1, act: kept });
  await measure(cluster, 'kept page', { times: 3000, act: kept });
  const anew: Act = async (number) => ({ url: proposal(number), from, ...(await as(number)) });
  await measure(cluster, 'signed-in page made anew', { times: 300, act: anew });
  const { primary } = cluster.pair;
  for (const [turn, isSynchronous] of [true, false, true, false].entries()) {
    await primary.query(`ALTER SYSTEM SET synchronous_standby_names = '${isSynchronous ? 'standby' : ''}'`);
    await primary.query('SELECT pg_reload_conf()');
    await pause(500);
    const name = isSynchronous ? 'vote, on both disks' : 'vote, on one disk';
    await measure(cluster, name, { times: 300, act: vote(turn * 300) });
  }
  const comment: Act = async (number) => ({
    ...(await anew(number)),
    form: { intent: 'comment', body: `第${number}条意见：同意，夜里回家太黑。` },
  });
  await measure(cluster, 'comment', { times: 200, act: comment });
  for (const table of tables) {
    const [row] = await primary.query<{ bytes: number; n: number }>(
      `SELECT pg_total_relation_size('"${table}"')::float8 AS bytes, (SELECT count(*) FROM "${table}")::int AS n`,
    );
    if (row && row.n > 0)
      say(`${table}: ${(row.bytes / row.n).toFixed(0)} bytes a row with its indexes (${row.n} rows)`);
  }
}
