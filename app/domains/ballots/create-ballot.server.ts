import type { Context, ReadContext, TransactionContext } from '../context';
import { doOnce } from '../do-once.server';
import { DomainError, ensure } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { enterBallot, publicProposals } from '../proposals/index.server';
import { ensureArea } from '../territory/index.server';
import { ballotEvents } from './events';
import { ballotLifecycle } from './lifecycle';
import type { NewBallot, NewOption } from './new-ballot-schema';
import { mayCreateBallot } from './policy';
import { ballotTermsSchema } from './terms';
import type { BallotTerms } from './terms';
import type { Transaction } from '~/platform/db/database.server';
import { newId } from '~/platform/ids';
import { renderMarkdown } from '~/platform/markdown/render-markdown.server';

/**
 * Schedules a ballot over proposals and free options. The proposals leave review for voting.
 * Throws `invalid` at the field that is wrong, `forbidden` where the actor may not call a ballot there.
 */
export async function createBallot(ctx: Context, input: NewBallot): Promise<string> {
  ensure(mayCreateBallot(ctx.actor, input.areaId));
  return doOnce(ctx, 'ballot.create', (ctx) => writeBallot(ctx, input));
}

/** The same inside a transaction that makes more than the ballot. */
export async function writeBallot(ctx: TransactionContext, input: NewBallot): Promise<string> {
  ensure(mayCreateBallot(ctx.actor, input.areaId));
  const now = ctx.clock.now();
  if (input.closesAt <= now)
    throw new DomainError('invalid', { field: 'closesAt', reason: 'ballots.closes-in-past' });
  const id = newId(now);
  await ensureArea(ctx, input.areaId);
  await checkOrganisations(ctx, input);
  await ctx.prisma.ballot.create({ data: ballotRow(ctx, id, input) });
  if (input.electorateKind === 'list') {
    const emails = [...new Set(input.listed)];
    await ctx.prisma.listedElector.createMany({ data: emails.map((email) => ({ ballotId: id, email })) });
  }
  await addOptions(ctx, id, input);
  await appendEvent(ctx, ballotEvents, {
    type: 'ballot.scheduled',
    subjectKind: 'ballot',
    subjectId: id,
    areaId: input.areaId,
    publicData: { title: input.title, opensAt: input.opensAt, closesAt: input.closesAt },
  });
  return id;
}

async function checkOrganisations(tx: Transaction, input: NewBallot): Promise<void> {
  if (input.electorateKind !== 'organisations') return;
  const found = await tx.prisma.organisation.count({
    where: { id: { in: input.organisationIds }, state: 'verified' },
  });
  if (found !== new Set(input.organisationIds).size)
    throw new DomainError('invalid', { field: 'organisationIds', reason: 'ballots.unknown-organisation' });
}

function termsOf(input: NewBallot): BallotTerms {
  return ballotTermsSchema.parse({
    seats: input.seats,
    maximumScore: input.maximumScore,
    tieRule: input.tieRule === 'cheaper' && input.kind !== 'budget' ? 'order' : input.tieRule,
    organisationIds: input.electorateKind === 'organisations' ? input.organisationIds : [],
    budget:
      input.kind !== 'budget'
        ? null
        : {
            fen: input.budget,
            rule: input.budgetRule,
            completion: input.completion,
            stopWhenExhaustive: input.stopWhenExhaustive === 'on',
            paperFen: input.paperBudget ?? null,
          },
  });
}

function ballotRow(ctx: ReadContext, id: string, input: NewBallot) {
  const actor = ctx.actor.kind === 'person' ? ctx.actor : null;
  const limited = input.kind === 'approval' || input.kind === 'budget';
  return {
    id,
    title: input.title,
    question: input.question,
    questionHtml: renderMarkdown(input.question),
    areaId: input.areaId,
    kind: input.kind,
    terms: JSON.stringify(termsOf(input)),
    electorateKind: input.electorateKind,
    standing: input.standing,
    unit: input.unit,
    secret: input.secret === 'secret',
    minimumAge: input.minimumAge,
    maximumChoices: limited ? (input.maximumChoices ?? null) : null,
    quorumPercent: input.quorumPercent ?? null,
    thresholdPercent: input.thresholdPercent,
    percentageBase: input.percentageBase,
    paperVoting: input.paperVoting === 'on',
    state: ballotLifecycle.initial,
    opensAt: input.opensAt,
    closesAt: input.closesAt,
    createdBy: actor?.personId ?? 'system',
    organisationId: actor?.actingFor?.organisationId ?? null,
    createdAt: ctx.clock.now(),
  };
}

async function addOptions(ctx: TransactionContext, ballotId: string, input: NewBallot) {
  const proposals = await ctx.prisma.proposal.findMany({
    where: { AND: publicProposals, id: { in: input.proposalIds } },
    select: { id: true, title: true },
  });
  if (proposals.length !== input.proposalIds.length) {
    throw new DomainError('invalid', { field: 'proposalIds', reason: 'ballots.unknown-proposal' });
  }
  const options: (NewOption & { proposalId: string | null })[] = [
    ...proposals.map(({ id, title }) => ({
      label: title,
      costFen: input.kind === 'budget' ? (input.costs[id] ?? null) : null,
      groupName: null,
      proposalId: id,
    })),
    ...input.options.map((option) => ({ ...option, proposalId: null })),
  ];
  const ids = ascendingIds(ctx.clock.now(), options.length);
  await ctx.prisma.ballotOption.createMany({
    data: options.map((option, position) => ({ id: ids[position] ?? '', ballotId, position, ...option })),
  });
  for (const proposal of proposals) await enterBallot(ctx, { proposalId: proposal.id, ballotId });
}

/** Ids that sort as the options are published: a tie rule by the published order may then compare ids. */
export function ascendingIds(at: Date, count: number): string[] {
  return Array.from({ length: count }, () => newId(at)).sort();
}
