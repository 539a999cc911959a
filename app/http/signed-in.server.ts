import { data, redirect } from '@remix-run/node';
import { contextOf, safeNext } from './actor.server';
import type { RouteArgs } from './actor.server';
import { sessionCookie, setCookies } from './guards/cookies.server';
import { flash } from './forms/forms.server';
import { openSession, signOut, enterByPassword } from '~/domains/identity/index.server';
import { postedFormOf } from './forms/keep-posted-form.server';
import { textIn } from '~/i18n/catalogue';
import { identity } from '~/i18n/identity';
import { paths } from '~/paths';

/** Ends the session that the browser had until it got this one. */
async function leaveFormer(args: RouteArgs, token: string): Promise<void> {
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

export interface Onward {
  next?: string | undefined;
  /** A form that was posted when nobody was signed in. */
  posted?: string | undefined;
}

/** Goes on in the session of who has just signed in: to where they wanted, or to what they had posted. */
export async function finishSignIn(
  args: RouteArgs,
  { token, displayName }: { token: string; displayName: string },
  onward: Onward,
) {
  const { configuration, locale } = contextOf(args);
  const posted = postedFormOf(onward.posted ?? null);
  if (posted) {
    await leaveFormer(args, token);
    const session = await sessionCookie(configuration).serialize(token);
    return data({ form: undefined, posted }, { headers: { 'Set-Cookie': session } });
  }
  const message = textIn(locale, identity)('sign-in.flash', { name: displayName });
  return goOnWith(args, token, { path: safeNext(onward.next, paths.home), message });
}

/** Goes on as the person who has just proved to be it by the password or what stands for it, as far as that lets in. */
export async function goOnByPassword(
  args: RouteArgs,
  personId: string,
  to: { path: string; message: string },
) {
  const userAgent = args.request.headers.get('User-Agent') ?? '';
  const { token, isHalf, asks } = await enterByPassword(contextOf(args), personId, userAgent);
  if (!isHalf) return goOnWith(args, token, to);
  return data({ form: undefined, half: token, asks, next: to.path });
}
