import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { digestOfForm } from './form-digest.server';
import { paths } from './paths';
import type { PersonActor } from '~/domains/actor';
import type { Context } from '~/domains/context';

export type RouteArgs = LoaderFunctionArgs | ActionFunctionArgs;

export function contextOf(args: RouteArgs): Context {
  const { context } = args.context;
  if (args.request.method !== 'POST') return context;
  return { ...context, formDigest: () => digestOfForm(args.request) };
}

export type PersonContext = Context & { actor: PersonActor };

/** The context of a signed-in person; a visitor is led to signing in, and back here afterwards. */
export function requirePerson(args: RouteArgs): PersonContext {
  const ctx = contextOf(args);
  if (ctx.actor.kind === 'person') return { ...ctx, actor: ctx.actor };
  const url = new URL(args.request.url);
  const next = args.request.method === 'GET' ? url.pathname + url.search : url.pathname;
  throw redirect(`${paths.signIn}?next=${encodeURIComponent(next)}`, 303);
}

const here = 'http://here.invalid';

/** A path of this site to go on to, or the fallback: never another site, however it is written. */
export function safeNext(next: unknown, fallback: string): string {
  if (typeof next !== 'string' || !/^\/[^\\\p{Cc}]*$/u.test(next) || !URL.canParse(next, here))
    return fallback;
  const url = new URL(next, here);
  return url.origin === here ? url.pathname + url.search + url.hash : fallback;
}
