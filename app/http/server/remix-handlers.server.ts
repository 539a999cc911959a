import { createRequestHandler } from '@remix-run/node';
import type { ActionFunctionArgs, ServerBuild } from '@remix-run/node';
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from 'express';
import { buildIn } from './build-in-language.server';
import { answerKeepingForm } from '../forms/keep-posted-form.server';
import { repeated } from '../plain-forms/acted';
import type { GongzhiLoadContext } from './load-context';
import { locales } from '~/i18n/locale';
import type { Locale } from '~/i18n/locale';
import { paths } from '~/paths';
import { isElastic, isPlain, segmentsOf } from './route-segments';
import type { RoutesOfBuild } from './route-segments';
import { sendPlainWords } from '../answers/plain-page.server';
import { asResponse } from '../answers/refusals.server';
import { sendWebResponse, webRequestOf } from './web-messages.server';

/**
 * The routes that can match an address of `first` and so many segments, with those that lie above them.
 * Remix compiles and compares every route of its build anew for each request; with well over a hundred of
 * them this costs more than most answers.
 */
export function routesFor(routes: RoutesOfBuild, first: string, length: number): RoutesOfBuild {
  const candidates = Object.entries(routes).filter(([, route]) => {
    const segments = segmentsOf(routes, route);
    const [own = ''] = segments;
    return (own === first || !isPlain(own)) && (segments.length <= length || isElastic(segments));
  });
  return Object.fromEntries(candidates);
}

/** Rendering wants the manifest to name the same routes; browsers ask for others as they need them. */
function assetsFor({ assets }: ServerBuild, routes: RoutesOfBuild): ServerBuild['assets'] {
  const named = Object.entries(assets.routes).filter(([id]) => id in routes);
  return { ...assets, routes: Object.fromEntries(named) };
}

/** The plain segments with which addresses of the portal begin. */
function firstSegments(routes: RoutesOfBuild): Set<string> {
  const all = Object.values(routes).map((route) => segmentsOf(routes, route)[0] ?? '');
  return new Set(all.filter(isPlain));
}

/** What is to be known of each request beside itself. */
export interface Asking {
  /** The origin under which it is answered. */
  originFor(request: ExpressRequest): string;
  loadContextFor(request: ExpressRequest, response: ExpressResponse): Promise<GongzhiLoadContext>;
  /** Waited for when it is answered, well or not, and nothing of the answer is sent yet. */
  settle(request: ExpressRequest): Promise<void>;
}

type WebHandler = ReturnType<typeof createRequestHandler>;

/** For each language and address the handler that knows only the routes that can match it. */
function handlersOf(build: ServerBuild): (path: string, locale: Locale) => WebHandler {
  const ofLanguage = new Map(locales.map((locale) => [locale, handlersIn(buildIn(build, locale))]));
  return (path, locale) => {
    const handlerFor = ofLanguage.get(locale);
    if (!handlerFor) throw new Error(`No pages in ${locale}`);
    return handlerFor(path);
  };
}

function handlersIn(build: ServerBuild): (path: string) => WebHandler {
  const handlerOf = (routes: RoutesOfBuild) =>
    createRequestHandler({ ...build, routes, assets: assetsFor(build, routes) }, 'production');
  const all = handlerOf(build.routes);
  const known = firstSegments(build.routes);
  const lengths = Object.values(build.routes).map((route) => segmentsOf(build.routes, route).length);
  const longest = Math.max(...lengths);
  const handlers = new Map<string, WebHandler>();
  return (path) => {
    const segments = path.split('/').filter((segment) => segment !== '');
    const [first = ''] = segments;
    if (!known.has(first)) return all;
    const length = Math.min(segments.length, longest);
    const key = `${first}/${length}`;
    const handler = handlers.get(key) ?? handlerOf(routesFor(build.routes, first, length));
    handlers.set(key, handler);
    return handler;
  };
}

/**
 * What Remix says by itself where a route without a page refuses or fails, or no page could be made: words for
 * programmers, or none.
 */
function isBare({ status, headers, body }: Response): boolean {
  if (headers.get('X-Remix-Error') === 'yes' || headers.has(refusalHeader)) return true;
  return status >= 500 && (body === null || headers.get('Content-Type') === 'text/plain');
}

