import type { PersonActor } from '../actor';
import type { ReadContext } from '../context';
import { resolvePerson } from './resolve-actor.server';
import { isLocale } from '~/i18n/locale';
import type { Locale } from '~/i18n/locale';

/**
 * Who reads by a private address, without a session: as what the person is now, in the person's language. Null where
 * there is no such person any more, or where the account is suspended.
 */
export async function unattendedReader(
  ctx: ReadContext,
  personId: string,
): Promise<{ actor: PersonActor; locale: Locale } | null> {
  const person = await ctx.database.read.person.findUnique({
    where: { id: personId },
    select: { locale: true, suspendedAt: true },
  });
  if (!person || person.suspendedAt) return null;
  const actor = await resolvePerson(ctx.database, personId, null);
  return { actor, locale: isLocale(person.locale) ? person.locale : 'zh-CN' };
}
