import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { digestOfForm } from './forms/form-digest.server';
import { paths } from '~/paths';
import type { PersonActor } from '~/domains/actor';
import type { Context } from '~/domains/context';
import { signedOutHeader } from '~/lib/signed-out-header';

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
  const reads = args.request.method === 'GET';
  const next = reads ? url.pathname + url.search : url.pathname;
  // What was posted is kept: by the browser's script, or by the page of signing in (keep-posted-form).
  const headers: HeadersInit = reads ? {} : { [signedOutHeader]: 'yes' };
  throw redirect(`${paths.signIn}?next=${encodeURIComponent(next)}`, { status: 303, headers });
}

const here = 'http://here.invalid';
const longestNext = 2_000;

/**
 * A path of this site to go on to, or the fallback: never another site, however it is written. What is checked is
 * what a browser will make of the answer: taking `.` and `..` away can leave `//`, which names another site.
 */
export function safeNext(next: unknown, fallback: string): string {
  if (typeof next !== 'string' || next.length > longestNext || !/^\/[^\\\p{Cc}]*$/u.test(next))
    return fallback;
  if (!URL.canParse(next, here)) return fallback;
  const url = new URL(next, here);
  const path = url.pathname + url.search + url.hash;
  const staysHere = url.origin === here && URL.canParse(path, here) && new URL(path, here).href === url.href;
  return staysHere ? path : fallback;
}
