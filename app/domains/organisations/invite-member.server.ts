import { z } from 'zod';
import type { Context, ReadContext, TransactionContext } from '../context';
import { inTransaction } from '../in-transaction.server';
import { DomainError, ensure } from '../domain-error';
import { confirmedAccount, confirmedEmailOf } from '../identity/index.server';
import { lockOrganisation, mandateOf, tellOfOrganisation } from './load-organisation.server';
import { mayInvite, mayManageMembers } from './policy';
import type { InviteInput } from './schema';
import { textIn } from '~/i18n/catalogue';
import { mails } from '~/i18n/mails';
import { newId } from '~/platform/ids';
import { enqueue } from '~/platform/jobs/enqueue.server';
import { queueMail } from '~/platform/mail/queue-mail.server';
import { paths } from '~/paths';

const day = 24 * 3600_000;
const daysOpen = 30;
const mostOpen = 100;

/** Invitations are open from this instant on. */
const openSince = (now: Date) => new Date(now.getTime() - daysOpen * day);

/**
 * Invites a mail address. Whether anyone has it is looked up by a job afterwards, and the owner sees only that the
 * invitation is out: the answer is the same for every address, and a name appears once its owner has accepted.
 * An address that was invited within a day, or has declined, is not written to again.
 */
export async function inviteMember(
  ctx: Context,
  organisationId: string,
  { email, mandate }: InviteInput,
): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'person') throw new DomainError('signed-out');
  const now = ctx.clock.now();
  await inTransaction(ctx, async (ctx) => {
    const organisation = await lockOrganisation(ctx, organisationId);
    ensure(mayInvite(actor, organisation));
    await ctx.prisma.organisationInvitation.deleteMany({
      where: { organisationId, createdAt: { lte: openSince(now) } },
    });
    const key = { organisationId, email };
    const known = await ctx.prisma.organisationInvitation.findUnique({
      where: { organisationId_email: key },
    });
    if (!known) await ensureFewOpen(ctx, organisationId);
    const recent = known !== null && now.getTime() - known.createdAt.getTime() < day;
    const silent = known !== null && (recent || known.declinedAt !== null);
    const columns = { mandate, invitedBy: actor.personId, ...(silent ? {} : { createdAt: now }) };
    const { id } = await ctx.prisma.organisationInvitation.upsert({
      where: { organisationId_email: key },
      create: { id: newId(now), ...key, ...columns, createdAt: now },
      update: columns,
    });
    if (!silent) await sendLater(ctx, id);
    ctx.afterCommit(() => ctx.invalidatePages(['organisations']));
  });
}

async function sendLater(ctx: TransactionContext, invitationId: string): Promise<void> {
  const runAt = ctx.clock.now();
  await enqueue(ctx, {
    ...{ kind: 'organisations.invite', payload: { invitationId }, runAt },
    idempotencyKey: `organisations.invite:${invitationId}:${runAt.getTime()}`,
  });
}

/** Invites whoever is to act first for a department that was entered by staff. */
export async function inviteToDepartment(
  ctx: TransactionContext,
  { organisationId, email }: { organisationId: string; email: string },
): Promise<void> {
  const now = ctx.clock.now();
  const id = newId(now);
  const invitedBy = ctx.actor.kind === 'person' ? ctx.actor.personId : 'system';
  await ctx.prisma.organisationInvitation.create({
    data: { id, organisationId, email, mandate: 'representative', invitedBy, createdAt: now },
  });
  await sendLater(ctx, id);
}

async function ensureFewOpen(ctx: TransactionContext, organisationId: string): Promise<void> {
  if ((await ctx.prisma.organisationInvitation.count({ where: { organisationId } })) < mostOpen) return;
  throw new DomainError('conflict', {
    field: 'email',
    reason: 'organisations.too-many-invitations',
    params: { count: mostOpen },
  });
}

const payloadSchema = z.object({ invitationId: z.string() });

/** The handler of jobs of kind `organisations.invite`: tells the account of the address, or writes to the address. */
export async function sendInvitation(ctx: Context, payload: unknown): Promise<void> {
  const { invitationId } = payloadSchema.parse(payload);
  await inTransaction(ctx, async (ctx) => {
    const invitation = await ctx.prisma.organisationInvitation.findUnique({
      where: { id: invitationId },
      include: { organisation: true },
    });
    if (invitation?.organisation.state !== 'verified' || invitation.declinedAt) return;
    const account = await confirmedAccount(ctx, invitation.email);
    if (account === null) return writeToStranger(ctx, invitation);
    const mandate = await mandateOf(ctx, invitation.organisationId, account.id);
    if (account.suspended || mandate === 'owner' || mandate === invitation.mandate) return;
    await tellOfOrganisation(ctx, {
      type: 'organisation.invited',
      organisation: invitation.organisation,
      personId: account.id,
    });
  });
}

