import type { Context, TransactionContext } from '../context';
import { inTransaction } from '../in-transaction.server';
import { doOnce } from '../do-once.server';
import { DomainError, ensure } from '../domain-error';
import { openQueueItem, settleQueueItems } from '../moderation/index.server';
import { ensureArea } from '../territory/index.server';
import { layCertificates } from './certificates.server';
import { organisationLifecycle } from './lifecycle';
import { lockOrganisation, tellOfOrganisation } from './load-organisation.server';
import { mayModerate, mayResubmit } from './policy';
import type { OrganisationInput } from './schema';
import { stepOf } from '~/lib/lifecycle';
import type { Transaction } from '~/platform/db/database.server';
import { isUniqueViolation } from '~/platform/db/unique-violation';
import { newId } from '~/platform/ids';

export const codeKnown = () =>
  new DomainError('conflict', { field: 'creditCode', reason: 'organisations.code-known' });

/** A code is taken by whoever was verified under it: a claim that waits, or was refused, holds it against nobody. */
async function ensureRegistrable(tx: Transaction, input: OrganisationInput): Promise<void> {
  await ensureArea(tx, input.areaId);
  if ((await tx.prisma.organisation.count({ where: { verifiedCode: input.creditCode } })) > 0)
    throw codeKnown();
}

async function awaitVerification(
  ctx: TransactionContext,
  organisation: { id: string } & OrganisationInput,
): Promise<void> {
  await openQueueItem(ctx, {
    kind: 'organisation-verification',
    subjectKind: 'organisation',
    subjectId: organisation.id,
    areaId: organisation.areaId,
    title: organisation.name,
    detail: organisation.creditCode,
    dueAt: new Date(ctx.clock.now().getTime() + 7 * 24 * 3600_000),
  });
}

/**
 * Registers an organisation with the actor as owner; a moderator of its area verifies it, by its certificates: files of the
 * actor's.
 */
export async function registerOrganisation(
  ctx: Context,
  input: OrganisationInput,
  fileIds: string[] = [],
): Promise<string> {
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  const { personId } = ctx.actor;
  const now = ctx.clock.now();
  const id = newId(now);
  return doOnce(ctx, 'organisation.register', async (ctx) => {
    await ensureRegistrable(ctx, input);
    await ctx.prisma.organisation.create({
      data: { id, ...input, state: organisationLifecycle.initial, createdAt: now },
    });
    await ctx.prisma.organisationMember.create({
      data: { organisationId: id, personId, mandate: 'owner', createdAt: now },
    });
    await layCertificates(ctx, id, fileIds);
    await awaitVerification(ctx, { id, ...input });
    await tellOfOrganisation(ctx, {
      type: 'organisation.registered',
      organisation: { id, ...input },
    });
    return id;
  });
}

/** The owner of a refused organisation puts its details right and hands it in again. */
export async function resubmitOrganisation(
  ctx: Context,
  organisationId: string,
  { fileIds = [], ...input }: OrganisationInput & { fileIds?: string[] },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const organisation = await lockOrganisation(ctx, organisationId);
    ensure(mayResubmit(ctx.actor, organisation));
    await ensureRegistrable(ctx, input);
    const { from, to } = stepOf(organisationLifecycle, 'resubmit');
    const again = await ctx.prisma.organisation.updateMany({
      where: { id: organisationId, state: { in: from } },
      data: { ...input, state: to, reason: null },
    });
    if (again.count === 0) throw new DomainError('conflict', { reason: 'already-decided' });
    await layCertificates(ctx, organisationId, fileIds);
    await awaitVerification(ctx, { id: organisationId, ...input });
    await tellOfOrganisation(ctx, {
      type: 'organisation.resubmitted',
      organisation: { id: organisationId, ...input },
    });
  });
}

export interface OrganisationVerdict {
  organisationId: string;
  verify: boolean;
  reason: string;
}

/**
 * A moderator of the area verifies an organisation, or refuses it with a reason. Throws `conflict` where another one has
 * been verified under the same code meanwhile.
 */
export async function decideOrganisation(ctx: Context, verdict: OrganisationVerdict): Promise<void> {
  try {
    await inTransaction(ctx, (ctx) => decide(ctx, verdict));
  } catch (error) {
    if (isUniqueViolation(error)) throw codeKnown();
    throw error;
  }
}

async function decide(ctx: TransactionContext, input: OrganisationVerdict): Promise<void> {
  const organisation = await lockOrganisation(ctx, input.organisationId);
  ensure(mayModerate(ctx.actor, organisation.areaId));
  const { from, to } = input.verify
    ? stepOf(organisationLifecycle, 'verify')
    : stepOf(organisationLifecycle, 'refuse');
  const decided = await ctx.prisma.organisation.updateMany({
    where: { id: organisation.id, state: { in: from } },
    data: input.verify
      ? {
          state: to,
          reason: null,
          verifiedAt: ctx.clock.now(),
          verifiedCode: organisation.creditCode,
        }
      : { state: to, reason: input.reason },
  });
  if (decided.count === 0) throw new DomainError('conflict', { reason: 'already-decided' });
  await settleQueueItems(ctx, {
    subjectKind: 'organisation',
    subjectId: organisation.id,
    decision: input.verify ? 'verified' : 'refused',
    because: { ground: 'in-words', words: input.reason },
  });
  await tellOfOrganisation(ctx, {
    type: input.verify ? 'organisation.verified' : 'organisation.refused',
    organisation,
    reason: input.reason,
  });
}
