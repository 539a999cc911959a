import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { paths } from './paths';
import type { PersonActor } from '~/domains/actor';
import type { Context } from '~/domains/context';
import { signedOutHeader } from '~/lib/signed-out-header';

export type RouteArgs = LoaderFunctionArgs | ActionFunctionArgs;

export function contextOf(args: RouteArgs): Context {
  return args.context.context;
}

export type PersonContext = Context & { actor: PersonActor };

/** The context of a signed-in person; a visitor is led to signing in, and back here afterwards. */
export function requirePerson(args: RouteArgs): PersonContext {
  const ctx = contextOf(args);
  if (ctx.actor.kind === 'person') return { ...ctx, actor: ctx.actor };
  const url = new URL(args.request.url);
  const reads = args.request.method === 'GET';
  const next = reads ? url.pathname + url.search : url.pathname;
  // What was posted is kept: by the browser's script, or by the page of signing in (keep-posted-form).
  const headers: HeadersInit = reads ? {} : { [signedOutHeader]: 'yes' };
  throw redirect(`${paths.signIn}?next=${encodeURIComponent(next)}`, { status: 303, headers });
}

const here = 'http://here.invalid';

/** A path of this site to go on to, or the fallback: never another site, however it is written. */
export function safeNext(next: unknown, fallback: string): string {
  if (typeof next !== 'string' || !/^\/[^\\\p{Cc}]*$/u.test(next) || !URL.canParse(next, here))
    return fallback;
  const url = new URL(next, here);
  return url.origin === here ? url.pathname + url.search + url.hash : fallback;
}
