import type { IncomingMessage } from 'node:http';
import { createCookie } from '@remix-run/node';
import { z } from 'zod';
import type { Preferences } from './server/load-context';
import { cookiesOf } from './guards/request-cookies';
import { rememberedByText } from '~/lib/remembered-by-text';
import { locales, negotiateLocale } from '~/i18n/locale';

export const preferencesSchema = z.object({
  locale: z.enum(locales).optional().catch(undefined),
  theme: z.enum(['light', 'dark', 'system']).catch('system'),
  senior: z.boolean().catch(false),
});

/** The reader's preferences: the cookie's, else the browser's language. */
export function readPreferences(stored: unknown, acceptLanguage: string | null): Preferences {
  if (stored === null) return { locale: negotiateLocale(acceptLanguage), theme: 'system', senior: false };
  const parsed = preferencesSchema.safeParse(stored);
  const chosen = parsed.success
    ? parsed.data
    : { theme: 'system' as const, senior: false, locale: undefined };
  return { ...chosen, locale: chosen.locale ?? negotiateLocale(acceptLanguage) };
}

const reading = createCookie('preferences');
/** Nothing in it is anybody's own: whoever sends the same has chosen the same. */
const readOnce = rememberedByText((value): Promise<unknown> => reading.parse(`preferences=${value}`), {
  most: 500,
  longest: 500,
});
const none = Promise.resolve(null);

/** What the cookie of preferences holds, whatever that is; null where there is none. */
export function storedPreferences(request: IncomingMessage): Promise<unknown> {
  const value = cookiesOf(request).values.preferences;
  return value === undefined ? none : readOnce(value);
}

const readings = new WeakMap<IncomingMessage, Promise<Preferences>>();

/** The preferences of the one who asks, read once however many ask for them. */
export function preferencesOf(request: IncomingMessage): Promise<Preferences> {
  const known = readings.get(request);
  if (known) return known;
  const language = request.headers['accept-language'] ?? null;
  const read = storedPreferences(request).then((stored) => readPreferences(stored, language));
  readings.set(request, read);
  return read;
}
