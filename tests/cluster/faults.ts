import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Cluster } from './cluster';
import { until } from './programs';
import { isReady, startPortal } from './portals';

const portalOf = ({ portals }: Cluster, number: number) => {
  const portal = portals[number];
  if (!portal) throw new Error(`There is no process ${number}`);
  return portal;
};

async function startAnew(cluster: Cluster, number: number, build: string): Promise<void> {
  const portal = startPortal(cluster.home, portalOf(cluster, number).place, { build, command: 'serve' });
  cluster.portals[number] = portal;
  await isReady(portal);
}

/** One process is gone from one moment to the next, and is started again. */
export async function killProcess(cluster: Cluster, build: string): Promise<void> {
  await portalOf(cluster, 0).end('SIGKILL');
  await pause(1000);
  await startAnew(cluster, 0, build);
  await until('it is asked again', () => cluster.balancer.isUp(0));
}

/** One process no longer reaches the database, for some seconds; answers after how many it is asked no more. */
export async function cutOff(cluster: Cluster): Promise<number> {
  const begun = performance.now();
  cluster.link.cut();
  await until('it is asked no more', async () => !(await cluster.balancer.isUp(2)));
  const seconds = (performance.now() - begun) / 1000;
  await pause(6000);
  cluster.link.mend();
  await until('it is asked again', () => cluster.balancer.isUp(2), { log: portalOf(cluster, 2).log });
  return seconds;
}

/**
 * The primary fails, and an operator makes the standby the primary and leads the pooler to it; answers the seconds from
 * the failure until the portal takes writes again.
 */
export async function failOver(cluster: Cluster): Promise<number> {
  const { pair, pooler, balancer } = cluster;
  const begun = performance.now();
  pair.primary.kill();
  await pair.promote();
  await pooler.leadTo(pair.standby.port);
  // Being ready includes a row that is written.
  await Promise.all(cluster.portals.map(isReady));
  const seconds = (performance.now() - begun) / 1000;
  await until('every process is asked again', async () => {
    const up = await Promise.all(cluster.portals.map((_, number) => balancer.isUp(number)));
    return up.every(Boolean);
  });
  return seconds;
}

/**
 * A folder of its own with the same build, whose style sheet has another name, as that of another version has. The files
 * of the version before stay beside its own, as docs/scaling.md says: whoever has a page of it still asks for them.
 */
export function nextBuild(build: string): string {
  const next = `${build}/cluster-next`;
  rmSync(next, { recursive: true, force: true });
  for (const part of ['cli', 'server', 'client'])
    cpSync(path.join(build, part), path.join(next, part), { recursive: true });
  const assets = path.join(next, 'client/assets');
  const sheet = readdirSync(assets).find((name) => /^app-.*\.css$/.test(name));
  if (!sheet) throw new Error('The build has no style sheet');
  const renamed = sheet.replace(/\.css$/, '-next.css');
  cpSync(path.join(assets, sheet), path.join(assets, renamed));
  for (const folder of [path.join(next, 'server'), assets])
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((each) =>
      each.endsWith('.js'),
    )) {
      const file = path.join(folder, name);
      const text = readFileSync(file, 'utf8');
      if (text.includes(sheet)) writeFileSync(file, text.replaceAll(sheet, renamed));
    }
  return next;
}

/** Each process in turn gets no more requests, ends, and is started from the new build. */
export async function rollOver(cluster: Cluster, next: string): Promise<void> {
  for (const number of cluster.portals.keys()) {
    await cluster.balancer.drain(number);
    await portalOf(cluster, number).end('SIGTERM');
    await startAnew(cluster, number, next);
    await cluster.balancer.admit(number);
  }
}
