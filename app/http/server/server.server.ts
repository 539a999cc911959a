import type { RequestListener, ServerResponse } from 'node:http';
import path from 'node:path';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express from 'express';
import type { Express } from 'express';
import type { ViteDevServer } from 'vite';
import { bodyLimit } from '../guards/body-limit.server';
import { health } from './health.server';
import { isConstant } from '../kept-pages/keep-answer.server';
import { keptPages } from '../kept-pages/kept-pages.server';
import type { KeptPages } from '../kept-pages/kept-pages.server';
import { bareTypeOfDiscovery } from '../open311/bare-type.server';
import { lastHeaders } from '../guards/last-headers.server';
import { isCalledByPrograms } from '~/paths';
import { offlinePaths } from '~/paths-offline';
import { plainAddress } from '../guards/plain-address.server';
import { faultPages } from '../answers/plain-page.server';
import { originOf } from '../guards/portal-origin.server';
import { remixHandler } from './remix-handlers.server';
import { queryLimit } from '../guards/query-limit.server';
import { rateLimits } from '../guards/rate-limits.server';
import { loadContextOf } from './request-context.server';
import { retryLater } from '../answers/refusals.server';
import { requestLog } from '../guards/request-log.server';
import { sameOriginOnly, securityHeaders, withNonce } from '../guards/security.server';
import { similarTitles } from '../forms/similar-titles.server';
import type { Services } from './services.server';
import { uploadBudget } from '../forms/upload-budget.server';
import type { Worker } from '~/platform/jobs/worker.server';

export interface ServerOptions {
  services: Services;
  worker: Worker;
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** The folder of the built client files; none in development. */
  clientDirectory: string | null;
  vite: ViteDevServer | null;
}

const neverOld = (response: ServerResponse) => response.setHeader('Cache-Control', 'no-cache');

function clientFiles(app: Express, directory: string): void {
  const assets = path.join(directory, 'assets');
  app.use(
    offlinePaths.clientFiles,
    express.static(assets, { immutable: true, maxAge: '1y', fallthrough: false }),
  );
  // Whether there is a newer worker is asked each time: a kept one would hold back what it mends.
  const worker = { index: false, cacheControl: false, setHeaders: neverOld };
  app.get(offlinePaths.serviceWorker, express.static(directory, worker));
  app.use(express.static(directory, { maxAge: '1h', index: false }));
}

const compressed = compression({
  filter: (request, response) => !isConstant(response) && compression.filter(request, response),
});

/** All that is not answered from what is kept: security first, then files, then limits, then Remix. */
function ordinaryWay(options: ServerOptions, kept: KeptPages): Express {
  const { services, vite } = options;
  const { configuration, log } = services;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', configuration.trustProxy);
  app.use(plainAddress, retryLater, health(services, options.worker));
  app.use(withNonce, ...securityHeaders(configuration, vite !== null), compressed);
  if (vite) app.use(vite.middlewares);
  if (options.clientDirectory) clientFiles(app, options.clientDirectory);
  app.use(
    requestLog(log),
    lastHeaders,
    sameOriginOnly(configuration, isCalledByPrograms),
    queryLimit,
    bodyLimit(services),
    uploadBudget(),
  );
  if (configuration.rateLimits) app.use(rateLimits(services));
  app.use(similarTitles(services));
  app.use(bareTypeOfDiscovery, kept.keep);
  app.all(
    '*',
    remixHandler(options.build, {
      originFor: (request) => originOf(configuration, request),
      loadContextFor: (request, response) => loadContextOf(services, request, response),
      settle: (request) => kept.settle(request),
    }),
  );
  app.use(faultPages(log));
  return app;
}

/**
 * The application: kept pages first, then all the rest. A request counts as being answered from the moment it came, so
 * that nobody who leaves early is counted for ever.
 */
export function createApp(options: ServerOptions): RequestListener {
  const { traffic } = options.services;
  const kept = keptPages(options.services);
  const ordinary = ordinaryWay(options, kept);
  return (request, response) => {
    traffic.begin();
    response.once('close', () => traffic.end());
    // Who develops wants each page made anew.
    if (options.vite || (request.method !== 'GET' && request.method !== 'HEAD'))
      return ordinary(request, response);
    kept.answer(request, response).then(
      (answered) => answered || ordinary(request, response),
      // Why it failed is told by the ordinary way, which asks the same.
      () => (response.headersSent ? response.destroy() : ordinary(request, response)),
    );
  };
}
