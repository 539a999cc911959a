import { createServer as createHttpServer } from 'node:http';
import type { Server } from 'node:http';
import path from 'node:path';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express from 'express';
import type { Express, RequestHandler } from 'express';
import type { ViteDevServer } from 'vite';
import { pageCache, readTopics } from './page-cache.server';
import { loadContextOf } from './request-context.server';
import { bodyLimit, rateLimits, sameOriginOnly, securityHeaders, withNonce } from './security.server';
import type { Services } from './services.server';
import { pendingMigrations } from '~/platform/db/migrate.server';
import type { Worker } from '~/platform/jobs/worker.server';

export interface ServerOptions {
  services: Services;
  worker: Worker;
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** The folder of the built client files; none in development. */
  clientDirectory: string | null;
  vite: ViteDevServer | null;
}

/** One line for each request: what was asked and how it went, never who or with what. */
function requestLog({ log }: Services): RequestHandler {
  return (request, response, next) => {
    const start = performance.now();
    response.on('finish', () => {
      const milliseconds = Math.round(performance.now() - start);
      log.info(
        { method: request.method, path: request.path, status: response.statusCode, milliseconds },
        'request',
      );
    });
    next();
  };
}

function health(app: Express, { services, worker }: ServerOptions): void {
  app.get('/healthz', (_request, response) => void response.type('text/plain').send('ok\n'));
  app.get('/readyz', (_request, response) => {
    readiness(services, worker)
      .then((fault) =>
        response
          .status(fault ? 503 : 200)
          .type('text/plain')
          .send(`${fault ?? 'ready'}\n`),
      )
      .catch(() => response.status(503).type('text/plain').send('database: no answer\n'));
  });
}

async function readiness(services: Services, worker: Worker): Promise<string | null> {
  await services.database.sql.all('SELECT 1');
  const pending = await pendingMigrations(services.configuration.databaseUrl);
  if (pending.length > 0) return `migrations: ${pending.length} to apply`;
  return worker.alive() ? null : 'worker: stands still';
}

/** The application: security first, then files, then cached pages, then Remix. */
export function createApp(options: ServerOptions): Express {
  const { services, vite } = options;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', services.configuration.trustProxy);
  health(app, options);
  app.use(withNonce, ...securityHeaders(services.configuration, vite !== null), compression());
  if (vite) app.use(vite.middlewares);
  if (options.clientDirectory) {
    const assets = path.join(options.clientDirectory, 'assets');
    app.use('/assets', express.static(assets, { immutable: true, maxAge: '1y', fallthrough: false }));
    app.use(express.static(options.clientDirectory, { maxAge: '1h', index: false }));
  }
  app.use(requestLog(services));
  app.use(
    bodyLimit,
    sameOriginOnly((url) => url.startsWith('/unsubscribe/')),
  );
  if (services.configuration.rateLimits) app.use(...rateLimits());
  app.use(readTopics, pageCache(services));
  app.all(
    '*',
    createRequestHandler({
      build: options.build,
      mode: vite ? 'development' : 'production',
      getLoadContext: (request, response) => loadContextOf(services, request, response),
    }),
  );
  return app;
}

/** Listens, and answers with what stops it: requests under way are finished first. */
export async function listen(
  app: Express,
  services: Services,
): Promise<{ server: Server; stop(): Promise<void> }> {
  const server = createHttpServer(app);
  const { host, port } = services.configuration;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  return {
    server,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 10_000).unref();
      }),
  };
}
