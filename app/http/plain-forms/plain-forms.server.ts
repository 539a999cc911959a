import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ServerBuild } from '@remix-run/node';
import { noteActed } from './acted';
import type { Acted } from './acted';
import { formRoutes } from './form-routes';
import type { FormRoute } from './form-routes';
import { plainRedirect, sendRedirect } from './send-redirect';
import type { UploadBudget } from '../forms/bodies/upload-budget.server';
import { isWhole, wholeBody } from '../forms/bodies/whole-body';
import { WholeRequest } from '../forms/bodies/whole-request';
import { originOf } from '../guards/portal-origin.server';
import type { RateLimits } from '../guards/rate-limits.server';
import { cookiesOf } from '../guards/request-cookies';
import { logAnswer } from '../guards/request-log.server';
import { isSameOrigin, securityHead } from '../guards/security.server';
import { contextOfRequest } from '../server/request-context.server';
import type { Services } from '../server/services.server';
import { headersOf } from '../server/web-messages.server';
import { viewerOf } from '../viewer.server';
import { isCalledByPrograms } from '~/paths';

/** The short way past everything that makes a page, for forms whose answer is none. */
export interface PlainForms {
  /**
   * Takes the form and leads on; false where that cannot be, and nothing was sent. What the action has done by then is
   * noted: the ordinary way goes on with its answer.
   */
  answer(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
}

export interface PlainFormsOptions {
  services: Services;
  build: ServerBuild;
  limits: RateLimits | null;
  budget: UploadBudget;
  /** Waited for before anything of the answer is sent. */
  settle(request: IncomingMessage): Promise<void>;
  networkOf(request: IncomingMessage): string;
}

/** Headers that ask for something else than to take the form as it stands. */
const particular = ['transfer-encoding', 'content-encoding', 'expect', 'upgrade', 'authorization'];

interface Posted {
  /** Where it goes, without what scripts lay behind it. */
  path: string;
  /** Whether scripts of a page have sent it, which are told where the answer leads. */
  asData: boolean;
}

const dataSuffix = '.data';

function postedTo({ url = '' }: IncomingMessage): Posted {
  const asData = url.endsWith(dataSuffix);
  return { path: asData ? url.slice(0, -dataSuffix.length) : url, asData };
}

/** A form without files, of a page of the portal, to an address without a query: what Remix and Express read of it is read here. */
function isPlain(request: IncomingMessage, { path }: Posted): boolean {
  const { method, headers } = request;
  if (method !== 'POST' || !isWhole(request) || isCalledByPrograms(path)) return false;
  return !particular.some((name) => headers[name] !== undefined) && cookiesOf(request).isPlain;
}

const outcomeOf = (act: () => unknown): Promise<Acted['outcome']> =>
  Promise.resolve()
    .then(act)
    .then(
      (answered) => ({ answered }),
      (thrown: unknown) => ({ thrown }),
    );

const answerIn = (outcome: Acted['outcome']) => ('thrown' in outcome ? outcome.thrown : outcome.answered);

/** Runs the action with the form that was read; its outcome is noted before anything else can fail. */
async function actOnForm(
  { services, networkOf }: PlainFormsOptions,
  request: IncomingMessage,
  { posted, route, body }: { posted: Posted; route: FormRoute; body: Buffer<ArrayBuffer> },
): Promise<Acted['outcome']> {
  const { context } = await contextOfRequest(services, request, {
    ...{ asPageData: posted.asData ? { isFile: false } : null, nonce: '', acted: null },
    network: () => networkOf(request),
  });
  const url = new URL(posted.path, originOf(services.configuration, request));
  const asked = new WholeRequest(url, { method: 'POST', headers: headersOf(request, url.host), body });
  const outcome = await outcomeOf(() => route.action({ request: asked, params: route.params, context }));
  noteActed(request, { routeId: route.routeId, context, outcome });
  return outcome;
}

export function plainForms(options: PlainFormsOptions): PlainForms {
  const { services, limits, budget } = options;
  const routeOf = formRoutes(options.build.routes);
  const laid = securityHead(services.configuration);

  /** The body of a form that may be taken; null where the ordinary way has to say why not. */
  async function bodyOf(request: IncomingMessage, response: ServerResponse) {
    // A visitor is led to signing in by pages that keep what was posted.
    if ((await viewerOf(services, request)).actor.kind !== 'person') return null;
    if (!budget.take(Number(request.headers['content-length']), response)) return null;
    if (limits && !(await limits.mayPost(request, response))) return null;
    return wholeBody(request);
  }

  return {
    answer: async (request, response) => {
      const since = performance.now();
      const posted = postedTo(request);
      const route = isPlain(request, posted) ? routeOf(posted.path) : null;
      if (!route || !isSameOrigin(request, services.configuration)) return false;
      const body = await bodyOf(request, response);
      if (!body) return false;
      const answer = plainRedirect(answerIn(await actOnForm(options, request, { posted, route, body })));
      if (!answer) return false;
      await options.settle(request);
      logAnswer(services.log, { request, response, path: request.url ?? '', since });
      sendRedirect(request, response, { answer, laid, asData: posted.asData });
      return true;
    },
  };
}
