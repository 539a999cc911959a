import type { Context } from '../../context';
import { doOnce, forgetDone } from '../../do-once.server';
import { DomainError } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { opportunityLifecycle } from '../lifecycle';
import { recruiter, tellPublished } from '../opportunity.server';
import type { OpportunityInput } from '../schema';
import { contactPerson } from './contact-person.server';
import { loadOrganised } from './load-organised.server';
import { columnsOf, ensureWhere } from './opportunity-columns.server';
import { transitionFrom } from '~/lib/lifecycle';
import { newId } from '~/platform/ids';

/** Keeps an activity that only its organisers see; answers its id. */
export async function draftOpportunity(ctx: Context, input: OpportunityInput): Promise<string> {
  const { personId, organisation } = recruiter(ctx);
  const { organisationId } = organisation;
  const now = ctx.clock.now();
  const id = newId(now);
  return doOnce(ctx, 'opportunity.draft', async (ctx) => {
    await ensureWhere(ctx, input);
    const named = { given: input.contactId, held: personId };
    const contactId = await contactPerson(ctx, organisationId, named);
    await ctx.prisma.opportunity.create({
      data: {
        ...columnsOf(ctx, input),
        ...{ id, organisationId, contactId },
        ...{ state: 'draft', createdAt: now },
      },
    });
    return id;
  });
}

/** Makes a draft with all texts of an activity or a template of the same organisation, without its shifts. */
export async function copyOpportunity(ctx: Context, opportunityId: string): Promise<string> {
  const { personId, organisation } = recruiter(ctx);
  const now = ctx.clock.now();
  const id = newId(now);
  return doOnce(ctx, 'opportunity.copy', async (ctx) => {
    const texts = await loadOrganised(ctx, opportunityId);
    const { organisationId } = organisation;
    if (texts.organisationId !== organisationId)
      throw new DomainError('forbidden', { reason: 'volunteering.act-for-organiser' });
    await ctx.prisma.opportunity.create({
      data: {
        ...{ ...texts, id, organisationId, contactId: personId, state: 'draft', createdAt: now },
        ...{ publishedAt: null, reason: null },
      },
    });
    return id;
  });
}

type Step = 'publish' | 'keep-as-template' | 'keep-as-draft';

/** Publishes a draft, or keeps it as a template and back. Throws `conflict` where its state has changed meanwhile. */
export async function moveDraft(ctx: Context, opportunityId: string, event: Step): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const opportunity = await loadOrganised(ctx, opportunityId);
    const step = transitionFrom(opportunityLifecycle, opportunity.state, event);
    if (!step) throw new DomainError('conflict', { reason: 'already-decided' });
    // What it hangs on may have been merged or hidden since it was drafted.
    if (event === 'publish') await ensureWhere(ctx, opportunity);
    const publishedAt = event === 'publish' ? ctx.clock.now() : null;
    await ctx.prisma.opportunity.update({
      where: { id: opportunityId },
      data: { state: step.to, publishedAt },
    });
    if (event !== 'publish') return;
    const member =
      ctx.actor.kind === 'person'
        ? ctx.actor.memberships.find(({ organisationId }) => organisationId === opportunity.organisationId)
        : undefined;
    await tellPublished(ctx, { ...opportunity, organisation: member?.name ?? '' });
  });
}

/** Removes a draft or a template, on which nothing hangs. */
export async function discardDraft(ctx: Context, opportunityId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    await loadOrganised(ctx, opportunityId);
    const gone = await ctx.prisma.opportunity.deleteMany({
      where: { id: opportunityId, state: { in: ['draft', 'template'] } },
    });
    if (gone.count === 0) throw new DomainError('conflict', { reason: 'already-decided' });
    await forgetDone(ctx, opportunityId);
  });
}
