import { createCookie } from '@remix-run/node';
import type { Cookie } from '@remix-run/node';
import { sessionName } from './request-cookies';
import { rememberedByText } from '~/lib/remembered-by-text';
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

interface PortalCookies {
  session: Cookie;
  preferences: Cookie;
  flash: Cookie;
  pendingChoice: Cookie;
  /** The header that lays a message: most are the same few, and signing one costs more than the rest of an answer. */
  messageLaid: (message: string) => Promise<string>;
}

function madeFor(configuration: Configuration): PortalCookies {
  const flash = cookie('flash', configuration, 60, [configuration.sessionSecret]);
  return {
    session: cookie(sessionName(secureCookies(configuration)), configuration, 30 * day),
    preferences: cookie('preferences', configuration, 365 * day),
    flash,
    pendingChoice: cookie('pending-choice', configuration, 1800),
    messageLaid: rememberedByText((message) => flash.serialize(message), { most: 200, longest: 200 }),
  };
}

const made = new WeakMap<Configuration, PortalCookies>();

/** Made once: every request asks for several. */
function portalCookies(configuration: Configuration): PortalCookies {
  const known = made.get(configuration);
  if (known) return known;
  const cookies = madeFor(configuration);
  made.set(configuration, cookies);
  return cookies;
}

/** The opaque token of the session. */
export const sessionCookie = (configuration: Configuration) => portalCookies(configuration).session;

/** Takes the session's cookie away, and what the browser has kept of pages that were for this person. */
export async function forgetSession(configuration: Configuration, ...cookies: string[]): Promise<Headers> {
  const forget = await sessionCookie(configuration).serialize('', { maxAge: 0 });
  const headers = setCookies(forget, ...cookies);
  // Not "storage": what waits on the device to be sent would be lost with it.
  headers.set('Clear-Site-Data', '"cache"');
  return headers;
}

/** Language, theme and senior mode: a reader's choice, no secret. */
export const preferencesCookie = (configuration: Configuration) => portalCookies(configuration).preferences;

/** One message for the next page, signed: nobody else puts words into the portal's mouth. */
export const flashCookie = (configuration: Configuration) => portalCookies(configuration).flash;

/** The header that lays a message for the next page. */
export const layMessage = (configuration: Configuration, message: string): Promise<string> =>
  portalCookies(configuration).messageLaid(message);

/** What a visitor chose in a ballot before signing in. */
export const pendingChoiceCookie = (configuration: Configuration) =>
  portalCookies(configuration).pendingChoice;

/** Several cookies on one answer. */
export function setCookies(...cookies: string[]): Headers {
  const headers = new Headers();
  for (const text of cookies) headers.append('Set-Cookie', text);
  return headers;
}