async function writeToStranger(
  ctx: TransactionContext,
  invitation: { email: string; organisation: { id: string; name: string } },
): Promise<void> {
  const t = textIn(ctx.locale, mails);
  const portal = await ctx.subjects.portalName(ctx, ctx.locale);
  const name = invitation.organisation.name;
  const onward = encodeURIComponent(paths.organisation(invitation.organisation.id));
  await queueMail(ctx, ctx, {
    recipient: invitation.email,
    personId: null,
    unsubscribeUrl: null,
    at: ctx.clock.now(),
    locale: ctx.locale,
    subject: t('invited-subject', { name }),
    paragraphs: [t('invited-body', { name, days: daysOpen, portal })],
    action: {
      label: t('invited-action'),
      url: `${ctx.configuration.publicUrl}${paths.register}?next=${onward}`,
    },
    footer: [t('not-you')],
  });
}

/** The actor's confirmed address, as the database has it. */
async function ownAddress(ctx: TransactionContext): Promise<{ personId: string; email: string }> {
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  const { personId } = ctx.actor;
  const email = await confirmedEmailOf(ctx, personId);
  if (email === null) throw new DomainError('forbidden', { reason: 'confirm-address-first' });
  return { personId, email };
}

const noInvitation = () => new DomainError('not-found', { reason: 'organisations.no-invitation' });

/** Accepts or declines the invitation of the actor's own address. */
export async function answerInvitation(
  ctx: Context,
  organisationId: string,
  answer: 'accept' | 'decline',
): Promise<void> {
  const now = ctx.clock.now();
  await inTransaction(ctx, async (ctx) => {
    const organisation = await lockOrganisation(ctx, organisationId);
    const { personId, email } = await ownAddress(ctx);
    const invitation = await ctx.prisma.organisationInvitation.findFirst({
      where: { organisationId, email, declinedAt: null, createdAt: { gt: openSince(now) } },
    });
    if (!invitation) throw noInvitation();
    if (answer === 'decline') {
      await ctx.prisma.organisationInvitation.update({
        where: { id: invitation.id },
        data: { declinedAt: now },
      });
    } else {
      if (organisation.state !== 'verified') throw noInvitation();
      if ((await mandateOf(ctx, organisationId, personId)) === 'owner')
        throw new DomainError('conflict', { reason: 'organisations.is-owner' });
      await ctx.prisma.organisationInvitation.delete({ where: { id: invitation.id } });
      const { mandate } = invitation;
      await ctx.prisma.organisationMember.upsert({
        where: { organisationId_personId: { organisationId, personId } },
        create: { organisationId, personId, mandate, createdAt: now },
        update: { mandate },
      });
      await tellOfOrganisation(ctx, { type: 'organisation.member-joined', organisation });
    }
    ctx.afterCommit(() => ctx.invalidatePages(['organisations']));
  });
}

/** The owner takes an invitation back. */
export async function withdrawInvitation(
  ctx: Context,
  organisationId: string,
  invitationId: string,
): Promise<void> {
  ensure(mayManageMembers(ctx.actor, organisationId));
  await inTransaction(ctx, async (ctx) => {
    const gone = await ctx.prisma.organisationInvitation.deleteMany({
      where: { id: invitationId, organisationId, declinedAt: null },
    });
    if (gone.count === 0) throw noInvitation();
    ctx.afterCommit(() => ctx.invalidatePages(['organisations']));
  });
}

/** Whom the owner has invited: one that was declined looks like one that waits. */
export async function invitationsOut(ctx: ReadContext, organisationId: string) {
  if (!mayManageMembers(ctx.actor, organisationId).allowed) return [];
  return ctx.database.read.organisationInvitation.findMany({
    where: { organisationId, createdAt: { gt: openSince(ctx.clock.now()) } },
    orderBy: { id: 'asc' },
    take: mostOpen,
    select: { id: true, email: true, mandate: true, createdAt: true },
  });
}

/** The organisations that have invited the actor's address, or offer themselves to the actor. */
export async function invitationsFor(ctx: ReadContext) {
  if (ctx.actor.kind !== 'person' || !ctx.actor.emailConfirmed) return { invitations: [], offers: [] };
  const { personId } = ctx.actor;
  const { read } = ctx.database;
  const email = (await confirmedEmailOf(ctx, personId)) ?? '';
  const organisation = { select: { id: true, name: true } } as const;
  const [invitations, offers] = await Promise.all([
    read.organisationInvitation.findMany({
      where: {
        email,
        declinedAt: null,
        createdAt: { gt: openSince(ctx.clock.now()) },
        organisation: { state: 'verified' },
      },
      take: mostOpen,
      select: { mandate: true, organisation },
    }),
    read.ownershipOffer.findMany({
      where: { toPersonId: personId },
      take: mostOpen,
      select: { organisation },
    }),
  ]);
  return { invitations, offers };
}
