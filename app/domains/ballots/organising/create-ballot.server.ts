import type { Context, ReadContext, TransactionContext } from '../../context';
import { doOnce } from '../../do-once.server';
import { DomainError, ensure } from '../../domain-error';
import { appendEvent } from '../../ledger/index.server';
import { enterBallot, publicAmong } from '../../proposals/index.server';
import { ensureArea } from '../../territory/index.server';
import { budgetPaperTerms } from './budget-papers';
import { ballotEvents } from '../events';
import { ballotLifecycle } from '../lifecycle';
import { meetingOf } from './meeting';
import type { NewBallot, NewOption } from './new-ballot-schema';
import { mayCreateBallot } from '../policy';
import { ballotTermsSchema } from './terms';
import type { BallotTerms } from './terms';
import { organisationsInService } from '../../organisations/index.server';
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
  await ensureOrganisations(ctx, input);
  await ctx.prisma.ballot.create({ data: ballotRow(ctx, id, input) });
  await addListed(ctx, id, input);
  await addOptions(ctx, { ballotId: id, input, standing: [] });
  await appendEvent(ctx, ballotEvents, {
    type: 'ballot.scheduled',
    subjectKind: 'ballot',
    subjectId: id,
    areaId: input.areaId,
    publicData: { title: input.title, opensAt: input.opensAt, closesAt: input.closesAt },
  });
  return id;
}

/** Throws `invalid` where one of the organisations that the ballot is among is not verified. */
export async function ensureOrganisations(
  ctx: ReadContext,
  input: Pick<NewBallot, 'electorateKind' | 'organisationIds'>,
): Promise<void> {
  if (input.electorateKind !== 'organisations') return;
  const found = await organisationsInService(ctx, input.organisationIds);
  if (found.length !== new Set(input.organisationIds).size)
    throw new DomainError('invalid', { field: 'organisationIds', reason: 'ballots.unknown-organisation' });
}

/** The closed list, where the ballot has one. */
export async function addListed(tx: Transaction, ballotId: string, input: NewBallot): Promise<void> {
  if (input.electorateKind !== 'list') return;
  const emails = [...new Set(input.listed)];
  await tx.prisma.listedElector.createMany({ data: emails.map((email) => ({ ballotId, email })) });
}

function termsOf(input: NewBallot): BallotTerms {
  return ballotTermsSchema.parse({
    seats: input.seats,
    maximumScore: input.maximumScore,
    entrusted: input.entrusted,
    tieRule: input.tieRule === 'cheaper' && input.kind !== 'budget' ? 'order' : input.tieRule,
    organisationIds: input.electorateKind === 'organisations' ? input.organisationIds : [],
    meeting: meetingOf(input),
    budget:
      input.kind !== 'budget'
        ? null
        : {
            fen: input.budget,
            ...budgetPaperTerms(input),
            completion: input.completion,
            stopWhenExhaustive: input.stopWhenExhaustive === 'on',
            paperFen: input.paperBudget ?? null,
          },
  });
}

/** The columns that the form fills. */
export function calledColumns(input: NewBallot) {
  const limited = input.kind === 'approval' || input.kind === 'budget';
  return {
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
    opensAt: input.opensAt,
    closesAt: input.closesAt,
  };
}

function ballotRow(ctx: ReadContext, id: string, input: NewBallot) {
  const actor = ctx.actor.kind === 'person' ? ctx.actor : null;
  return {
    ...calledColumns(input),
    id,
    state: ballotLifecycle.initial,
    createdBy: actor?.personId ?? 'system',
    organisationId: actor?.actingFor?.organisationId ?? null,
    createdAt: ctx.clock.now(),
  };
}

/** What is voted on. The proposals of `standing` are put to this vote already; the others leave review for it. */
export async function addOptions(
  ctx: TransactionContext,
  { ballotId, input, standing }: { ballotId: string; input: NewBallot; standing: readonly string[] },
): Promise<void> {
  const proposals = await publicAmong(ctx, input.proposalIds);
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
  for (const { id } of proposals)
    if (!standing.includes(id)) await enterBallot(ctx, { proposalId: id, ballotId });
}

/** Ids that sort as the options are published: a tie rule by the published order may then compare ids. */
export function ascendingIds(at: Date, count: number): string[] {
  return Array.from({ length: count }, () => newId(at)).sort();
}
