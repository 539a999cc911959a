import type { ReadContext } from '../context';
import { holdsRole } from '../actor';
import { DomainError, ensure } from '../domain-error';
import { picturesOf } from '../files/index.server';
import { mergedInto } from './merging/merged.query.server';
import {
  mayAnswerProposal,
  mayEditProposal,
  mayEndorse,
  mayModerateProposal,
  mayReadProposal,
  mayWithdrawProposal,
} from './policy';
import { displayNames } from '../identity/index.server';
import { organisationNames } from '../organisations/index.server';
import { difference } from '~/lib/texts/difference';
import { explain } from '~/i18n/reason-text';

/** The office answers, not the person. */
const omit = { answeredBy: true } as const;

function namedOrganisation(id: string | null, names: Record<string, string> | null) {
  const name = id === null ? undefined : names?.[id];
  return id === null || name === undefined ? null : { id, name };
}

/** Everything of the proposal itself that its page shows, with what the reader may do. */
export async function proposalPage(ctx: ReadContext, proposalId: string) {
  const proposal = await ctx.database.read.proposal.findUnique({ where: { id: proposalId }, omit });
  if (!proposal) throw new DomainError('not-found');
  ensure(mayReadProposal(ctx.actor, proposal));
  const merged = await mergedInto(ctx, proposal);
  const personId = ctx.actor.kind === 'person' ? ctx.actor.personId : null;
  const [names, organisations, endorsed, pictures] = await Promise.all([
    displayNames(ctx, [proposal.authorId]),
    proposal.organisationId ? organisationNames(ctx, [proposal.organisationId]) : null,
    personId
      ? ctx.database.read.endorsement.findUnique({ where: { proposalId_personId: { proposalId, personId } } })
      : null,
    picturesOf(ctx, 'proposal', proposalId),
  ]);
  return {
    proposal,
    authorName: names[proposal.authorId] ?? '',
    organisation: namedOrganisation(proposal.organisationId, organisations),
    endorsed: endorsed !== null,
    pictures,
    merged,
    may: {
      endorse: explain(ctx.locale, mayEndorse(ctx.actor, proposal)),
      edit: mayEditProposal(ctx.actor, proposal),
      withdraw: mayWithdrawProposal(ctx.actor, proposal),
      answer: mayAnswerProposal(ctx.actor, proposal),
      moderate: mayModerateProposal(ctx.actor, proposal).allowed,
      /** Whether a merge of it into another can begin here; the other is checked when it is named. */
      merge:
        ['gathering', 'review'].includes(proposal.state) &&
        !proposal.hiddenAt &&
        holdsRole(ctx.actor, ['moderator', 'administrator'], proposal.areaId),
    },
  };
}

const versionsOnPage = 20;

/** The published versions, newest first, from the given one down; `next` is the first that found no room. */
export async function proposalVersions(ctx: ReadContext, proposalId: string, from = Number.MAX_SAFE_INTEGER) {
  const proposal = await ctx.database.read.proposal.findUnique({ where: { id: proposalId } });
  if (!proposal) throw new DomainError('not-found');
  ensure(mayReadProposal(ctx.actor, proposal));
  const newest = Math.min(from, proposal.version);
  const versions = await ctx.database.read.proposalVersion.findMany({
    where: { proposalId, version: { lte: newest } },
    orderBy: { version: 'desc' },
    take: versionsOnPage + 1,
  });
  return { title: proposal.title, versions, next: versions[versionsOnPage]?.version ?? null };
}

/**
 * The same with what each version changed from the one before it. Comparing long texts gives way to other requests
 * between two.
 */
export async function proposalChanges(ctx: ReadContext, proposalId: string, from?: number) {
  const { title, versions, next } = await proposalVersions(ctx, proposalId, from);
  const shown = [];
  for (const [index, { version, createdAt, title: name, body }] of versions
    .slice(0, versionsOnPage)
    .entries()) {
    const earlier = versions[index + 1];
    const changes = earlier && {
      title: difference(earlier.title, name),
      body: difference(earlier.body, body),
    };
    shown.push({ number: version, createdAt, body, changes: changes ?? null });
    await ctx.giveWay();
  }
  return { title, versions: shown, next };
}
