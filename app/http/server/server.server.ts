import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import path from 'node:path';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express from 'express';
import type { Express, Request } from 'express';
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
import { plainForms } from '../plain-forms/plain-forms.server';
import { networkOf } from '../guards/network-address';
import { plainAddress } from '../guards/plain-address.server';
import { faultPages } from '../answers/plain-page.server';
import { originOf } from '../guards/portal-origin.server';
import { remixHandler, withRefusals } from './remix-handlers.server';
import { knownMethods } from '../guards/known-methods.server';
import { queryLimit } from '../guards/query-limit.server';
import { rateLimits } from '../guards/rate-limits.server';
import type { RateLimits } from '../guards/rate-limits.server';
import { loadContextOf } from './request-context.server';
import { retryLater } from '../answers/refusals.server';
import { requestLog } from '../guards/request-log.server';
import { sameOriginOnly, securityHeaders, withNonce } from '../guards/security.server';
import { similarTitles } from '../forms/similar-titles.server';
import type { Services } from './services.server';
import { uploadBudget } from '../forms/bodies/upload-budget.server';
import type { UploadBudget } from '../forms/bodies/upload-budget.server';
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

/** What the short ways share with the ordinary one. */
interface Shared {
  build: ServerOptions['build'];
  kept: KeptPages;
  limits: RateLimits | null;
  budget: UploadBudget;
}

/** All that is not answered by a short way: security first, then files, then limits, then Remix. */
function ordinaryWay(options: ServerOptions, { build, kept, limits, budget }: Shared): Express {
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
    knownMethods,
    sameOriginOnly(configuration, isCalledByPrograms),
    queryLimit,
    bodyLimit(services),
    budget.handler,
  );
  if (limits) app.use(limits.handler);
  app.use(similarTitles(services));
  app.use(bareTypeOfDiscovery, kept.keep);
  app.all(
    '*',
    remixHandler(build, {
      originFor: (request) => originOf(configuration, request),
      loadContextFor: (request, response) => loadContextOf(services, request, response),
      settle: (request) => kept.settle(request),
    }),
  );
  app.use(faultPages(log));
  return app;
}

/** Answers what it can without Express and Remix; false where it cannot, and nothing was sent. */
type ShortWay = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** What is kept for who reads, and the forms of who acts. None while somebody develops, who wants each page made anew. */
function shortWays(
  { services, vite }: ServerOptions,
  { build, kept, limits, budget }: Shared,
  app: Express,
): ShortWay {
  if (vite || typeof build === 'function') return () => Promise.resolve(false);
  const forms = plainForms({
    ...{ services, build, limits, budget },
    settle: (request) => kept.settle(request),
    // As Express does with each request: only then does it know which proxies are trusted.
    networkOf: (request) => networkOf(Object.setPrototypeOf(request, app.request as object) as Request),
  });
  return (request, response) =>
    request.method === 'POST' ? forms.answer(request, response) : kept.answer(request, response);
}

/**
 * The application: the short ways first, then all the rest. A request counts as being answered from the moment it came,
 * so that nobody who leaves early is counted for ever.
 */
export function createApp(options: ServerOptions): RequestListener {
  const { traffic, configuration } = options.services;
  const made = options.build;
  const shared: Shared = {
    build: typeof made === 'function' ? async () => withRefusals(await made()) : withRefusals(made),
    kept: keptPages(options.services),
    limits: configuration.rateLimits ? rateLimits(options.services) : null,
    budget: uploadBudget(),
  };
  const ordinary = ordinaryWay(options, shared);
  const short = shortWays(options, shared, ordinary);
  return (request, response) => {
    traffic.begin();
    response.once('close', () => traffic.end());
    short(request, response).then(
      (answered) => answered || ordinary(request, response),
      // Why it failed is told by the ordinary way, which asks the same.
      () => (response.headersSent ? response.destroy() : ordinary(request, response)),
    );
  };
}
