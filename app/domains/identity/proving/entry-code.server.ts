import { randomBytes } from 'node:crypto';
import type { TransactionContext } from '../../context';
import { DomainError } from '../../domain-error';
import { bytesOfCode, codeOfBytes, plainCode } from '../rules/recovery-code';
import { textIn } from '~/i18n/catalogue';
import { isLocale } from '~/i18n/locale';
import { mails } from '~/i18n/mails';
import { sha256 } from '~/lib/sha256';
import { queueMail } from '~/platform/mail/queue-mail.server';

const purpose = 'enter';

/** Bound to the half of a session: a code leads in where the password was given, and nowhere else. */
const hashOf = (half: string, code: string) => sha256(`enter|${half}|${plainCode(code)}`);

interface Half {
  half: string;
  minutes: number;
  expiresAt: Date;
}

/** Mails a person who holds an office the code that is asked for after the password; those mailed before hold no longer. */
export async function mailEntryCode(
  ctx: TransactionContext,
  person: { id: string; email: string; displayName: string; locale: string },
  { half, minutes, expiresAt }: Half,
): Promise<void> {
  const code = codeOfBytes(randomBytes(bytesOfCode));
  const now = ctx.clock.now();
  await ctx.prisma.mailToken.deleteMany({ where: { personId: person.id, purpose } });
  await ctx.prisma.mailToken.create({
    data: {
      ...{ tokenHash: hashOf(half, code), personId: person.id, purpose },
      ...{ email: person.email, createdAt: now, expiresAt },
    },
  });
  const locale = isLocale(person.locale) ? person.locale : 'zh-CN';
  const t = textIn(locale, mails);
  await queueMail(ctx, ctx, {
    ...{ recipient: person.email, personId: person.id, unsubscribeUrl: null, at: now, locale },
    subject: t('entry-subject'),
    paragraphs: [t('greeting', { name: person.displayName }), t('entry-body', { code, minutes })],
    footer: [t('entry-not-you')],
  });
}

/** Uses the code up. Throws `invalid` at the field `code` where it is not the one that was mailed for this half. */
export async function takeEntryCode(
  ctx: TransactionContext,
  { personId, half }: { personId: string; half: string },
  code: string,
): Promise<void> {
  const { count } = await ctx.prisma.mailToken.deleteMany({
    where: { tokenHash: hashOf(half, code), personId, purpose, expiresAt: { gt: ctx.clock.now() } },
  });
  if (count === 0) throw new DomainError('invalid', { field: 'code', reason: 'identity.wrong-code' });
}
