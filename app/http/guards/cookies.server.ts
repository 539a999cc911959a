import { createCookie } from '@remix-run/node';
import { sessionName } from './request-cookies';
import type { Configuration } from '~/platform/configuration.server';

const day = 24 * 3600;

export function secureCookies(configuration: Configuration): boolean {
  return configuration.publicUrl.startsWith('https:');
}

function cookie(name: string, configuration: Configuration, maxAge: number, secrets: string[] = []) {
  return createCookie(name, {
    secrets,
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: secureCookies(configuration),
    maxAge,
  });
}

/** The opaque token of the session. */
export const sessionCookie = (configuration: Configuration) =>
  cookie(sessionName(secureCookies(configuration)), configuration, 30 * day);

/** Takes the session's cookie away, and what the browser has kept of pages that were for this person. */
export async function forgetSession(configuration: Configuration, ...cookies: string[]): Promise<Headers> {
  const forget = await sessionCookie(configuration).serialize('', { maxAge: 0 });
  const headers = setCookies(forget, ...cookies);
  // Not "storage": what waits on the device to be sent would be lost with it.
  headers.set('Clear-Site-Data', '"cache"');
  return headers;
}

/** Language, theme and senior mode: a reader's choice, no secret. */
export const preferencesCookie = (configuration: Configuration) =>
  cookie('preferences', configuration, 365 * day);

/** One message for the next page, signed: nobody else puts words into the portal's mouth. */
export const flashCookie = (configuration: Configuration) =>
  cookie('flash', configuration, 60, [configuration.sessionSecret]);

/** What a visitor chose in a ballot before signing in. */
export const pendingChoiceCookie = (configuration: Configuration) =>
  cookie('pending-choice', configuration, 1800);

/** Several cookies on one answer. */
export function setCookies(...cookies: string[]): Headers {
  const headers = new Headers();
  for (const text of cookies) headers.append('Set-Cookie', text);
  return headers;
}
