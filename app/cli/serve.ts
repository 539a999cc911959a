import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import type { ViteDevServer } from 'vite';
import { listen } from '~/http/listen.server';
import { createApp } from '~/http/server.server';
import { openServices, workerPorts } from '~/http/services.server';
import { ensureProductionReady } from '~/platform/configuration.server';
import type { Configuration } from '~/platform/configuration.server';
import { migrate } from '~/platform/db/migrate.server';
import { startWorker } from '~/platform/jobs/worker.server';

export type ServeMode = 'demo' | 'production' | 'development';

const buildDirectory = () => path.resolve(process.env.GONGZHI_BUILD_DIRECTORY ?? 'build');

async function productionBuild(): Promise<ServerBuild> {
  const file = path.join(buildDirectory(), 'server/index.js');
  if (!existsSync(file)) throw new Error('The portal is not built yet: run `npm run build` first');
  return (await import(pathToFileURL(file).href)) as ServerBuild;
}

async function developmentServer(): Promise<ViteDevServer> {
  const { createServer } = await import('vite');
  return createServer({ server: { middlewareMode: true } });
}

/** Applies migrations, loads the demo where it is wanted and nothing is there, and serves until told to stop. */
export async function serve(configuration: Configuration, mode: ServeMode): Promise<void> {
  if (mode === 'production') ensureProductionReady(configuration);
  const say = (line: string) => process.stdout.write(`${line}\n`);
  await migrate(configuration.databaseUrl, { log: say });
  const services = await openServices(configuration);
  if (mode !== 'production') {
    const { loadDemoIfEmpty } = await import('../../prisma/seed/load-demo.server');
    await loadDemoIfEmpty(services, say);
  }
  const vite = mode === 'development' ? await developmentServer() : null;
  const build = vite
    ? () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>
    : await productionBuild();
  const worker = startWorker(workerPorts(services));
  const clientDirectory = vite ? null : path.join(buildDirectory(), 'client');
  const { stop } = await listen(createApp({ services, worker, build, clientDirectory, vite }), configuration);
  say(`共治 Gongzhi: http://${configuration.host}:${configuration.port}/`);
  let stopping = false;
  const end = () => {
    if (stopping) return;
    stopping = true;
    stop()
      .then(() => worker.stop())
      .then(() => services.database.close())
      .then(() => vite?.close())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}
