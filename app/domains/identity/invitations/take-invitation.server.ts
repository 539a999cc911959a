import type { Context, ReadContext, TransactionContext } from '../../context';
import type { Role } from '../../actor';
import { isWithin } from '../../actor';
import { forgetDoneWithSecret } from '../../do-once.server';
import { DomainError } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { appendEvent } from '../../ledger/index.server';
import { personOf } from '../../person-of';
import { identityEvents } from '../events';
import { ensureStrong, hashPassword } from '../proving/passwords.server';
import { makeAccount } from '../proving/register.server';
import { openAt } from './invite-to-role.server';
import { sha256 } from '~/lib/sha256';
import { newId } from '~/platform/ids';

const hasAccount = () => new DomainError('conflict', { field: 'email', reason: 'identity.sign-in-first' });
const over = () => new DomainError('expired', { reason: 'identity.invitation-over' });

/** Who invited may give the role still: what an administrator promised does not outlast the office. */
async function mayStillInvite(
  ctx: ReadContext,
  { invitedBy, areaId }: { invitedBy: string; areaId: string },
) {
  const held = await ctx.database.read.roleHeld.findMany({
    where: { personId: invitedBy, role: 'administrator', person: { suspendedAt: null } },
    select: { areaId: true },
  });
  return held.some((one) => isWithin(areaId, one.areaId));
}

/** The open invitation of a link. Throws `expired` where there is none, or no more. */
async function openInvitation(ctx: ReadContext, token: string) {
  const invitation = await ctx.database.read.roleInvitation.findFirst({
    where: { tokenHash: sha256(token), ...openAt(ctx.clock.now()) },
  });
  if (!invitation || !(await mayStillInvite(ctx, invitation))) throw over();
  return invitation;
}

/** What the page of a link shows: it uses nothing up. Throws `expired`. */
export async function invitationAt(ctx: ReadContext, token: string) {
  const { role, areaId, expiresAt } = await openInvitation(ctx, token);
  return { role: role as Role, areaId, expiresAt };
}

/** The event says who took it; it keeps who gave it, and by which link, who is told of it as well. */
async function record(
  ctx: TransactionContext,
  personId: string,
  { id, role, areaId, invitedBy }: { id: string; role: string; areaId: string; invitedBy: string },
): Promise<void> {
  const about = { areaId, publicData: { title: '', role }, privateData: { invitedBy, invitationId: id } };
  for (const [type, subjectId] of [
    ['role.granted', personId],
    ['role.invitation-taken', invitedBy],
  ] as const)
    await appendEvent(ctx, identityEvents, { type, subjectKind: 'person', subjectId, ...about });
}

/** Uses the invitation up and gives the role, in one transaction; of many who come at once one has it. */
async function give(ctx: TransactionContext, token: string, personId: string): Promise<void> {
  const { id, role, areaId, invitedBy, listId } = await openInvitation(ctx, token);
  if (invitedBy === personId) throw new DomainError('forbidden', { reason: 'identity.own-invitation' });
  const now = ctx.clock.now();
  const taken = await ctx.prisma.roleInvitation.updateMany({
    where: { id, ...openAt(now) },
    data: { takenAt: now, takenBy: personId },
  });
  if (taken.count === 0) throw over();
  // The same form makes another, and is not answered with this link.
  await forgetDoneWithSecret(ctx, listId ?? id);
  const granted = await ctx.sql.run(
    `INSERT INTO "RoleHeld" ("id", "personId", "role", "areaId", "grantedBy", "createdAt")
     VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT ("personId", "role", "areaId") DO NOTHING`,
    [newId(now), personId, role, areaId, invitedBy, now],
  );
  if (granted === 0) throw new DomainError('conflict', { reason: 'identity.holds-already' });
  await record(ctx, personId, { id, role, areaId, invitedBy });
}

/** Takes the role as the person who is signed in. Who holds it already is told so, and the link stays for another. */
export async function takeInvitation(ctx: Context, token: string): Promise<void> {
  const personId = personOf(ctx);
  await inTransaction(ctx, (ctx) => give(ctx, token, personId));
}

/**
 * Makes an account by the link and takes the role in it; answers the person. Only where the portal sends no mail: else
 * the address is confirmed first, as of everybody. Here the administrator who handed the link over stands in for that.
 * Throws `conflict` at the address where it has an account.
 */
export async function joinByInvitation(
  ctx: Context,
  token: string,
  input: { email: string; displayName: string; password: string },
): Promise<string> {
  if (ctx.configuration.smtpUrl !== '')
    throw new DomainError('forbidden', { reason: 'identity.mail-confirms' });
  const { email, displayName, password } = input;
  await openInvitation(ctx, token);
  ensureStrong(password, [email, displayName]);
  const passwordHash = await hashPassword(password);
  return inTransaction(ctx, async (ctx) => {
    const account = { email, displayName, passwordHash, locale: ctx.locale, mailFrequency: 'none' };
    const personId = await makeAccount(ctx, account, hasAccount);
    await give(ctx, token, personId);
    return personId;
  });
}
