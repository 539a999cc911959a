import type { z } from 'zod';
import type { RouteArgs } from '../actor.server';
import { errorStatus } from '../answers/error-status';
import { refusalOf } from '../answers/refusals.server';
import { taggedAnswer } from '../answers/tagged-answer';
import { faultText } from '../forms/form-faults';
import { openToAll, problemOf, problemType } from './problem-answer';
import type { Context } from '~/domains/context';
import { asVisitor } from '~/domains/insights/open-data/as-visitor';
import { writePublicCursor } from '~/domains/insights/open-data/cursor';
import { collectionNamed } from '~/domains/insights/open-data/datasets.query.server';
import { openApiDocument } from '~/domains/insights/open-data/openapi-document';
import { askedBy, parametersOf, typedParameters } from '~/domains/insights/open-data/parameters';
import { DomainError } from '~/domains/domain-error';
import { textIn } from '~/i18n/catalogue';
import { openData } from '~/i18n/open-data';
import { reasonText } from '~/i18n/reason-text';
import { paths } from '~/paths';

type Issues = readonly z.core.$ZodIssue[];

/** The parameters of a call are not what the document says. */
class ParametersRefused extends Error {
  constructor(readonly issues: Issues) {
    super('The parameters are refused');
  }
}

const methods = 'GET, HEAD, OPTIONS';

/** What may be kept between two calls is asked for again each time: what is hidden is gone at once. */
const headers = { ...openToAll, 'Cache-Control': 'no-cache', Vary: 'Accept-Language, Cookie' };

function json(request: Request, value: unknown, more: Record<string, string> = {}): Response {
  return taggedAnswer(request, `${JSON.stringify(value)}\n`, {
    ...{ ...headers, 'Content-Type': 'application/json; charset=utf-8' },
    ...more,
  });
}

async function answerList(ctx: Context, request: Request, name: string): Promise<Response> {
  const collection = collectionNamed(ctx, name);
  const url = new URL(request.url);
  const parsed = parametersOf(collection).safeParse(typedParameters(url.searchParams), { reportInput: true });
  if (!parsed.success) throw new ParametersRefused(parsed.error.issues);
  const { items, next } = await collection.page(ctx, askedBy(parsed.data));
  if (next === null) return json(request, { items, next });
  const search = new URLSearchParams(url.searchParams);
  search.set('cursor', writePublicCursor(next));
  const address = `${ctx.configuration.publicUrl}${paths.collection(name)}?${search}`;
  return json(request, { items, next: address }, { Link: `<${address}>; rel="next"` });
}

async function answerOne(ctx: Context, request: Request, [name, id]: [string, string]): Promise<Response> {
  const { items } = await collectionNamed(ctx, name).page(ctx, { id, size: 1 });
  const [item] = items;
  if (!item) throw new DomainError('not-found');
  return json(request, item);
}

async function answerDocument(ctx: Context, request: Request): Promise<Response> {
  const { locale, configuration } = ctx;
  const name = await ctx.subjects.portalName(ctx, locale);
  const address = configuration.publicUrl + paths.api;
  const portal = { locale, name, address, licence: configuration.licence };
  return json(request, openApiDocument(portal, [...ctx.subjects.published.values()]));
}

/** The first fault of each parameter: one that there is none of is named, too. */
function errorsOf({ locale }: Context, issues: Issues) {
  const first = issues.filter(
    ({ path }, at) => path.length === 0 || issues.findIndex((one) => one.path[0] === path[0]) === at,
  );
  return first.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys')
      return [{ field: String(issue.path[0] ?? ''), detail: faultText(locale, issue) }];
    const detail = textIn(locale, openData)('api.unknown-parameter');
    return issue.keys.map((field) => ({ field, detail }));
  });
}

function problem(ctx: Context, error: unknown): Response {
  const answer = (given: Parameters<typeof problemOf>[0]) =>
    new Response(`${JSON.stringify(problemOf(given))}\n`, {
      status: given.status,
      headers: {
        ...{ ...openToAll, 'Cache-Control': 'no-store', 'Content-Type': problemType },
        ...(given.status === 405 && { Allow: methods }),
      },
    });
  const t = textIn(ctx.locale, openData);
  if (error instanceof ParametersRefused)
    return answer({ status: 400, detail: t('api.refused'), errors: errorsOf(ctx, error.issues) });
  const refused = refusalOf(error);
  if (!refused) throw error;
  const status = errorStatus[refused.code];
  if (status === 503) console.error(error);
  return answer({ status, detail: status === 404 ? t('api.none') : reasonText(ctx.locale, refused) });
}

/** Asked by a browser before it lets a script of another site read. */
const preflight = () =>
  new Response(null, {
    status: 204,
    headers: {
      ...openToAll,
      ...{ Allow: methods, 'Access-Control-Allow-Methods': methods },
      ...{
        'Access-Control-Allow-Headers': 'If-None-Match, Accept-Language',
        'Access-Control-Max-Age': '86400',
      },
    },
  });

/** Ids as the portal makes them: anything else is none. */
const idForm = /^[\w-]{1,64}$/;

async function answer(ctx: Context, request: Request, path: string): Promise<Response> {
  if (path === 'openapi.json') return answerDocument(ctx, request);
  const [name = '', id, ...more] = path.split('/');
  if (more.length > 0 || (id !== undefined && !idForm.test(id))) throw new DomainError('not-found');
  return id === undefined ? answerList(ctx, request, name) : answerOne(ctx, request, [name, id]);
}

/** Answers a call of the open API as a visitor is answered: the session of a browser is put aside. */
export async function respondToReader(args: RouteArgs): Promise<Response> {
  const { request, params } = args;
  const ctx = asVisitor(args.context.context);
  if (request.method === 'OPTIONS') return preflight();
  try {
    return await answer(ctx, request, params['*'] ?? '');
  } catch (error) {
    return problem(ctx, error);
  }
}

/** The API is read only. */
export function refuseWriting(args: RouteArgs): Response {
  const detail = textIn(args.context.context.locale, openData)('api.read-only');
  return new Response(`${JSON.stringify(problemOf({ status: 405, detail }))}\n`, {
    status: 405,
    headers: { ...openToAll, Allow: methods, 'Cache-Control': 'no-store', 'Content-Type': problemType },
  });
}
