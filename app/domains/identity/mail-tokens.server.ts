import type { Context } from '../context';
import { DomainError } from '../domain-error';
import type { Transaction } from '~/platform/db/database.server';
import { sha256 } from '~/platform/crypto/keyed-hash.server';
import { randomToken } from '~/platform/crypto/tokens.server';
import { queueMail } from '~/platform/mail/queue-mail.server';
import { textIn } from '~/i18n/catalogue';
import { mails } from '~/i18n/mails';
import { isLocale } from '~/i18n/locale';

export type TokenPurpose = 'confirm' | 'reset-password';

const hoursValid: Record<TokenPurpose, number> = { confirm: 72, 'reset-password': 2 };

export interface TokenReceiver {
  id: string;
  email: string;
  displayName: string;
  locale: string;
}

/** Mails a link with a single-use token: what the table keeps is only its hash. */
export async function mailToken(
  tx: Transaction,
  ctx: Context,
  to: { person: TokenReceiver; purpose: TokenPurpose },
): Promise<void> {
  const token = randomToken();
  const now = ctx.clock.now();
  const { person, purpose } = to;
  await tx.prisma.mailToken.create({
    data: {
      tokenHash: sha256(token),
      personId: person.id,
      purpose,
      email: person.email,
      createdAt: now,
      expiresAt: new Date(now.getTime() + hoursValid[purpose] * 3600_000),
    },
  });
  const locale = isLocale(person.locale) ? person.locale : 'zh-CN';
  const t = textIn(locale, mails);
  const path = purpose === 'confirm' ? 'confirm' : 'reset-password';
  await queueMail(tx, {
    recipient: person.email,
    personId: person.id,
    unsubscribeUrl: null,
    at: now,
    locale,
    subject: t(`${purpose}-subject`),
    paragraphs: [
      t('greeting', { name: person.displayName }),
      t(`${purpose}-body`, { hours: hoursValid[purpose] }),
    ],
    action: { label: t(`${purpose}-action`), url: `${ctx.configuration.publicUrl}/${path}/${token}` },
    footer: [t('not-you')],
  });
}

/** Uses a token up. Throws `expired` where it is unknown, used or too old. */
export async function takeToken(
  tx: Transaction,
  ctx: Context,
  token: string,
  purpose: TokenPurpose,
): Promise<string> {
  const now = ctx.clock.now();
  const tokenHash = sha256(token);
  const taken = await tx.prisma.mailToken.updateMany({
    where: { tokenHash, purpose, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  if (taken.count === 0) throw new DomainError('expired', { reason: 'identity.token-expired' });
  const row = await tx.prisma.mailToken.findUniqueOrThrow({ where: { tokenHash } });
  return row.personId;
}
