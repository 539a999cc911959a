import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { contextOf, safeNext } from '~/http/actor.server';
import { preferencesCookie } from '~/http/guards/cookies.server';
import { runForm } from '~/http/forms/forms.server';
import { paths } from '~/paths';
import { locales } from '~/i18n/locale';

const schema = z.object({
  locale: z.enum(locales).optional(),
  theme: z.enum(['light', 'dark', 'system']).optional(),
  senior: z.enum(['on', 'off']).optional(),
  next: z.string().optional(),
});

export const loader = () => redirect(paths.home);

/** Keeps the reader's language, appearance or type size; what is not named stays. */
export async function action(args: ActionFunctionArgs) {
  const cookie = preferencesCookie(contextOf(args).configuration);
  const stored = args.context.storedPreferences;
  return runForm(args, schema, async ({ next, senior, ...chosen }) => {
    const before = typeof stored === 'object' && stored !== null ? stored : {};
    const named = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined));
    const value = { ...before, ...named, ...(senior ? { senior: senior === 'on' } : {}) };
    return redirect(safeNext(next, paths.home), {
      headers: { 'Set-Cookie': await cookie.serialize(value) },
    });
  });
}
