import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { ServerBuild } from '@remix-run/node';
import { testDatabase } from './database';
import { openServices } from '~/http/server/services.server';
import type { Services } from '~/http/server/services.server';
import { createApp } from '~/http/server/server.server';
import { listen } from '~/http/server/listen.server';
import { readConfiguration } from '~/platform/configuration.server';
import type { Clock } from '~/platform/clock';
import type { Worker } from '~/platform/jobs/worker.server';

export interface TestPortal {
  services: Services;
  url: string;
  worker: Worker;
  /** Asks like a browser on a page of the portal, without following redirects. */
  ask(path: string, options?: RequestInit): Promise<Response>;
  /** Stops listening, and answers once the requests under way are done. */
  stop(): Promise<void>;
  dispose(): Promise<void>;
}

const standingWorker: Worker = { alive: () => true, stop: () => Promise.resolve() };

/**
 * The whole server around the given Remix build, on a port and a database of its own. By the clock of the machine, where
 * none is given: whoever tells days or months by name gives one.
 */
export async function testPortal(
  build: ServerBuild,
  environment: Record<string, string> = {},
  clock?: Clock,
): Promise<TestPortal> {
  const test = await testDatabase();
  const portal = await portalOn(test.url, build, { environment, clock });
  const dispose = () => portal.dispose().then(() => test.dispose());
  return { ...portal, dispose };
}

/** Another process of the portal, on a database that there is already. */
export async function portalOn(
  databaseUrl: string,
  build: ServerBuild,
  { environment = {}, clock }: { environment?: Record<string, string>; clock?: Clock | undefined } = {},
): Promise<TestPortal> {
  const keys = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-keys-'));
  const configuration = readConfiguration({
    LOG_LEVEL: 'silent',
    BALLOT_KEYS_DIRECTORY: keys,
    LOG_KEY_DIRECTORY: path.join(keys, 'log'),
    ...environment,
    DATABASE_URL: databaseUrl,
  });
  const services = await openServices(configuration, clock);
  const worker = { ...standingWorker };
  const app = createApp({ services, worker, build, clientDirectory: null, vite: null });
  const { server, stop } = await listen(app, { host: '127.0.0.1', port: 0 });
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    services,
    url,
    worker,
    ask: (path, options = {}) =>
      fetch(url + path, {
        redirect: 'manual',
        ...options,
        headers: {
          Origin: url,
          'Accept-Encoding': 'identity',
          ...(options.headers as Record<string, string> | undefined),
        },
      }),
    stop,
    dispose: async () => {
      await stop();
      await services.database.close();
      rmSync(keys, { recursive: true, force: true });
    },
  };
}
