import type { Context, TransactionContext } from '../context';
import { ensureCategory } from '../categories/index.server';
import { inTransaction } from '../in-transaction.server';
import { doOnce, forgetDone } from '../do-once.server';
import { DomainError, ensure } from '../domain-error';
import { attachPictures } from '../files/index.server';
import { appendEvent } from '../ledger/index.server';
import { originOf } from '../opinions/index.server';
import { follow } from '../notifications/index.server';
import { ensureArea } from '../territory/index.server';
import { thresholdIn } from './endorsing/threshold.server';
import { proposalEvents } from './events';
import { gatheringDays } from './lifecycle';
import { moveProposal } from './move-proposal.server';
import { mayEditProposal, mayPropose } from './policy';
import type { ProposalInput } from './schema';
import { lockRow } from '~/platform/db/lock-row';
import { indexText } from '~/platform/db/search';
import { newId } from '~/platform/ids';
import { renderMarkdown } from '~/platform/markdown/render-markdown.server';

function columnsOf(input: ProposalInput) {
  return {
    title: input.title,
    body: input.body,
    bodyHtml: renderMarkdown(input.body),
    category: input.category,
    areaId: input.areaId,
    place: input.place === '' ? null : input.place,
    latitude: input.latitude ?? null,
    longitude: input.longitude ?? null,
  };
}

/** Keeps a new draft; answers its id. Its author follows it from the start. */
export function createDraft(ctx: Context, input: ProposalInput, pictureIds: string[]): Promise<string> {
  return doOnce(ctx, 'proposal.draft', (ctx) => keepDraft(ctx, input, pictureIds));
}

/** The same within the transaction of a larger act. */
export async function keepDraft(
  ctx: TransactionContext,
  input: ProposalInput,
  pictureIds: string[],
): Promise<string> {
  ensure(mayPropose(ctx.actor));
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  const { personId, actingFor } = ctx.actor;
  const now = ctx.clock.now();
  const id = newId(now);
  const origin = await originOf(ctx, input.statementId ?? null);
  await ensureArea(ctx, input.areaId);
  await ensureCategory(ctx, input.category);
  await ctx.prisma.proposal.create({
    data: {
      id,
      ...columnsOf(input),
      statementId: origin?.statementId ?? null,
      state: 'draft',
      authorId: personId,
      organisationId: actingFor?.organisationId ?? null,
      threshold: await thresholdIn(ctx, input.areaId),
      createdAt: now,
      updatedAt: now,
    },
  });
  await attachPictures(ctx, { subjectKind: 'proposal', subjectId: id, fileIds: pictureIds });
  await follow(ctx, { personId, subjectKind: 'proposal', subjectId: id, at: now });
  return id;
}

async function heldProposal(ctx: TransactionContext, id: string) {
  await lockRow(ctx, 'Proposal', id);
  const proposal = await ctx.prisma.proposal.findUnique({ where: { id } });
  if (!proposal) throw new DomainError('not-found');
  ensure(mayEditProposal(ctx.actor, proposal));
  return proposal;
}

export interface ProposalChange {
  input: ProposalInput;
  pictureIds: string[];
  /** The revision from which the text was changed; without it the text counts whatever was saved meanwhile. */
  revision?: number | undefined;
}

/**
 * Changes a draft, or the text while endorsements are gathered: then as a new version that followers are told of.
 * Answers the revision that is saved now. Throws `conflict` where another window has saved another text since.
 */
export function saveProposal(ctx: Context, proposalId: string, change: ProposalChange): Promise<number> {
  return inTransaction(ctx, (ctx) => saveText(ctx, proposalId, change));
}

/** The same within the transaction of a larger act. */
export async function saveText(
  ctx: TransactionContext,
  proposalId: string,
  change: ProposalChange,
): Promise<number> {
  const { input, pictureIds } = change;
  const now = ctx.clock.now();
  const proposal = await heldProposal(ctx, proposalId);
  if (change.revision !== undefined && change.revision !== proposal.revision)
    throw new DomainError('conflict', { reason: 'proposals.saved-elsewhere' });
  await ensureArea(ctx, input.areaId);
  await ensureCategory(ctx, input.category, { kept: proposal.category });
  const published = proposal.state !== 'draft';
  const newText = proposal.title !== input.title || proposal.body !== input.body;
  const version = published && newText ? proposal.version + 1 : proposal.version;
  const revision = proposal.revision + 1;
  await ctx.prisma.proposal.update({
    where: { id: proposalId },
    data: { ...columnsOf(input), version, revision, updatedAt: now },
  });
  await attachPictures(ctx, { subjectKind: 'proposal', subjectId: proposalId, fileIds: pictureIds });
  if (!published) return revision;
  if (proposal.hiddenAt === null)
    await indexText(ctx, { kind: 'proposal', id: proposalId, title: input.title, body: input.body });
  if (proposal.areaId !== input.areaId)
    await ctx.subjects.moveAlong(ctx, { kind: 'proposal', id: proposalId, areaId: input.areaId });
  if (newText) await keepVersion(ctx, { proposalId, version, input, editedBy: proposal.authorId });
  await appendEvent(ctx, proposalEvents, {
    type: 'proposal.edited',
    subjectKind: 'proposal',
    subjectId: proposalId,
    areaId: input.areaId,
    publicData: { title: input.title, version },
  });
  return revision;
}

interface VersionToKeep {
  proposalId: string;
  version: number;
  input: { title: string; body: string };
  editedBy: string;
}

async function keepVersion(ctx: TransactionContext, kept: VersionToKeep): Promise<void> {
  const { proposalId, version, input, editedBy } = kept;
  await ctx.prisma.proposalVersion.create({
    data: { proposalId, version, title: input.title, body: input.body, editedBy, createdAt: ctx.clock.now() },
  });
}

/** Publishes a draft: from now on neighbours endorse it. */
export function publishProposal(ctx: Context, proposalId: string): Promise<void> {
  return inTransaction(ctx, (ctx) => publishDraft(ctx, proposalId));
}

/** The same within the transaction of a larger act. */
export async function publishDraft(ctx: TransactionContext, proposalId: string): Promise<void> {
  const proposal = await heldProposal(ctx, proposalId);
  const now = ctx.clock.now();
  const deadlineAt = new Date(now.getTime() + gatheringDays * 24 * 3600_000);
  await moveProposal(ctx, {
    proposalId,
    event: 'publish',
    tells: 'proposal.published',
    columns: { deadlineAt, publishedAt: now, threshold: await thresholdIn(ctx, proposal.areaId) },
    publicData: { deadlineAt },
  });
  await keepVersion(ctx, {
    proposalId,
    version: proposal.version,
    input: proposal,
    editedBy: proposal.authorId,
  });
  const { title, body } = proposal;
  await indexText(ctx, { kind: 'proposal', id: proposalId, title, body });
}

export async function withdrawProposal(ctx: Context, proposalId: string, reason: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    await heldProposal(ctx, proposalId);
    await moveProposal(ctx, {
      proposalId,
      event: 'withdraw',
      tells: 'proposal.withdrawn',
      publicData: { reason },
    });
    await forgetDone(ctx, proposalId);
  });
}
