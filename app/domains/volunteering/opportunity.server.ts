import type { Context, TransactionContext } from '../context';
import { doOnce } from '../do-once.server';
import { DomainError, ensure } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { columnsOf, ensureWhere } from './activities/opportunity-columns.server';
import { volunteeringEvents } from './events';
import { loadOrganised } from './activities/load-organised.server';
import { mayRecruit } from './policy';
import { signUpUntil } from './rules/terms';
import type { OpportunityInput, ShiftInput } from './schema';
import { newId } from '~/platform/ids';

/** The organisation for which the actor acts. Throws where there is none. */
export function recruiter(ctx: Context) {
  ensure(mayRecruit(ctx.actor));
  if (ctx.actor.kind !== 'person' || !ctx.actor.actingFor) throw new DomainError('signed-out');
  return { personId: ctx.actor.personId, organisation: ctx.actor.actingFor };
}

/** Publishes an opportunity of the organisation for which the actor acts; answers its id. */
export async function publishOpportunity(ctx: Context, input: OpportunityInput): Promise<string> {
  const { personId, organisation } = recruiter(ctx);
  const { organisationId } = organisation;
  const now = ctx.clock.now();
  const id = newId(now);
  return doOnce(ctx, 'opportunity.publish', async (ctx) => {
    await ensureWhere(ctx, input);
    await ctx.prisma.opportunity.create({
      data: {
        ...columnsOf(ctx, input),
        ...{ id, organisationId, contactId: personId },
        ...{ state: 'published', createdAt: now, publishedAt: now },
      },
    });
    await tellPublished(ctx, { ...input, id, organisation: organisation.name });
    return id;
  });
}

export async function tellPublished(
  ctx: TransactionContext,
  {
    id,
    title,
    areaId,
    proposalId,
    organisation,
  }: {
    id: string;
    title: string;
    areaId: string;
    proposalId: string | null;
    organisation: string;
  },
): Promise<void> {
  await appendEvent(ctx, volunteeringEvents, {
    type: 'opportunity.published',
    subjectKind: 'opportunity',
    subjectId: id,
    areaId,
    publicData: { title, organisation, proposalId: proposalId === '' ? null : proposalId },
  });
}

/**
 * Adds a shift. People sign up until some hours before it starts, as the activity says; where less is left, until the
 * start. Throws `invalid` at `startsAt` for a time that has passed.
 */
export async function addShift(ctx: Context, opportunityId: string, input: ShiftInput): Promise<void> {
  await doOnce(ctx, 'shift.add', async (ctx) => {
    const opportunity = await loadOrganised(ctx, opportunityId);
    return createShift(ctx, opportunity, input);
  });
}

type Recruiting = Awaited<ReturnType<typeof loadOrganised>>;

/** Writes a shift of an activity that is published; answers its id. */
export async function createShift(
  ctx: TransactionContext,
  opportunity: Recruiting,
  input: ShiftInput & { seriesId?: string },
): Promise<string> {
  const { startsAt, endsAt, capacity, task, place = '', roles = [], seriesId = null } = input;
  const now = ctx.clock.now();
  if (startsAt <= now)
    throw new DomainError('invalid', { field: 'startsAt', reason: 'volunteering.in-the-past' });
  if (opportunity.state !== 'published') throw new DomainError('conflict', { reason: 'already-decided' });
  const id = newId(now);
  await ctx.prisma.shift.create({
    data: {
      ...{ id, opportunityId: opportunity.id, startsAt, endsAt, capacity, task, place, seriesId },
      roles: JSON.stringify(roles),
      signUpUntil: signUpUntil({ startsAt, now, signUpHours: opportunity.signUpHours }),
    },
  });
  await appendEvent(ctx, volunteeringEvents, {
    type: 'shift.added',
    subjectKind: 'opportunity',
    subjectId: opportunity.id,
    areaId: opportunity.areaId,
    publicData: { title: opportunity.title, startsAt, endsAt },
  });
  return id;
}
