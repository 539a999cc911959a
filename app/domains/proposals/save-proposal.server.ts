import type { Context } from '../context';
import { DomainError, ensure } from '../domain-error';
import { attachPictures } from '../files/index.server';
import { appendEvent } from '../ledger/index.server';
import { originOf } from '../opinions/index.server';
import { follow } from '../notifications/index.server';
import { proposalEvents } from './events';
import { gatheringDays } from './lifecycle';
import { moveProposal } from './move-proposal.server';
import { moveToArea } from './move-to-area.server';
import { mayEditProposal, mayPropose } from './policy';
import type { ProposalInput } from './schema';
import type { Transaction } from '~/platform/db/database.server';
import { indexText } from '~/platform/db/search';
import { newId } from '~/platform/ids';
import { renderMarkdown } from '~/platform/markdown/render-markdown.server';

async function ensureArea(tx: Transaction, areaId: string): Promise<void> {
  const known = await tx.prisma.area.count({ where: { id: areaId } });
  if (known === 0) throw new DomainError('invalid', { field: 'areaId', reason: 'unknown-area' });
}

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
export async function createDraft(ctx: Context, input: ProposalInput, pictureIds: string[]): Promise<string> {
  ensure(mayPropose(ctx.actor));
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  const { personId, actingFor } = ctx.actor;
  const now = ctx.clock.now();
  const id = newId(now);
  const origin = await originOf(ctx, input.statementId ?? null);
  await ctx.database.transaction(async (tx) => {
    await ensureArea(tx, input.areaId);
    await tx.prisma.proposal.create({
      data: {
        id,
        ...columnsOf(input),
        statementId: origin?.statementId ?? null,
        state: 'draft',
        authorId: personId,
        organisationId: actingFor?.organisationId ?? null,
        threshold: ctx.configuration.endorsementThreshold,
        createdAt: now,
        updatedAt: now,
      },
    });
    await attachPictures(tx, ctx, { subjectKind: 'proposal', subjectId: id, fileIds: pictureIds });
    await follow(tx, { personId, subjectKind: 'proposal', subjectId: id, at: now });
  });
  return id;
}

/** Changes a draft, or the text while endorsements are gathered: then as a new version that followers are told of. */
export async function saveProposal(
  ctx: Context,
  proposalId: string,
  change: { input: ProposalInput; pictureIds: string[] },
): Promise<void> {
  const { input, pictureIds } = change;
  const now = ctx.clock.now();
  await ctx.database.transaction(async (tx) => {
    const proposal = await tx.prisma.proposal.findUnique({ where: { id: proposalId } });
    if (!proposal) throw new DomainError('not-found');
    ensure(mayEditProposal(ctx.actor, proposal));
    await ensureArea(tx, input.areaId);
    const published = proposal.state !== 'draft';
    const newText = proposal.title !== input.title || proposal.body !== input.body;
    const version = published && newText ? proposal.version + 1 : proposal.version;
    const saved = await tx.prisma.proposal.updateMany({
      where: { id: proposalId, version: proposal.version, state: proposal.state },
      data: { ...columnsOf(input), version, updatedAt: now },
    });
    if (saved.count === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    await attachPictures(tx, ctx, { subjectKind: 'proposal', subjectId: proposalId, fileIds: pictureIds });
    if (!published) return;
    if (proposal.hiddenAt === null)
      await indexText(tx, {
        kind: 'proposal',
        id: proposalId,
        areaId: input.areaId,
        text: `${input.title} ${input.body}`,
      });
    if (proposal.areaId !== input.areaId) await moveToArea(tx, { proposalId, areaId: input.areaId });
    if (newText) await keepVersion(tx, ctx, { proposalId, version, input, editedBy: proposal.authorId });
    await appendEvent(tx, ctx, proposalEvents, {
      type: 'proposal.edited',
      subjectKind: 'proposal',
      subjectId: proposalId,
      areaId: input.areaId,
      publicData: { title: input.title, version },
    });
  });
}

interface VersionToKeep {
  proposalId: string;
  version: number;
  input: { title: string; body: string };
  editedBy: string;
}

async function keepVersion(tx: Transaction, ctx: Context, kept: VersionToKeep): Promise<void> {
  const { proposalId, version, input, editedBy } = kept;
  await tx.prisma.proposalVersion.create({
    data: { proposalId, version, title: input.title, body: input.body, editedBy, createdAt: ctx.clock.now() },
  });
}

/** Publishes a draft: from now on neighbours endorse it. */
export async function publishProposal(ctx: Context, proposalId: string): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const proposal = await tx.prisma.proposal.findUnique({ where: { id: proposalId } });
    if (!proposal) throw new DomainError('not-found');
    ensure(mayEditProposal(ctx.actor, proposal));
    const now = ctx.clock.now();
    const deadlineAt = new Date(now.getTime() + gatheringDays * 24 * 3600_000);
    await moveProposal(tx, ctx, {
      proposalId,
      event: 'publish',
      tells: 'proposal.published',
      columns: { deadlineAt, publishedAt: now },
      publicData: { deadlineAt },
    });
    await keepVersion(tx, ctx, {
      proposalId,
      version: proposal.version,
      input: proposal,
      editedBy: proposal.authorId,
    });
    const { areaId, title, body } = proposal;
    await indexText(tx, { kind: 'proposal', id: proposalId, areaId, text: `${title} ${body}` });
  });
}

export async function withdrawProposal(ctx: Context, proposalId: string, reason: string): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const proposal = await tx.prisma.proposal.findUnique({ where: { id: proposalId } });
    if (!proposal) throw new DomainError('not-found');
    ensure(mayEditProposal(ctx.actor, proposal));
    await moveProposal(tx, ctx, {
      proposalId,
      event: 'withdraw',
      tells: 'proposal.withdrawn',
      publicData: { reason },
    });
  });
}