type DataFunction = (args: ActionFunctionArgs) => unknown;

/** Within the server: the words of a refusal by a route that has no page to show them on. */
const refusalHeader = 'X-Refusal';

function wordsOf(answer: Response): string | null {
  const words = answer.headers.get(refusalHeader);
  return words === null ? null : decodeURIComponent(words);
}

/** A refusal as `asResponse` makes it, for a route without a page: Remix would leave its words out. */
function withoutPage(thrown: unknown): unknown {
  const { data, init } = (thrown ?? {}) as { data?: { reason?: unknown }; init?: ResponseInit };
  if (typeof data?.reason !== 'string') return thrown;
  return new Response(null, { ...init, headers: { [refusalHeader]: encodeURIComponent(data.reason) } });
}

/** What a loader or action throws comes as the page of its status, also where nobody asked for that. */
function refusing(act: DataFunction, hasPage: boolean): DataFunction {
  return async (args) => {
    try {
      return await act(args);
    } catch (error) {
      const thrown = asResponse(args.context.context.locale, error);
      throw hasPage ? thrown : withoutPage(thrown);
    }
  };
}

/**
 * A file is not what a page is made of. Asked for as that, Remix would read all of it into memory before it answers: it
 * is not there, and what was begun of it is let go.
 */
function withoutFiles(load: DataFunction): DataFunction {
  return async (args) => {
    const answer = await load(args);
    const { asPageData } = args.context;
    if (!asPageData || !(answer instanceof Response) || answer.body === null) return answer;
    asPageData.isFile = true;
    await answer.body.cancel();
    return null;
  };
}

/** An action that has run already, before Remix was asked, answers what it did then. */
function once(routeId: string, act: DataFunction): DataFunction {
  return (args) => {
    const { acted } = args.context;
    return acted?.routeId === routeId ? repeated(acted) : act(args);
  };
}

/** The build whose loaders and actions refuse in the portal's words, and whose actions run once for a request. */
export function withRefusals(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    const { loader, action } = route.module;
    const hasPage = route.module.default !== undefined;
    const load = hasPage ? (loader as DataFunction) : loader && withoutFiles(loader as DataFunction);
    const own = {
      ...(loader && load && { loader: Object.assign(refusing(load, hasPage), loader) }),
      ...(action && {
        action: Object.assign(once(id, refusing(action as DataFunction, hasPage)), action),
      }),
    };
    return [id, { ...route, module: { ...route.module, ...own } }];
  });
  return { ...build, routes: Object.fromEntries(routes) as ServerBuild['routes'] };
}

/** The pages: what Express received is answered by Remix, with the load context of the request. */
export function remixHandler(
  build: ServerBuild | (() => Promise<ServerBuild>),
  asking: Asking,
): RequestHandler {
  const whole = typeof build === 'function' ? createRequestHandler(build, 'development') : null;
  const handlerFor = typeof build === 'function' ? null : handlersOf(build);
  const answerTo = async (request: ExpressRequest, response: ExpressResponse) => {
    const [asked, context] = await Promise.all([
      webRequestOf(request, response, asking.originFor(request)),
      asking.loadContextFor(request, response),
    ]);
    const { locale } = context.preferences;
    const handler = handlerFor?.(request.path, locale) ?? whole;
    const signIn = handlerFor?.(paths.signIn, locale) ?? whole;
    if (!handler || !signIn) throw new Error('No handler');
    // An older way of Remix past its own checks, which no page of the portal uses.
    if (new URL(asked.url).searchParams.has('_data'))
      throw Object.assign(new Error('No such data'), { status: 400 });
    const answer = await answerKeepingForm({ page: handler, signIn }, asked, context);
    if (context.asPageData?.isFile) throw Object.assign(new Error('No such data'), { status: 404 });
    return answer;
  };
  return (request, response, next) => {
    answerTo(request, response)
      .finally(() => asking.settle(request))
      .then((answer) =>
        isBare(answer)
          ? sendPlainWords(request, response, { status: answer.status, words: wordsOf(answer) })
          : sendWebResponse(response, answer),
      )
      .catch(next);
  };
}
