import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import type { ViteDevServer } from 'vite';
import { listen } from '~/http/server/listen.server';
import { createApp } from '~/http/server/server.server';
import { signingLogKey } from '~/domains/ledger/index.server';
import { openServices, workerPorts } from '~/http/server/services.server';
import type { Services } from '~/http/server/services.server';
import { ensureProductionReady } from '~/platform/production-ready.server';
import type { Configuration } from '~/platform/configuration.server';
import { migrate } from '~/platform/db/migrate.server';
import { startWorker } from '~/platform/jobs/worker.server';

export type ServeMode = 'demo' | 'production' | 'development';

interface Pages {
  build: ServerBuild | (() => Promise<ServerBuild>);
  clientDirectory: string | null;
  vite: ViteDevServer | null;
}

async function builtPages(): Promise<Pages> {
  const directory = path.resolve(process.env.GONGZHI_BUILD_DIRECTORY ?? 'build');
  const file = path.join(directory, 'server/index.js');
  if (!existsSync(file)) throw new Error('The portal is not built yet: run `npm run build` first');
  const build = (await import(pathToFileURL(file).href)) as ServerBuild;
  return { build, clientDirectory: path.join(directory, 'client'), vite: null };
}

async function changingPages(): Promise<Pages> {
  const { createServer } = await import('vite');
  const vite = await createServer({ server: { middlewareMode: true } });
  const build = () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>;
  return { build, clientDirectory: null, vite };
}

const say = (line: string) => void process.stdout.write(`${line}\n`);

async function openPrepared(configuration: Configuration, mode: ServeMode): Promise<Services> {
  await migrate(configuration.databaseDirectUrl, { log: say });
  const services = await openServices(configuration);
  // The demo is read only where it may be wanted: it brings all that can be done in the portal along.
  if (mode !== 'production' && (await services.database.read.person.count()) === 0) {
    const { loadDemoIfEmpty } = await import('../../prisma/seed/load-demo.server');
    await loadDemoIfEmpty(services, say);
  }
  return services;
}

/** Runs the steps one after another at the first signal; a second signal ends the process at once. */
function atTheEnd(steps: (() => unknown)[]): void {
  let stopping = false;
  const end = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    for (const step of steps) await step();
    process.exit(0);
  };
  const begin = () => {
    end().catch((error: unknown) => {
      console.error(error);
      process.exit(1);
    });
  };
  process.on('SIGTERM', begin);
  process.on('SIGINT', begin);
}

/** Where the key of the public log lies; it is made here at the first start. Where it is missing the portal serves without. */
async function keyOfTheLog(services: Services): Promise<string> {
  try {
    return `Public log: its key is ${(await signingLogKey(services)).file}.key; keep a sealed copy of it`;
  } catch (error) {
    return `Public log: ${error instanceof Error ? error.message : String(error)}. Nothing is signed until then.`;
  }
}

/** Applies migrations, loads the demo where it is wanted and nobody is there, and serves until told to stop. */
export async function serve(configuration: Configuration, mode: ServeMode): Promise<void> {
  if (mode === 'production') ensureProductionReady(configuration);
  const services = await openPrepared(configuration, mode);
  const pages = mode === 'development' ? await changingPages() : await builtPages();
  const worker = startWorker(workerPorts(services));
  const { stop } = await listen(createApp({ services, worker, ...pages }), configuration);
  atTheEnd([stop, () => worker.stop(), () => pages.vite?.close(), () => services.database.close()]);
  if (mode === 'production' && configuration.smtpUrl === '')
    say('SMTP_URL is not set: no mail is sent, and nobody who registers can confirm the address');
  say(await keyOfTheLog(services));
  say(`共治 Gongzhi: ${configuration.publicUrl}/  (Ctrl+C stops it)`);
}
