import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startBalancer } from './balancer';
import type { Balancer } from './balancer';
import { openLink } from './link';
import type { Link } from './link';
import { startPooler } from './pooler';
import type { Pooler } from './pooler';
import { isReady, sharedEnvironment, startPortal } from './portals';
import type { PortalProcess, Started } from './portals';
import { startPair } from './postgresql';
import type { Pair } from './postgresql';
import { freePort } from '../../scripts/postgresql-programs.mjs';
import { startMailServer } from '../e2e/setup/mail-server';
import type { MailServer } from '../e2e/setup/mail-server';
import { startObjectStore } from '../setup/object-store';
import type { ObjectStore } from '../setup/object-store';

export interface Cluster {
  home: string;
  pair: Pair;
  pooler: Pooler;
  balancer: Balancer;
  mail: MailServer;
  objects: ObjectStore;
  /** The processes of the portal; one that was started anew takes its place. */
  portals: PortalProcess[];
  /** The way of the last process to the database. */
  link: Link;
  environment: Record<string, string>;
  stop(): Promise<void>;
}

const processes = 3;

export interface Wanted extends Started {
  /** What is done between the first process, which migrates, and the others. */
  prepare?: (made: { url: string; environment: Record<string, string> }) => Promise<void>;
}

/** Everything that a portal of several processes stands on, on the loopback address and in one folder that goes with it. */
export async function startCluster(wanted: Wanted): Promise<Cluster> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-cluster-'));
  // PostgreSQL and PgBouncer run as another user where this is root.
  chmodSync(home, 0o777);
  const ends: (() => unknown)[] = [() => rmSync(home, { recursive: true, force: true })];
  const stop = async () => {
    for (const end of ends.splice(0).reverse()) await Promise.resolve(end()).catch(() => undefined);
  };
  try {
    return { ...(await startAll(home, wanted, ends)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startAll(home: string, wanted: Wanted, ends: (() => unknown)[]) {
  const pair = await startPair(home);
  ends.push(pair.primary.stop, pair.standby.stop);
  const pooler = await startPooler(home, pair.primary.port);
  ends.push(pooler.stop);
  const link = await openLink(pooler.port);
  ends.push(link.stop);
  const mail = await startMailServer();
  ends.push(mail.stop);
  const objects = await startObjectStore();
  ends.push(objects.stop);
  const environment = {
    ...sharedEnvironment(home),
    SMTP_URL: mail.url,
    FILES_S3: objects.url,
    DATABASE_URL: pooler.url,
    DATABASE_DIRECT_URL: pooler.sessionUrl,
  };
  const portals = await startPortals(home, { wanted, environment, link, ends });
  const balancer = await startBalancer(
    home,
    portals.map(({ place }) => place.port),
  );
  ends.push(balancer.stop);
  return { home, pair, pooler, balancer, mail, objects, portals, link, environment };
}

interface Base {
  wanted: Wanted;
  environment: Record<string, string>;
  link: Link;
  ends: (() => unknown)[];
}

async function startPortals(home: string, { wanted, environment, link, ends }: Base) {
  const throughLink = (url: string) => Object.assign(new URL(url), { port: String(link.port) }).toString();
  const places = [];
  for (let number = 0; number < processes; number += 1) {
    const last = number === processes - 1;
    const own = {
      DATABASE_URL: throughLink(environment.DATABASE_URL ?? ''),
      DATABASE_DIRECT_URL: throughLink(environment.DATABASE_DIRECT_URL ?? ''),
    };
    places.push({ number, port: await freePort(), environment: { ...environment, ...(last && own) } });
  }
  const portals: PortalProcess[] = [];
  ends.push(() => Promise.all(portals.map((portal) => portal.end('SIGTERM'))));
  const [first, ...others] = places;
  if (first) portals.push(startPortal(home, first, wanted));
  // The demo is laid by one process; migrations would wait for each other.
  await Promise.all(portals.map(isReady));
  await wanted.prepare?.({ url: environment.DATABASE_URL ?? '', environment });
  for (const place of others) portals.push(startPortal(home, place, wanted));
  await Promise.all(portals.map(isReady));
  return portals;
}
