import path from 'node:path';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express from 'express';
import type { Express, RequestHandler } from 'express';
import type { ViteDevServer } from 'vite';
import { bodyLimit } from './body-limit.server';
import { health } from './health.server';
import { bareTypeOfDiscovery } from './open311/bare-type.server';
import { lastHeaders } from './last-headers.server';
import { pageCache } from './page-cache.server';
import { isCalledByPrograms } from '~/paths';
import { plainAddress } from './plain-address.server';
import { faultPages } from './plain-page.server';
import { originOf } from './portal-origin.server';
import { remixHandler } from './remix-handlers.server';
import { queryLimit } from './query-limit.server';
import { rateLimits } from './rate-limits.server';
import { loadContextOf } from './request-context.server';
import { retryLater } from './refusals.server';
import { requestLog } from './request-log.server';
import { sameOriginOnly, securityHeaders, withNonce } from './security.server';
import { similarTitles } from './similar-titles.server';
import type { Services } from './services.server';
import { uploadBudget } from './upload-budget.server';
import type { Traffic } from '~/platform/traffic';
import type { Worker } from '~/platform/jobs/worker.server';

export interface ServerOptions {
  services: Services;
  worker: Worker;
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** The folder of the built client files; none in development. */
  clientDirectory: string | null;
  vite: ViteDevServer | null;
}

function clientFiles(app: Express, directory: string): void {
  const assets = path.join(directory, 'assets');
  app.use('/assets', express.static(assets, { immutable: true, maxAge: '1y', fallthrough: false }));
  app.use(express.static(directory, { maxAge: '1h', index: false }));
}

/** Counts the request as being answered until its answer is sent or broken off. */
function withTraffic(traffic: Traffic): RequestHandler {
  return (_request, response, next) => {
    traffic.begin();
    response.once('close', () => traffic.end());
    next();
  };
}

/** The application: security first, then files, then cached pages, then Remix. */
export function createApp(options: ServerOptions): Express {
  const { services, vite } = options;
  const { configuration, log } = services;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', configuration.trustProxy);
  app.use(plainAddress, retryLater, health(services, options.worker));
  app.use(withNonce, ...securityHeaders(configuration, vite !== null), compression());
  if (vite) app.use(vite.middlewares);
  if (options.clientDirectory) clientFiles(app, options.clientDirectory);
  app.use(
    withTraffic(services.traffic),
    requestLog(log),
    lastHeaders,
    sameOriginOnly(configuration, isCalledByPrograms),
    queryLimit,
    bodyLimit(services),
    uploadBudget(),
  );
  if (configuration.rateLimits) app.use(rateLimits(services));
  app.use(similarTitles(services));
  app.use(bareTypeOfDiscovery, pageCache(services));
  app.all(
    '*',
    remixHandler(options.build, {
      originFor: (request) => originOf(configuration, request),
      loadContextFor: (request, response) => loadContextOf(services, request, response),
    }),
  );
  app.use(faultPages(log));
  return app;
}
