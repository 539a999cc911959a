import type { Context, TransactionContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { sealStated, statedIn } from '../drawing/features.server';
import { candidateLifecycle } from '../lifecycle';
import { holdCouncil, readQuotas, tellWithoutName } from '../load-council.server';
import type { LoadedCouncil } from '../load-council.server';
import { mayDecline, mayVolunteer } from '../policy';
import type { Prisma } from '~/platform/db/database.server';
import { transitionFrom } from '~/lib/lifecycle';

/** The row of the person who acts, or null where the lot did not invite them. */
export function ownCandidate(ctx: TransactionContext, councilId: string) {
  const { actor } = ctx;
  if (actor.kind !== 'person') return null;
  return ctx.prisma.councilCandidate.findUnique({
    where: { councilId_personId: { councilId, personId: actor.personId } },
  });
}
type Candidate = NonNullable<Awaited<ReturnType<typeof ownCandidate>>>;
type CandidateEvent = (typeof candidateLifecycle)['transitions'][number]['event'];

/** Takes a step of one candidate. Throws `conflict` where another was first. */
export async function moveCandidate(
  ctx: TransactionContext,
  candidate: Pick<Candidate, 'id' | 'state'>,
  { event, ...columns }: { event: CandidateEvent } & Prisma.CouncilCandidateUpdateManyMutationInput,
): Promise<void> {
  const step = transitionFrom(candidateLifecycle, candidate.state, event);
  if (!step) throw new DomainError('wrong-state', { reason: 'councils.not-drawn' });
  const moved = await ctx.prisma.councilCandidate.updateMany({
    where: { id: candidate.id, state: candidate.state },
    data: { ...columns, state: step.to },
  });
  if (moved.count === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
}

/** What the check knew is no longer so. The version stays: whoever organises was shown nothing else. */
const forgetCheck = (ctx: TransactionContext, { id }: LoadedCouncil) =>
  ctx.prisma.council.updateMany({ where: { id }, data: { check: null } });

/**
 * Says yes, with the features by which quotas are kept; said again, the later holds. They lie sealed, and are deleted when
 * nothing is drawn by them any more.
 */
export async function volunteer(
  ctx: Context,
  councilId: string,
  form: Readonly<Record<string, string>>,
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const council = await holdCouncil(ctx, councilId);
    const candidate = await ownCandidate(ctx, councilId);
    ensure(mayVolunteer(ctx.actor, { council, candidate }, ctx.clock.now()));
    if (!candidate) return;
    const sealedFeatures = sealStated(ctx, statedIn(form, readQuotas(council.quotas)));
    const answeredAt = ctx.clock.now();
    await moveCandidate(ctx, candidate, { event: 'volunteer', sealedFeatures, answeredAt, checked: false });
    await forgetCheck(ctx, council);
    await tellWithoutName(ctx, { council, type: 'council.volunteered' });
  });
}

/** Says no, or takes a yes back: what was stated goes at once. A list that is published already stays as it is. */
export async function decline(ctx: Context, councilId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const council = await holdCouncil(ctx, councilId);
    const candidate = await ownCandidate(ctx, councilId);
    ensure(mayDecline(ctx.actor, { council, candidate }));
    if (!candidate) return;
    const answeredAt = ctx.clock.now();
    await moveCandidate(ctx, candidate, {
      event: 'decline',
      sealedFeatures: null,
      answeredAt,
      checked: false,
    });
    await forgetCheck(ctx, council);
    await tellWithoutName(ctx, { council, type: 'council.declined' });
  });
}
