import type { ReadContext } from '../context';
import { DomainError } from '../domain-error';
import { picturesOfMany } from '../files/index.server';
import { displayNames } from '../identity/index.server';
import { organisationNames } from '../organisations/index.server';
import { bestArguments, discussionSummary } from './above-discussion.query.server';
import { participantsOf } from './participants.query.server';
import { mayComment, mayEditComment, mayModerateComment, mayVoteOnComment } from './policy';
import { commentSorts } from './rules/comment-order';
import { longestQuote } from './rules/quotation';
import { threadPage } from './thread-page.query.server';
import type { CommentRow } from './thread-page.query.server';
import { inThreads } from './threads';
import { cutText } from '~/lib/texts/cut-text';

export interface AskedDiscussion {
  kind: string;
  id: string;
  areaId: string;
  authorIds: readonly string[];
  sort?: string | undefined;
  cursor?: string | undefined;
  threadId?: string | undefined;
}

interface Known {
  people: Record<string, string>;
  organisations: Record<string, string>;
  votes: Map<string, boolean>;
  /** By `comment:id`. */
  pictures: Awaited<ReturnType<typeof picturesOfMany>>;
  /** The comments of the page that can be read: only their words are quoted. */
  readable: ReadonlySet<string>;
}

async function votesOf(ctx: ReadContext, commentIds: readonly string[]): Promise<Map<string, boolean>> {
  if (ctx.actor.kind !== 'person' || commentIds.length === 0) return new Map();
  const rows = await ctx.database.read.commentVote.findMany({
    where: { personId: ctx.actor.personId, commentId: { in: [...commentIds] } },
    select: { commentId: true, supports: true },
  });
  return new Map(rows.map((row) => [row.commentId, row.supports]));
}

function goneOf(row: CommentRow): 'removed' | 'hidden' | null {
  return row.removedAt ? 'removed' : row.hiddenAt ? 'hidden' : null;
}

function viewOf(ctx: ReadContext, row: CommentRow, known: Known) {
  const gone = goneOf(row);
  const mayEdit = mayEditComment(ctx.actor, row, ctx.clock.now()).allowed;
  const answering = !gone && mayComment(ctx.actor).allowed;
  const vote = known.votes.get(row.id);
  return {
    id: row.id,
    threadId: row.threadId,
    depth: row.depth,
    stance: row.stance,
    html: gone ? null : row.bodyHtml,
    quote: !gone && row.parentId && known.readable.has(row.parentId) ? row.quote : null,
    pictures: gone ? [] : (known.pictures[`comment:${row.id}`] ?? []),
    /** The words as typed, for the author who may still correct them. */
    source: mayEdit ? row.body : null,
    /** The words as typed, for whoever may quote them. */
    quotable: answering ? cutText(row.body, longestQuote) : null,
    gone,
    authorName: gone === 'removed' ? '' : (known.people[row.authorId] ?? ''),
    organisationName: row.organisationId ? (known.organisations[row.organisationId] ?? null) : null,
    mentioned: gone ? [] : row.mentions.flatMap(({ personId }) => known.people[personId] ?? []),
    createdAt: row.createdAt,
    editedAt: row.editedAt,
    versions: row.version,
    originId: row.originId,
    supportCount: row.supportCount,
    opposeCount: row.opposeCount,
    vote: vote === undefined ? null : vote ? ('support' as const) : ('oppose' as const),
    mayVote: mayVoteOnComment(ctx.actor, row).allowed,
    mine: ctx.actor.kind === 'person' && ctx.actor.personId === row.authorId,
    mayEdit,
    /** Moderators hide what is shown, reported or not, and show again what was hidden. */
    mayHide: gone === null && mayModerateComment(ctx.actor, row).allowed,
    mayShowAgain: gone === 'hidden' && mayModerateComment(ctx.actor, row).allowed,
  };
}

export type CommentView = ReturnType<typeof viewOf>;

/** The threads in the page's order, each with its answers under what they answer. */
function threadsOf(ctx: ReadContext, page: Awaited<ReturnType<typeof threadPage>>, known: Known) {
  const byThread = new Map<string, CommentRow[]>();
  const shown = new Set(page.comments.map((row) => row.id));
  for (const row of page.comments) {
    // On a later page of a long thread, what is answered may stand on an earlier one.
    const parentId = row.parentId && !shown.has(row.parentId) ? row.threadId : row.parentId;
    byThread.set(row.threadId, [...(byThread.get(row.threadId) ?? []), { ...row, parentId }]);
  }
  return page.threads.flatMap((id) => {
    const [top, ...answers] = inThreads(byThread.get(id) ?? []);
    if (!top) return [];
    return [
      {
        top: viewOf(ctx, top, known),
        answers: answers.map((row) => viewOf(ctx, row, known)),
        /** Answers that stand on the thread's own page only. */
        elsewhere: Math.max(0, top.answerCount - answers.length),
      },
    ];
  });
}

/**
 * A page of a discussion: threads by the chosen order, each with its answers; above them the best arguments of
 * each side and the pinned summary. Hidden and removed words stay out. The number of queries does not depend on
 * the number of comments.
 */
export async function commentsOf(ctx: ReadContext, asked: AskedDiscussion) {
  const sort = commentSorts.find((name) => name === asked.sort) ?? 'newest';
  const [page, best, summary, participants] = await Promise.all([
    threadPage(ctx, { ...asked, sort }),
    bestArguments(ctx, asked),
    discussionSummary(ctx, asked),
    mayComment(ctx.actor).allowed ? participantsOf(ctx, asked) : [],
  ]);
  const { comments } = page;
  const named = [...best.for, ...best.against, ...comments].map((row) => row.authorId);
  const mentioned = comments.flatMap((row) => row.mentions.map(({ personId }) => personId));
  const ids = comments.map((row) => row.id);
  const [people, organisations, votes, pictures] = await Promise.all([
    displayNames(ctx, [...named, ...mentioned, ...(summary ? [summary.writtenBy] : [])]),
    organisationNames(
      ctx,
      comments.flatMap((row) => row.organisationId ?? []),
    ),
    votesOf(ctx, ids),
    picturesOfMany(ctx, ['comment'], ids),
  ]);
  const readable = new Set(comments.filter((row) => !goneOf(row)).map((row) => row.id));
  const argument = (row: (typeof best.for)[number]) => ({ ...row, authorName: people[row.authorId] ?? '' });
  return {
    sort,
    threadId: asked.threadId ?? null,
    next: page.next,
    threads: threadsOf(ctx, page, { people, organisations, votes, pictures, readable }),
    best: { for: best.for.map(argument), against: best.against.map(argument) },
    summary: summary && {
      version: summary.version,
      html: summary.bodyHtml,
      source: summary.body,
      writtenAt: summary.writtenAt,
      writtenBy: people[summary.writtenBy] ?? '',
    },
    maySummarise: mayModerateComment(ctx.actor, asked).allowed,
    participants,
  };
}

export type DiscussionPage = Awaited<ReturnType<typeof commentsOf>>;

/** What a report needs to know of a comment. */
export async function commentFacts(ctx: ReadContext, commentId: string) {
  const comment = await ctx.database.read.comment.findUnique({ where: { id: commentId } });
  if (!comment) throw new DomainError('not-found');
  return comment;
}
