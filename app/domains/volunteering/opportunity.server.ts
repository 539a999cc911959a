import type { Context } from '../context';
import { doOnce } from '../do-once.server';
import { DomainError, ensure } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { isPublicProposal } from '../proposals/index.server';
import { ensureArea } from '../territory/index.server';
import { volunteeringEvents } from './events';
import { mayOrganise, mayRecruit } from './policy';
import type { OpportunityInput, ShiftInput } from './schema';
import { lockRow } from '~/platform/db/lock-row';
import { newId } from '~/platform/ids';
import { renderMarkdown } from '~/platform/markdown/render-markdown.server';

/** Publishes an opportunity of the organisation for which the actor acts; answers its id. */
export async function publishOpportunity(ctx: Context, input: OpportunityInput): Promise<string> {
  ensure(mayRecruit(ctx.actor));
  if (ctx.actor.kind !== 'person' || !ctx.actor.actingFor) throw new DomainError('signed-out');
  const { personId, actingFor } = ctx.actor;
  const now = ctx.clock.now();
  const id = newId(now);
  const proposalId = input.proposalId === '' ? null : input.proposalId;
  return doOnce(ctx, 'opportunity.publish', async (ctx) => {
    await ensureArea(ctx, input.areaId);
    if (proposalId && !(await isPublicProposal(ctx, proposalId))) {
      throw new DomainError('invalid', { field: 'proposalId', reason: 'unknown-proposal' });
    }
    await ctx.prisma.opportunity.create({
      data: {
        ...input,
        id,
        proposalId,
        bodyHtml: renderMarkdown(input.body),
        place: input.place === '' ? null : input.place,
        organisationId: actingFor.organisationId,
        contactId: personId,
        state: 'published',
        createdAt: now,
        publishedAt: now,
      },
    });
    await appendEvent(ctx, volunteeringEvents, {
      type: 'opportunity.published',
      subjectKind: 'opportunity',
      subjectId: id,
      areaId: input.areaId,
      publicData: { title: input.title, organisation: actingFor.name, proposalId },
    });
    return id;
  });
}

/** Adds a shift; people sign up until three hours before it starts. */
export async function addShift(ctx: Context, opportunityId: string, input: ShiftInput): Promise<void> {
  const now = ctx.clock.now();
  if (input.startsAt <= now)
    throw new DomainError('invalid', { field: 'startsAt', reason: 'volunteering.in-the-past' });
  const id = newId(now);
  await doOnce(ctx, 'shift.add', async (ctx) => {
    await lockRow(ctx, 'Opportunity', opportunityId);
    const opportunity = await ctx.prisma.opportunity.findUnique({ where: { id: opportunityId } });
    if (!opportunity) throw new DomainError('not-found');
    ensure(mayOrganise(ctx.actor, opportunity.organisationId));
    if (opportunity.state !== 'published') throw new DomainError('conflict', { reason: 'already-decided' });
    await ctx.prisma.shift.create({
      data: {
        id,
        opportunityId,
        ...input,
        signUpUntil: new Date(input.startsAt.getTime() - 3 * 3600_000),
      },
    });
    await appendEvent(ctx, volunteeringEvents, {
      type: 'shift.added',
      subjectKind: 'opportunity',
      subjectId: opportunityId,
      areaId: opportunity.areaId,
      publicData: { title: opportunity.title, startsAt: input.startsAt, endsAt: input.endsAt },
    });
    return id;
  });
}
