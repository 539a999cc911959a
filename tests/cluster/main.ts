import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { whatIsWrong } from './checks';
import { startCluster } from './cluster';
import type { Cluster } from './cluster';
import { cutOff, failOver, killProcess, nextBuild, rollOver } from './faults';
import { measureCosts } from './figures';
import { layPeopleAndMatters } from './fill';
import type { Laid } from './fill';
import { People } from './load';
import type { Load } from './load';

const say = (line: string) => void process.stdout.write(`${line}\n`);
const build = path.resolve(process.env.GONGZHI_BUILD_DIRECTORY ?? 'build');

function sayRates({ phases }: Load): void {
  say('Error rates, as people met them behind the balancer (failed / asked):');
  for (const [name, counts] of phases) {
    const parts = Object.entries(counts).map(([kind, { asked, failed }]) => {
      const share = asked === 0 ? 0 : (100 * failed) / asked;
      return `${kind} ${failed}/${asked} (${share.toFixed(1)} %)`;
    });
    say(`  ${name}: ${parts.join(', ')}`);
  }
}

async function everyFault(cluster: Cluster, load: Load): Promise<void> {
  load.phase('no fault');
  await pause(4000);
  load.phase('a process killed');
  await killProcess(cluster, build);
  load.phase('a process cut off');
  say(`Cut off: asked no more after ${(await cutOff(cluster)).toFixed(1)} s`);
  load.phase('the primary killed');
  say(`Failover: every process wrote again after ${(await failOver(cluster)).toFixed(1)} s`);
  await pause(1000);
  load.phase('rolling restart');
  await rollOver(cluster, nextBuild(build));
  load.phase('after all');
  await pause(2000);
}

/** A cluster with people and matters in it, which is stopped when `act` is done. */
async function withPeople<Result>(act: (cluster: Cluster, laid: Laid) => Promise<Result>): Promise<Result> {
  const made: { laid?: Laid } = {};
  const cluster = await startCluster({
    ...{ build, command: 'serve' },
    prepare: async (ports) => {
      made.laid = await layPeopleAndMatters(ports, { voters: 3000, due: 20, dueSeconds: 60 });
    },
  });
  try {
    if (!made.laid) throw new Error('Nothing was laid');
    return await act(cluster, made.laid);
  } finally {
    await cluster.stop();
  }
}

async function runFaults(): Promise<number> {
  return withPeople(async (cluster, laid) => {
    const load = new People(cluster.balancer.url, laid);
    await everyFault(cluster, load);
    await load.end();
    sayRates(load);
    const { seen } = load;
    const wrong = await whatIsWrong({
      ...{ server: cluster.pair.standby, laid, seen, mail: cluster.mail },
      recurring: { 'ballots.due': 3, 'conversations.due': 5, 'log.append': 10, 'search.fill': 60 },
    });
    say(
      `Acknowledged: ${seen.voted.size} votes, ${seen.comments.size} comments, ${seen.registered.size} registrations`,
    );
    for (const line of wrong.slice(0, 40)) say(`WRONG: ${line}`);
    say(
      wrong.length === 0
        ? 'Nothing lost, nothing twice, nothing of others shown'
        : `${wrong.length} faults found`,
    );
    return wrong.length === 0 ? 0 : 1;
  });
}

async function stayUp(): Promise<number> {
  const cluster = await startCluster({ build, command: 'start' });
  say(`The portal, behind HAProxy: ${cluster.balancer.url}/`);
  for (const { place, child } of cluster.portals)
    say(`  process ${place.number}: http://127.0.0.1:${place.port}/ (pid ${child.pid})`);
  say(`PgBouncer: ${cluster.pooler.url} (sessions: ${cluster.pooler.sessionUrl})`);
  say(`PostgreSQL: primary ${cluster.pair.primary.url}, standby ${cluster.pair.standby.url}`);
  say(`Mail: ${cluster.mail.url}; files: ${cluster.objects.url}; logs and configurations: ${cluster.home}`);
  say('Ctrl+C stops everything and removes it');
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await cluster.stop();
  return 0;
}

async function runAsAsked(): Promise<number> {
  if (process.argv.includes('--faults')) return runFaults();
  if (process.argv.includes('--figures')) return withPeople(measureCosts).then(() => 0);
  return stayUp();
}

process.exitCode = await runAsAsked();
// What a program that is gone left open in this one holds it no longer.
process.exit();
