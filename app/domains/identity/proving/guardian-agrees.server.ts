import type { Context, ReadContext, TransactionContext } from '../../context';
import { DomainError } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { textIn } from '~/i18n/catalogue';
import { mails } from '~/i18n/mails';
import { sha256 } from '~/lib/sha256';
import { queueMail } from '~/platform/mail/queue-mail.server';
import { guardianPath } from '~/paths-account';

const over = () => new DomainError('expired', { reason: 'identity.token-expired' });

/** Mails a parent or guardian the link by which that one agrees to the account of a child under 14. */
export async function askGuardian(
  ctx: TransactionContext,
  asked: { token: string; email: string; displayName: string; hours: number },
): Promise<void> {
  const { locale } = ctx;
  const t = textIn(locale, mails);
  const portal = await ctx.subjects.portalName(ctx, locale);
  const { token, email, displayName, hours } = asked;
  await queueMail(ctx, ctx, {
    ...{ recipient: email, personId: null, unsubscribeUrl: null, at: ctx.clock.now(), locale },
    subject: t('guardian-subject'),
    paragraphs: [t('guardian-body', { name: displayName, portal, hours }), t('guardian-after')],
    action: { label: t('guardian-action'), url: `${ctx.configuration.publicUrl}${guardianPath(token)}` },
    footer: [t('guardian-not-you')],
  });
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
