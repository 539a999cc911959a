import type { IncomingHttpHeaders } from 'node:http';
import { createCookie } from '@remix-run/node';
import { z } from 'zod';
import type { Preferences } from './load-context';
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

/** The preferences of the one who asks. */
export async function preferencesOf(headers: IncomingHttpHeaders): Promise<Preferences> {
  const stored: unknown = headers.cookie?.includes('preferences=')
    ? await reading.parse(headers.cookie)
    : null;
  return readPreferences(stored, headers['accept-language'] ?? null);
}
