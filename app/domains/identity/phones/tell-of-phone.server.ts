import type { TransactionContext } from '../../context';
import { textIn } from '~/i18n/catalogue';
import { isLocale } from '~/i18n/locale';
import { mails } from '~/i18n/mails';
import { paths } from '~/paths';
import { queueMail } from '~/platform/mail/queue-mail.server';
import { queueText } from '~/platform/sms/queue-text.server';

const inLocale = (locale: string) => textIn(isLocale(locale) ? locale : 'zh-CN', mails);

type ByMail = 'phone-added' | 'phone-removed' | 'phone-passed-on' | 'phone-old' | 'phone-of-office';

/** Mails a person what became of the phone of the account: however seldom they want mails, this is about who gets in. */
export async function mailOfPhone(
  ctx: TransactionContext,
  personId: string,
  { mail, shown }: { mail: ByMail; shown: string },
): Promise<void> {
  const person = await ctx.prisma.person.findUniqueOrThrow({ where: { id: personId } });
  const t = inLocale(person.locale);
  await queueMail(ctx, ctx, {
    ...{ recipient: person.email, personId, unsubscribeUrl: null, at: ctx.clock.now() },
    locale: isLocale(person.locale) ? person.locale : 'zh-CN',
    subject: t(`${mail}-subject`),
    paragraphs: [t('greeting', { name: person.displayName }), t(`${mail}-body`, { shown })],
    action: { label: t('phone-action'), url: ctx.configuration.publicUrl + paths.phone },
    footer: [t('phone-not-you')],
  });
}

interface Told {
  personId: string;
  number: string;
  text: 'text-confirm' | 'text-sign-in' | 'text-removed' | 'text-test';
  minutes: number;
  code?: string;
}

/** Sends a text message; false where none goes out any more today. */
export async function textToPhone(
  ctx: TransactionContext,
  { personId, number, text, minutes, code = '' }: Told,
): Promise<boolean> {
  const person = await ctx.prisma.person.findUniqueOrThrow({
    where: { id: personId },
    select: { locale: true },
  });
  const words = inLocale(person.locale)(text, { code, minutes });
  const queued = { personId, purpose: text, to: number, words, at: ctx.clock.now(), minutesValid: minutes };
  return (await queueText(ctx, ctx, queued)) !== null;
}
