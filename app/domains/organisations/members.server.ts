import type { Context } from '../context';
import { DomainError, ensure } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { organisationEvents } from './events';
import { allow, deny } from '~/lib/decision';
import type { Transaction } from '~/platform/db/database.server';

function ownMandate(ctx: Context, organisationId: string): string | null {
  if (ctx.actor.kind !== 'person') return null;
  return ctx.actor.memberships.find((member) => member.organisationId === organisationId)?.mandate ?? null;
}

/** Only an owner changes who belongs to the organisation. */
function ensureOwner(ctx: Context, organisationId: string): void {
  ensure(ownMandate(ctx, organisationId) === 'owner' ? allow : deny('organisations.owners-only'));
}

async function tell(
  tx: Transaction,
  ctx: Context,
  event: { organisationId: string; type: keyof typeof organisationEvents },
): Promise<void> {
  const { name, areaId } = await tx.prisma.organisation.findUniqueOrThrow({
    where: { id: event.organisationId },
  });
  await appendEvent(tx, ctx, organisationEvents, {
    type: event.type,
    subjectKind: 'organisation',
    subjectId: event.organisationId,
    areaId,
    publicData: { title: name },
  });
}

/** Adds a registered person by mail address. */
export async function addMember(
  ctx: Context,
  organisationId: string,
  input: { email: string; mandate: 'representative' | 'member' },
): Promise<void> {
  ensureOwner(ctx, organisationId);
  await ctx.database.transaction(async (tx) => {
    const person = await tx.prisma.person.findUnique({ where: { email: input.email }, select: { id: true } });
    if (!person) throw new DomainError('invalid', { field: 'email', reason: 'organisations.unknown-person' });
    const key = { organisationId, personId: person.id };
    const known = await tx.prisma.organisationMember.findUnique({ where: { organisationId_personId: key } });
    if (known?.mandate === 'owner')
      throw new DomainError('conflict', { field: 'email', reason: 'organisations.is-owner' });
    await tx.prisma.organisationMember.upsert({
      where: { organisationId_personId: key },
      create: { ...key, mandate: input.mandate, createdAt: ctx.clock.now() },
      update: { mandate: input.mandate },
    });
    await tell(tx, ctx, { organisationId, type: 'organisation.member-joined' });
  });
}

/** An owner removes a member, never an owner. */
export async function removeMember(ctx: Context, organisationId: string, personId: string): Promise<void> {
  ensureOwner(ctx, organisationId);
  await ctx.database.transaction(async (tx) => {
    const removed = await tx.prisma.organisationMember.deleteMany({
      where: { organisationId, personId, mandate: { not: 'owner' } },
    });
    if (removed.count === 0) throw new DomainError('conflict', { reason: 'organisations.is-owner' });
    await tell(tx, ctx, { organisationId, type: 'organisation.member-left' });
  });
}

/** The owner hands ownership to another member and becomes a representative. */
export async function handOver(ctx: Context, organisationId: string, toPersonId: string): Promise<void> {
  ensureOwner(ctx, organisationId);
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  const { personId } = ctx.actor;
  await ctx.database.transaction(async (tx) => {
    const raised = await tx.prisma.organisationMember.updateMany({
      where: { organisationId, personId: toPersonId, mandate: { not: 'owner' } },
      data: { mandate: 'owner' },
    });
    if (raised.count === 0) throw new DomainError('not-found');
    await tx.prisma.organisationMember.updateMany({
      where: { organisationId, personId },
      data: { mandate: 'representative' },
    });
    await tell(tx, ctx, { organisationId, type: 'organisation.handed-over' });
  });
}

/** A member leaves; the last owner hands over first. */
export async function leaveOrganisation(ctx: Context, organisationId: string): Promise<void> {
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  const { personId } = ctx.actor;
  if (ownMandate(ctx, organisationId) === 'owner')
    throw new DomainError('forbidden', { reason: 'organisations.hand-over-first' });
  await ctx.database.transaction(async (tx) => {
    const left = await tx.prisma.organisationMember.deleteMany({
      where: { organisationId, personId, mandate: { not: 'owner' } },
    });
    if (left.count === 0) throw new DomainError('not-found');
    await tell(tx, ctx, { organisationId, type: 'organisation.member-left' });
  });
}
