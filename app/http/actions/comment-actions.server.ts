import { redirect } from '@remix-run/node';
import { z } from 'zod';
import { contextOf, requirePerson } from '../actor.server';
import type { PersonContext, RouteArgs } from '../actor.server';
import { flash, readForm, runForm } from '../forms/forms.server';
import { takePictures } from '../forms/taken-pictures.server';
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
import { breaches } from '~/domains/moderation/grounds';
import { namedBreach } from '~/domains/moderation/schema';
import { decideUnasked } from '~/domains/insights/decide-unasked.server';
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
  ground: z.enum(breaches),
  words: z.string().trim().max(500).default(''),
});

const unaskedSchema = reportSchema
  .pick({ subjectKind: true, subjectId: true })
  .extend({ ground: namedBreach, reason: z.string().trim().min(2).max(500) });

interface Done {
  key: 'posted' | 'removed-done' | 'reported' | 'shown-again' | 'hidden-now' | 'voted' | 'summary-saved';
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

const picturesOf = async (args: RouteArgs, ctx: PersonContext) =>
  takePictures(ctx, await readForm(args.request), { mostFiles: 3 });

function post(args: RouteArgs, matter: CommentedMatter) {
  const { kind: subjectKind, id: subjectId, areaId, title, authorIds } = matter;
  return runForm(args, commentSchema, async ({ mentions, quoting, quote, ...input }) => {
    const ctx = requirePerson(args);
    const at = await postComment(ctx, {
      ...input,
      pictureIds: await picturesOf(args, ctx),
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

function decide(args: RouteArgs, matter: CommentedMatter, hide: boolean) {
  return runForm(args, unaskedSchema, async ({ reason, ground, ...subject }) => {
    const ctx = requirePerson(args);
    const isComment = subject.subjectKind === 'comment';
    if (isComment) await ensureStandsHere(ctx, matter, subject.subjectId);
    const what = isComment ? subject : { subjectKind: matter.kind, subjectId: matter.id };
    await decideUnasked(ctx, { ...what, hide, reason, ground });
    return back(args, matter, { key: hide ? 'hidden-now' : 'shown-again' });
  });
}

function report(args: RouteArgs, matter: CommentedMatter) {
  const { kind: subjectKind, id: subjectId, areaId, title } = matter;
  return runForm(args, reportSchema, async ({ ground, words, ...subject }) => {
    const ctx = requirePerson(args);
    const reportsComment = subject.subjectKind === 'comment';
    if (reportsComment) await ensureStandsHere(ctx, matter, subject.subjectId);
    const what = reportsComment ? subject : { subjectKind, subjectId };
    const pictureIds = await picturesOf(args, ctx);
    await reportContent(ctx, { ...what, areaId, title, ground, words, pictureIds });
    return back(args, matter, { key: 'reported' });
  });
}

/**
 * The acts that every page with comments takes: comment, edit-comment, remove-comment, vote-comment, summarise,
 * report, hide, show-again. Null for others.
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
      return runForm(args, summarySchema, async ({ body, revision: version }) => {
        const words = { body, version };
        await summariseDiscussion(requirePerson(args), { ...words, subjectKind, subjectId, areaId, title });
        return back(args, matter, { key: 'summary-saved' });
      });
    case 'report':
      return report(args, matter);
    case 'hide':
    case 'show-again':
      return decide(args, matter, intent === 'hide');
    default:
      return null;
  }
}
