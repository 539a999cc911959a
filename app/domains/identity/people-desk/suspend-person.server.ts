import type { Context, TransactionContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { appendEvent } from '../../ledger/index.server';
import { forgetDevices } from '../../notifications/index.server';
import { personTopic } from '../../person-topic';
import { identityEvents } from '../events';
import { maySuspend } from '../policy';
import { portalTops } from '../portal-tops.query.server';
import { endTokens } from '../proving/mail-tokens.server';
import type { Suspension } from '../schema';
import { textIn } from '~/i18n/catalogue';
import { isLocale } from '~/i18n/locale';
import { mails } from '~/i18n/mails';
import { lockRow } from '~/platform/db/lock-row';
import { queueMail } from '~/platform/mail/queue-mail.server';

/** The account, held until the commit. Throws `not-found` where there is none, or an erased one. */
async function holdPerson(ctx: TransactionContext, personId: string, tops: readonly string[]) {
  await lockRow(ctx, 'Person', personId);
  const person = await ctx.prisma.person.findUnique({
    where: { id: personId },
    include: { roles: { select: { id: true } } },
  });
  if (!person || person.erasedAt !== null) throw new DomainError('not-found');
  const areaId = person.residenceAreaId ?? person.homeAreaId;
  ensure(maySuspend(ctx.actor, { id: personId, areaId, holdsOffice: person.roles.length > 0 }, tops));
  return person;
}

/**
 * Closes an account to its owner: every session, mailed link and private address ends, nobody signs in by it, and no mail goes to it but
 * the one that says why. What the person has said and signed stays. Throws `conflict` where it is closed already.
 */
export async function suspendPerson(ctx: Context, { personId, reason }: Suspension): Promise<void> {
  const tops = await portalTops(ctx);
  await inTransaction(ctx, async (ctx) => {
    const person = await holdPerson(ctx, personId, tops);
    if (person.suspendedAt !== null) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    const now = ctx.clock.now();
    await ctx.prisma.person.update({ where: { id: personId }, data: { suspendedAt: now } });
    await ctx.prisma.session.deleteMany({ where: { personId } });
    await forgetDevices(ctx, { personId });
    await endTokens(ctx, personId);
    const about = { subjectKind: 'person', subjectId: personId, areaId: person.residenceAreaId } as const;
    await appendEvent(ctx, identityEvents, {
      ...{ type: 'person.suspended', ...about },
      publicData: { title: '', reason },
    });
    await mailSuspension(ctx, person, reason);
    // What lies kept under private addresses, such as that of a calendar, is answered no more.
    ctx.afterCommit(() => ctx.invalidatePages([personTopic(personId)]));
  });
}

async function mailSuspension(
  ctx: TransactionContext,
  person: { id: string; email: string; displayName: string; locale: string },
  reason: string,
) {
  const locale = isLocale(person.locale) ? person.locale : 'zh-CN';
  const t = textIn(locale, mails);
  await queueMail(ctx, ctx, {
    ...{ recipient: person.email, personId: person.id, locale, unsubscribeUrl: null, at: ctx.clock.now() },
    subject: t('suspended-subject'),
    paragraphs: [t('greeting', { name: person.displayName }), t('suspended-body', { reason })],
    footer: [t('suspended-object')],
  });
}

/** Opens a suspended account again; its owner is told. Throws `conflict` where it is open. */
export async function reinstatePerson(ctx: Context, { personId, reason }: Suspension): Promise<void> {
  const tops = await portalTops(ctx);
  await inTransaction(ctx, async (ctx) => {
    const person = await holdPerson(ctx, personId, tops);
    if (person.suspendedAt === null) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    await ctx.prisma.person.update({ where: { id: personId }, data: { suspendedAt: null } });
    await appendEvent(ctx, identityEvents, {
      ...{ type: 'person.reinstated', subjectKind: 'person', subjectId: personId },
      areaId: person.residenceAreaId,
      publicData: { title: '', reason },
    });
  });
}
