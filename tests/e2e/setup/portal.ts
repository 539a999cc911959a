import { cpSync, copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inject } from 'vitest';
import { buildDirectory, readBuild } from './addresses';
import { startMailServer } from './mail-server';
import type { MailServer } from './mail-server';
import { listen } from '~/http/server/listen.server';
import { createApp } from '~/http/server/server.server';
import { openServices, workerPorts } from '~/http/server/services.server';
import type { Services } from '~/http/server/services.server';
import { readConfiguration } from '~/platform/configuration.server';
import { startWorker } from '~/platform/jobs/worker.server';
import type { Worker } from '~/platform/jobs/worker.server';

export interface Portal {
  url: string;
  services: Services;
  mail: MailServer;
  /** Lets the portal's clock jump ahead; it keeps running. */
  advance(milliseconds: number): void;
  now(): Date;
  stop(): Promise<void>;
}

/** For tests that watch what requests do and nothing else. */
const standingWorker: Worker = { alive: () => true, stop: () => Promise.resolve() };

/** A free port: the portal has to know its address before it listens. */
export async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

interface Serving {
  work?: boolean;
  /** Where the files of pages lie. */
  client?: string;
}

/** Waits until the story of the demo is told (`global-setup.ts`). */
async function demoTold(): Promise<void> {
  const demo = inject('demoDatabase');
  while (!existsSync(`${demo}.told`)) {
    if (existsSync(`${demo}.failed`)) throw new Error(readFileSync(`${demo}.failed`, 'utf8'));
    await pause(100);
  }
}

/** The production build on a copy of the demo community, with real mail and a clock that can be moved ahead. */
export async function startPortal(
  environment: Record<string, string> = {},
  serving: Serving = {},
): Promise<Portal> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-e2e-portal-'));
  const { files, keys, file } = placesIn(folder);
  await demoTold();
  copyFileSync(inject('demoDatabase'), file);
  if (existsSync(inject('demoFiles'))) cpSync(inject('demoFiles'), files, { recursive: true });
  if (existsSync(inject('demoBallotKeys'))) cpSync(inject('demoBallotKeys'), keys, { recursive: true });
  return servePortal(folder, { DEMO_MODE: 'true', ENDORSEMENT_THRESHOLD: '3', ...environment }, serving);
}

const placesIn = (folder: string) => ({
  file: path.join(folder, 'portal.sqlite'),
  files: path.join(folder, 'files'),
  keys: path.join(folder, 'ballot-keys'),
});

/** Where a portal keeps what is its own, as its configuration says it. */
export function environmentIn(folder: string): Record<string, string> {
  const { file, files, keys } = placesIn(folder);
  return {
    DATABASE_URL: `file:${file}`,
    FILES_DIRECTORY: files,
    BALLOT_KEYS_DIRECTORY: keys,
    LOG_KEY_DIRECTORY: path.join(keys, 'log'),
  };
}

/** The production build over what the folder holds; the folder goes when the portal is stopped. */
export async function servePortal(
  folder: string,
  environment: Record<string, string>,
  { work = true, client = path.join(buildDirectory, 'client') }: Serving = {},
): Promise<Portal> {
  const mail = await startMailServer();
  const configuration = readConfiguration({
    ...environmentIn(folder),
    PORT: String(await freePort()),
    SMTP_URL: mail.url,
    RATE_LIMITS: 'false',
    LOG_LEVEL: 'error',
    ...environment,
  });
  let ahead = 0;
  const clock = { now: () => new Date(Date.now() + ahead) };
  const services = await openServices(configuration, clock);
  const worker = work ? startWorker(workerPorts(services)) : standingWorker;
  const app = createApp({
    services,
    worker,
    vite: null,
    build: await readBuild(),
    clientDirectory: client,
  });
  const { stop } = await listen(app, configuration);
  return {
    url: configuration.publicUrl,
    services,
    mail,
    advance: (milliseconds) => void (ahead += milliseconds),
    now: () => clock.now(),
    stop: async () => {
      await stop();
      await worker.stop();
      await services.database.close();
      await mail.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
