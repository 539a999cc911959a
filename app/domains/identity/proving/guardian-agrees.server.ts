import type { Context, ReadContext, TransactionContext } from '../../context';
import { DomainError } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { textIn } from '~/i18n/catalogue';
import { mails } from '~/i18n/mails';
import { sha256 } from '~/lib/sha256';
import { randomToken } from '~/platform/crypto/tokens.server';
import { queueMail } from '~/platform/mail/queue-mail.server';
import { guardianPath } from '~/paths-account';

const over = () => new DomainError('expired', { reason: 'identity.token-expired' });

interface Waiting {
  tokenHash: string;
  displayName: string;
  expiresAt: Date;
  guardianEmail: string | null;
  guardianAgreedAt: Date | null;
}

/** Mails a parent or guardian the link by which that one agrees to the account of a child under 14. */
async function askGuardian(ctx: TransactionContext, { displayName, expiresAt }: Waiting, recipient: string) {
  const { locale } = ctx;
  const t = textIn(locale, mails);
  const token = randomToken();
  const portal = await ctx.subjects.portalName(ctx, locale);
  const hours = Math.max(1, Math.floor((expiresAt.getTime() - ctx.clock.now().getTime()) / 3600_000));
  await queueMail(ctx, ctx, {
    ...{ recipient, personId: null, unsubscribeUrl: null, at: ctx.clock.now(), locale },
    subject: t('guardian-subject'),
    paragraphs: [t('guardian-body', { name: displayName, portal, hours }), t('guardian-after')],
    action: { label: t('guardian-action'), url: `${ctx.configuration.publicUrl}${guardianPath(token)}` },
    footer: [t('guardian-not-you')],
  });
  return sha256(token);
}

/**
 * Who is under 14 waits for the guardian, who is mailed once the child has followed the own link: whoever types in
 * addresses of others has nobody mailed, and learns from no mail who has an account. Throws `forbidden` until that one
 * has agreed.
 */
export async function ensureGuardianAgreed(ctx: Context, pending: Waiting): Promise<void> {
  const { tokenHash, guardianEmail, guardianAgreedAt } = pending;
  if (guardianEmail === null || guardianAgreedAt !== null) return;
  await inTransaction(ctx, async (ctx) => {
    const where = { tokenHash, guardianHash: null };
    // Holds the row: of two presses one mails.
    const { count } = await ctx.prisma.pendingRegistration.updateMany({
      where,
      data: { guardianHash: tokenHash },
    });
    if (count === 0) return;
    const guardianHash = await askGuardian(ctx, pending, guardianEmail);
    await ctx.prisma.pendingRegistration.update({ where: { tokenHash }, data: { guardianHash } });
  });
  throw new DomainError('forbidden', { reason: 'identity.guardian-first' });
}

const waiting = (ctx: ReadContext, token: string) => ({
  guardianHash: sha256(token),
  expiresAt: { gt: ctx.clock.now() },
});

/** What the guardian is asked about: under which name the child registered; null where the link holds no longer. */
export async function waitingChild(ctx: ReadContext, token: string) {
  const row = await ctx.database.read.pendingRegistration.findFirst({
    where: waiting(ctx, token),
    select: { displayName: true, guardianAgreedAt: true },
  });
  return row && { displayName: row.displayName, agreed: row.guardianAgreedAt !== null };
}

/** The guardian agrees: the child can confirm the own address from now on. Throws `expired`. */
export async function agreeAsGuardian(ctx: Context, token: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const { count } = await ctx.prisma.pendingRegistration.updateMany({
      where: waiting(ctx, token),
      data: { guardianAgreedAt: ctx.clock.now() },
    });
    if (count === 0) throw over();
  });
}
