import type { TransactionContext } from '../../context';
import { DomainError } from '../../domain-error';
import type { Transaction } from '~/platform/db/database.server';
import { lockRow } from '~/platform/db/lock-row';
import { sha256 } from '~/lib/sha256';
import { randomToken } from '~/platform/crypto/tokens.server';
import { queueMail } from '~/platform/mail/queue-mail.server';
import { textIn } from '~/i18n/catalogue';
import { mails } from '~/i18n/mails';
import { isLocale } from '~/i18n/locale';
import { paths } from '~/paths';

const hoursValid = 2;

export interface LinkReceiver {
  /** Null where the address has no account yet. */
  id: string | null;
  email: string;
  displayName: string;
  locale: string;
}

export interface MailedLink {
  person: LinkReceiver;
  mail: 'confirm' | 'reset-password' | 'known';
  hours: number;
  path: string;
}

/** Mails a link that lets its reader in. */
export async function mailLink(ctx: TransactionContext, link: MailedLink): Promise<void> {
  const { person, mail, hours, path } = link;
  const locale = isLocale(person.locale) ? person.locale : 'zh-CN';
  const t = textIn(locale, mails);
  const portal = await ctx.subjects.portalName(ctx, locale);
  await queueMail(ctx, ctx, {
    recipient: person.email,
    personId: person.id,
    unsubscribeUrl: null,
    at: ctx.clock.now(),
    locale,
    subject: t(`${mail}-subject`),
    paragraphs: [t('greeting', { name: person.displayName }), t(`${mail}-body`, { hours, portal })],
    action: { label: t(`${mail}-action`), url: `${ctx.configuration.publicUrl}${path}` },
    footer: [t('not-you')],
  });
}

/**
 * Mails a link with a single-use token by which a person sets a new password: what the table keeps is only its hash.
 * `known` tells an owner that the address was registered once more.
 */
export async function mailToken(
  ctx: TransactionContext,
  to: { person: LinkReceiver & { id: string }; mail: 'reset-password' | 'known' },
): Promise<void> {
  const token = randomToken();
  const now = ctx.clock.now();
  await ctx.prisma.mailToken.create({
    data: {
      tokenHash: sha256(token),
      personId: to.person.id,
      purpose: 'reset-password',
      email: to.person.email,
      createdAt: now,
      expiresAt: new Date(now.getTime() + hoursValid * 3600_000),
    },
  });
  await mailLink(ctx, { ...to, hours: hoursValid, path: paths.resetPassword(token) });
}

/** Ends every mailed link of the person. */
export async function endTokens(tx: Transaction, personId: string): Promise<void> {
  await tx.prisma.mailToken.deleteMany({ where: { personId } });
}

/**
 * Uses a token up, and with it all others of the person; answers the person. Throws `expired` where it is unknown,
 * used or too old.
 */
export async function takeToken(ctx: TransactionContext, token: string): Promise<string> {
  const valid = {
    tokenHash: sha256(token),
    purpose: 'reset-password',
    usedAt: null,
    expiresAt: { gt: ctx.clock.now() },
  };
  const expired = () => new DomainError('expired', { reason: 'identity.token-expired' });
  const row = await ctx.prisma.mailToken.findFirst({ where: valid });
  if (!row) throw expired();
  // Two tokens of one person at once: the second finds that the first has ended it.
  await lockRow(ctx, 'Person', row.personId);
  if ((await ctx.prisma.mailToken.count({ where: valid })) === 0) throw expired();
  await endTokens(ctx, row.personId);
  return row.personId;
}
