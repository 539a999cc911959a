import type { Context } from '../context';
import { DomainError, ensure } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { enterBallot } from '../proposals/index.server';
import { ballotEvents } from './events';
import { mayCreateBallot } from './policy';
import type { NewBallot } from './schema';
import type { Transaction } from '~/platform/db/database.server';
import { newId } from '~/platform/ids';
import { renderMarkdown } from '~/platform/markdown/render-markdown.server';

/**
 * Schedules a ballot over proposals and free options. The proposals leave review for voting.
 * Throws `invalid` at the field that is wrong, `forbidden` where the actor may not call a ballot there.
 */
export async function createBallot(ctx: Context, input: NewBallot): Promise<string> {
  ensure(mayCreateBallot(ctx.actor, input.areaId));
  const now = ctx.clock.now();
  if (input.closesAt <= now)
    throw new DomainError('invalid', { field: 'closesAt', reason: 'ballots.closes-in-past' });
  const id = newId(now);
  await ctx.database.transaction(async (tx) => {
    const area = await tx.prisma.area.findUnique({ where: { id: input.areaId }, select: { id: true } });
    if (!area) throw new DomainError('invalid', { field: 'areaId', reason: 'unknown-area' });
    await tx.prisma.ballot.create({ data: ballotRow(ctx, id, input) });
    await addOptions(tx, ctx, id, input);
    await appendEvent(tx, ctx, ballotEvents, {
      type: 'ballot.scheduled',
      subjectKind: 'ballot',
      subjectId: id,
      areaId: input.areaId,
      publicData: { title: input.title, opensAt: input.opensAt, closesAt: input.closesAt },
    });
  });
  return id;
}

function ballotRow(ctx: Context, id: string, input: NewBallot) {
  const actor = ctx.actor.kind === 'person' ? ctx.actor : null;
  return {
    id,
    title: input.title,
    question: input.question,
    questionHtml: renderMarkdown(input.question),
    areaId: input.areaId,
    kind: input.kind,
    standing: input.standing,
    unit: input.unit,
    secret: input.secret === 'secret',
    minimumAge: input.minimumAge,
    maximumChoices: input.kind === 'approval' ? (input.maximumChoices ?? null) : null,
    quorumPercent: input.quorumPercent ?? null,
    thresholdPercent: input.thresholdPercent,
    percentageBase: input.percentageBase,
    state: 'scheduled',
    opensAt: input.opensAt,
    closesAt: input.closesAt,
    createdBy: actor?.personId ?? 'system',
    organisationId: actor?.actingFor?.organisationId ?? null,
    createdAt: ctx.clock.now(),
  };
}

async function addOptions(tx: Transaction, ctx: Context, ballotId: string, input: NewBallot) {
  const proposals = await tx.prisma.proposal.findMany({
    where: { id: { in: input.proposalIds } },
    select: { id: true, title: true },
  });
  if (proposals.length !== input.proposalIds.length) {
    throw new DomainError('invalid', { field: 'proposalIds', reason: 'ballots.unknown-proposal' });
  }
  const labels = [
    ...proposals.map((proposal) => ({ label: proposal.title, proposalId: proposal.id })),
    ...input.options.map((label) => ({ label, proposalId: null })),
  ];
  await tx.prisma.ballotOption.createMany({
    data: labels.map((option, position) => ({ id: newId(ctx.clock.now()), ballotId, position, ...option })),
  });
  for (const proposal of proposals) await enterBallot(tx, ctx, { proposalId: proposal.id, ballotId });
}
