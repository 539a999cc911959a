import { redirect } from '@remix-run/node';
import { contextOf } from './actor.server';
import type { RouteArgs } from './actor.server';
import { sessionCookie, setCookies } from './cookies.server';
import { flash } from './forms.server';
import { openSession, signOut } from '~/domains/identity/index.server';

/** Ends the session that the browser had until it got this one. */
export async function leaveFormer(args: RouteArgs, token: string): Promise<void> {
  const former = args.context.sessionToken;
  if (former !== null && former !== token) await signOut(contextOf(args), former);
}

/** Goes on as the person whose session's token this is; the session that the browser had until now ends. */
export async function goOnWith(args: RouteArgs, token: string, to: { path: string; message: string }) {
  await leaveFormer(args, token);
  const session = await sessionCookie(contextOf(args).configuration).serialize(token);
  return redirect(to.path, { headers: setCookies(session, await flash(args, to.message)) });
}

/** Opens a session for the person and goes on in it. */
export async function goOnAs(args: RouteArgs, personId: string, to: { path: string; message: string }) {
  const userAgent = args.request.headers.get('User-Agent') ?? '';
  return goOnWith(args, await openSession(contextOf(args), personId, userAgent), to);
}
