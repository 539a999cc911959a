import type { Context, ReadContext, TransactionContext } from '../context';
import { doOnce } from '../do-once.server';
import { DomainError, ensure } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { contactPerson } from './activities/contact-person.server';
import { columnsOf, ensureWhere } from './activities/opportunity-columns.server';
import { volunteeringEvents } from './events';
import type { VolunteeringEventType } from './events';
import type { SaidOf } from '../ledger/define-events';
import { loadOrganised } from './activities/load-organised.server';
import { mayRecruit } from './policy';
import { signUpUntil, startFault } from './rules/terms';
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
    const named = { given: input.contactId, held: personId };
    const contactId = await contactPerson(ctx, organisationId, named);
    await ctx.prisma.opportunity.create({
      data: {
        ...columnsOf(ctx, input),
        ...{ id, organisationId, contactId },
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

/** Throws `invalid` at `startsAt` for a time that has passed, or that is years ahead. */
export function ensureStart(ctx: ReadContext, startsAt: Date): void {
  const fault = startFault(startsAt, ctx.clock.now());
  if (fault) throw new DomainError('invalid', { field: 'startsAt', reason: `volunteering.${fault}` });
}

/**
 * Adds a shift. People sign up until some hours before it starts, as the activity says; where less is left, until the
 * start. Throws `invalid` at `startsAt` for a time that has passed.
 */
export async function addShift(ctx: Context, opportunityId: string, input: ShiftInput): Promise<void> {
  await doOnce(ctx, 'shift.add', async (ctx) => {
    const opportunity = await loadOrganised(ctx, opportunityId);
    const id = await createShift(ctx, opportunity, input);
    const { startsAt, endsAt } = input;
    await tellAdded(ctx, opportunity, { type: 'shift.added', publicData: { startsAt, endsAt } });
    return id;
  });
}

type Recruiting = Awaited<ReturnType<typeof loadOrganised>>;

/** Writes a shift of an activity that is published; answers its id. Whoever asks tells of it. */
export async function createShift(
  ctx: TransactionContext,
  opportunity: Recruiting,
  input: ShiftInput,
): Promise<string> {
  const { startsAt, endsAt, capacity, task, place = '', roles = [] } = input;
  const now = ctx.clock.now();
  ensureStart(ctx, startsAt);
  if (opportunity.state !== 'published') throw new DomainError('conflict', { reason: 'already-decided' });
  const id = newId(now);
  await ctx.prisma.shift.create({
    data: {
      ...{ id, opportunityId: opportunity.id, startsAt, endsAt, capacity, task, place },
      roles: JSON.stringify(roles),
      signUpUntil: signUpUntil({ startsAt, now, signUpHours: opportunity.signUpHours }),
    },
  });
  return id;
}

/** Tells once of what was added at once. */
export async function tellAdded(
  ctx: TransactionContext,
  { id, title, areaId }: Recruiting,
  told: {
    type: 'shift.added' | 'shift.series-added';
    publicData: SaidOf<typeof volunteeringEvents, VolunteeringEventType>;
  },
): Promise<void> {
  await appendEvent(ctx, volunteeringEvents, {
    ...{ type: told.type, subjectKind: 'opportunity', subjectId: id, areaId },
    publicData: { title, ...told.publicData },
  });
}
