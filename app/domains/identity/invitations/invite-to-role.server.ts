import type { Context, ReadContext, TransactionContext } from '../../context';
import type { Role } from '../../actor';
import { doOnceWithSecret, forgetDoneWithSecret } from '../../do-once.server';
import type { ShownOnce } from '../../do-once.server';
import { DomainError, ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { appendEvent } from '../../ledger/index.server';
import { personOf } from '../../person-of';
import { ensureArea } from '../../territory/index.server';
import { identityEvents } from '../events';
import { displayNames } from '../people.query.server';
import { mayGrantRole } from '../policy';
import { administeredAreas } from '../roles.server';
import type { RoleInvitationInput } from '../schema';
import { sha256 } from '~/lib/sha256';
import { randomToken } from '~/platform/crypto/tokens.server';
import { within } from '~/platform/db/lists/area-scope';
import { newId } from '~/platform/ids';

const day = 24 * 3600_000;
/** Open ones of one administrator. */
const mostOpen = 100;
const mostShown = 300;

/** Neither taken nor taken back, and still in its time. */
export const openAt = (now: Date) => ({ takenAt: null, revokedAt: null, expiresAt: { gt: now } });

/** Throws `conflict` where so many more would be too many. */
export async function ensureFewOpen(ctx: TransactionContext, invitedBy: string, more = 1): Promise<void> {
  const open = await ctx.prisma.roleInvitation.count({ where: { invitedBy, ...openAt(ctx.clock.now()) } });
  if (open + more > mostOpen)
    throw new DomainError('conflict', {
      reason: 'identity.too-many-invitations',
      params: { most: mostOpen },
    });
}

const tellOfInvitation = (
  ctx: TransactionContext,
  type: 'role.invited' | 'role.invitation-revoked',
  { id, role, areaId, invitedBy }: { id: string; role: string; areaId: string; invitedBy: string },
) =>
  appendEvent(ctx, identityEvents, {
    ...{ type, subjectKind: 'person', subjectId: personOf(ctx), areaId },
    publicData: { title: '', role },
    privateData: { invitedBy, invitationId: id },
  });

/**
 * Makes a link by which whoever opens it first takes the role in the area. Answers the part of the link that is secret:
 * it is shown here and never again, only its hash is kept.
 */
export async function inviteToRole(ctx: Context, input: RoleInvitationInput): Promise<ShownOnce> {
  ensure(mayGrantRole(ctx.actor, input.areaId));
  const secret = randomToken();
  return doOnceWithSecret(ctx, 'role.invite', async (ctx) => {
    await ensureArea(ctx, input.areaId);
    await ensureFewOpen(ctx, personOf(ctx));
    return { id: await writeInvitation(ctx, { ...input, secret, listId: null }), secret };
  });
}

/** Writes one invitation and tells of it; answers its id. */
export async function writeInvitation(
  ctx: TransactionContext,
  invitation: RoleInvitationInput & { secret: string; listId: string | null },
): Promise<string> {
  const { role, areaId, forWhom, days, secret, listId } = invitation;
  const now = ctx.clock.now();
  const id = newId(now);
  const invitedBy = personOf(ctx);
  await ctx.prisma.roleInvitation.create({
    data: {
      ...{ id, tokenHash: sha256(secret), role, areaId, forWhom, listId, invitedBy, createdAt: now },
      expiresAt: new Date(now.getTime() + days * day),
    },
  });
  await tellOfInvitation(ctx, 'role.invited', { id, role, areaId, invitedBy });
  return id;
}

/** Takes an invitation back before it was taken. Throws `conflict` where it is over. */
export async function revokeInvitation(ctx: Context, { id }: { id: string }): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const invitation = await ctx.prisma.roleInvitation.findUnique({ where: { id } });
    if (!invitation) throw new DomainError('not-found');
    ensure(mayGrantRole(ctx.actor, invitation.areaId));
    const now = ctx.clock.now();
    const revoked = await ctx.prisma.roleInvitation.updateMany({
      where: { id, ...openAt(now) },
      data: { revokedAt: now, revokedBy: personOf(ctx) },
    });
    if (revoked.count === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    await forgetDoneWithSecret(ctx, invitation.listId ?? id);
    await tellOfInvitation(ctx, 'role.invitation-revoked', invitation);
  });
}

export type InvitationState = 'open' | 'taken' | 'revoked' | 'expired';

/** The invitations into the areas that the actor administers, the newest first, with what became of each. */
export async function invitationsMade(ctx: ReadContext) {
  const areas = administeredAreas(ctx);
  if (areas.length === 0) throw new DomainError('forbidden', { reason: 'identity.administrators-only' });
  const rows = await ctx.database.read.roleInvitation.findMany({
    where: { OR: areas.map((areaId) => ({ areaId: within(areaId) })) },
    orderBy: { id: 'desc' },
    take: mostShown,
    omit: { tokenHash: true },
  });
  const names = await displayNames(
    ctx,
    rows.flatMap(({ invitedBy, takenBy }) => (takenBy ? [invitedBy, takenBy] : [invitedBy])),
  );
  const now = ctx.clock.now();
  return rows.map(({ id, role, areaId, forWhom, expiresAt, ...row }) => ({
    ...{ id, areaId, forWhom, expiresAt, role: role as Role },
    invitedBy: names[row.invitedBy] ?? '',
    takenBy: (row.takenBy && names[row.takenBy]) ?? '',
    state: stateOf({ ...row, expiresAt }, now),
  }));
}

function stateOf(
  { takenAt, revokedAt, expiresAt }: { takenAt: Date | null; revokedAt: Date | null; expiresAt: Date },
  now: Date,
): InvitationState {
  if (takenAt) return 'taken';
  if (revokedAt) return 'revoked';
  return expiresAt <= now ? 'expired' : 'open';
}
