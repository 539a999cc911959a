import { redirect } from '@remix-run/node';
import { z } from 'zod';
import { contextOf, requirePerson } from './actor.server';
import type { RouteArgs } from './actor.server';
import { flash, runForm } from './forms.server';
import {
  commentFacts,
  editComment,
  postComment,
  removeComment,
  summariseDiscussion,
  voteOnComment,
} from '~/domains/deliberation/index.server';
import {
  commentSchema,
  commentVoteSchema,
  editCommentSchema,
  removeCommentSchema,
  summarySchema,
} from '~/domains/deliberation/schema';
import type { ReadContext } from '~/domains/context';
import { DomainError } from '~/domains/domain-error';
import { showAgain } from '~/domains/insights/show-again.server';
import { reportContent } from '~/domains/moderation/index.server';
import { textIn } from '~/i18n/catalogue';
import { deliberation } from '~/i18n/deliberation';

export interface CommentedMatter {
  kind: string;
  id: string;
  areaId: string;
  title: string;
  path: string;
  /** Whose matter it is: they can be mentioned from the start. */
  authorIds?: readonly string[];
}

const reportSchema = z.object({
  subjectKind: z.string().max(20),
  subjectId: z.string().max(26),
  ground: z.enum(['insult', 'private', 'false', 'advertising', 'illegal', 'other']),
  words: z.string().trim().max(500).default(''),
});

const showAgainSchema = reportSchema
  .pick({ subjectKind: true, subjectId: true })
  .extend({ reason: z.string().trim().min(2).max(500) });

interface Done {
  key: 'posted' | 'removed-done' | 'reported' | 'shown-again' | 'voted' | 'summary-saved';
  at?: string;
  /** To the first page, where what is new stands. */
  first?: boolean;
}

/** Back to the page as it was sorted and paged, at the comment. */
async function back(args: RouteArgs, matter: CommentedMatter, { key, at, first }: Done) {
  const t = textIn(contextOf(args).locale, deliberation);
  const search = first ? '' : new URL(args.request.url).search;
  const place = `${matter.path}${search}${at ? `#comment-${at}` : ''}`;
  return redirect(place, { headers: { 'Set-Cookie': await flash(args, t(key)) } });
}

function post(args: RouteArgs, matter: CommentedMatter) {
  const { kind: subjectKind, id: subjectId, areaId, title, authorIds } = matter;
  return runForm(args, commentSchema, async ({ mentions, quoting, quote, ...input }) => {
    const at = await postComment(requirePerson(args), {
      ...input,
      subjectKind,
      subjectId,
      areaId,
      title,
      authorIds,
      mentionedIds: mentions,
      quote: quoting ? quote : '',
    });
    return back(args, matter, { key: 'posted', at, first: input.parentId === '' });
  });
}

/** Throws `not-found` unless the comment stands under the matter: its moderators decide on the report. */
async function ensureStandsHere(ctx: ReadContext, matter: CommentedMatter, commentId: string): Promise<void> {
  const { subjectKind, subjectId } = await commentFacts(ctx, commentId);
  if (subjectKind !== matter.kind || subjectId !== matter.id) throw new DomainError('not-found');
}

function showHidden(args: RouteArgs, matter: CommentedMatter) {
  return runForm(args, showAgainSchema, async (input) => {
    const ctx = requirePerson(args);
    if (input.subjectKind === 'comment') await ensureStandsHere(ctx, matter, input.subjectId);
    const own = { subjectKind: matter.kind, subjectId: matter.id };
    await showAgain(ctx, input.subjectKind === 'comment' ? input : { ...own, reason: input.reason });
    return back(args, matter, { key: 'shown-again' });
  });
}

function report(args: RouteArgs, matter: CommentedMatter) {
  const { kind: subjectKind, id: subjectId, areaId, title } = matter;
  return runForm(args, reportSchema, async ({ ground, words, ...subject }) => {
    const ctx = requirePerson(args);
    const reportsComment = subject.subjectKind === 'comment';
    if (reportsComment) await ensureStandsHere(ctx, matter, subject.subjectId);
    const what = reportsComment ? subject : { subjectKind, subjectId };
    await reportContent(ctx, { ...what, areaId, title, ground, words });
    return back(args, matter, { key: 'reported' });
  });
}

/**
 * The acts that every page with comments takes: comment, edit-comment, remove-comment, vote-comment, summarise,
 * report, show-again. Null for others.
 */
export async function commentAction(args: RouteArgs, intent: string, matter: CommentedMatter) {
  const { kind: subjectKind, id: subjectId, areaId, title } = matter;
  switch (intent) {
    case 'comment':
      return post(args, matter);
    case 'edit-comment':
      return runForm(args, editCommentSchema, async (input) => {
        await editComment(requirePerson(args), input);
        return back(args, matter, { key: 'posted', at: input.commentId });
      });
    case 'remove-comment':
      return runForm(args, removeCommentSchema, async ({ commentId }) => {
        await removeComment(requirePerson(args), commentId);
        return back(args, matter, { key: 'removed-done', at: commentId });
      });
    case 'vote-comment':
      return runForm(args, commentVoteSchema, async (input) => {
        await voteOnComment(requirePerson(args), { ...input, subjectKind, subjectId });
        return back(args, matter, { key: 'voted', at: input.commentId });
      });
    case 'summarise':
      return runForm(args, summarySchema, async (input) => {
        await summariseDiscussion(requirePerson(args), { ...input, subjectKind, subjectId, areaId, title });
        return back(args, matter, { key: 'summary-saved' });
      });
    case 'report':
      return report(args, matter);
    case 'show-again':
      return showHidden(args, matter);
    default:
      return null;
  }
}
