import { redirect } from '@remix-run/node';
import { z } from 'zod';
import { contextOf, requirePerson } from './actor.server';
import type { RouteArgs } from './actor.server';
import { flash, runForm } from './forms.server';
import { commentFacts, editComment, postComment, removeComment } from '~/domains/deliberation/index.server';
import { commentSchema } from '~/domains/deliberation/schema';
import { reportContent } from '~/domains/moderation/index.server';
import { textIn } from '~/i18n/catalogue';
import { deliberation } from '~/i18n/deliberation';

export interface CommentedMatter {
  kind: string;
  id: string;
  areaId: string;
  title: string;
  path: string;
}

const editSchema = commentSchema.pick({ body: true }).extend({ commentId: z.string().max(26) });
const removeSchema = z.object({ commentId: z.string().max(26) });
const reportSchema = z.object({
  subjectKind: z.string().max(20),
  subjectId: z.string().max(26),
  ground: z.enum(['insult', 'private', 'false', 'advertising', 'illegal', 'other']),
  words: z.string().trim().max(500).default(''),
});

async function back(
  args: RouteArgs,
  matter: CommentedMatter,
  done: { key: 'posted' | 'removed-done' | 'reported'; at?: string },
) {
  const t = textIn(contextOf(args).locale, deliberation);
  const place = done.at ? `${matter.path}#comment-${done.at}` : matter.path;
  return redirect(place, { headers: { 'Set-Cookie': await flash(args, t(done.key)) } });
}

/** The acts that every page with comments takes: comment, edit-comment, remove-comment, report. Null for others. */
export async function commentAction(args: RouteArgs, intent: string, matter: CommentedMatter) {
  const { kind: subjectKind, id: subjectId, areaId, title } = matter;
  switch (intent) {
    case 'comment':
      return runForm(args, commentSchema, async (input) => {
        const at = await postComment(requirePerson(args), {
          subjectKind,
          subjectId,
          areaId,
          title,
          ...input,
        });
        return back(args, matter, { key: 'posted', at });
      });
    case 'edit-comment':
      return runForm(args, editSchema, async (input) => {
        await editComment(requirePerson(args), input);
        return back(args, matter, { key: 'posted', at: input.commentId });
      });
    case 'remove-comment':
      return runForm(args, removeSchema, async ({ commentId }) => {
        await removeComment(requirePerson(args), commentId);
        return back(args, matter, { key: 'removed-done' });
      });
    case 'report':
      return runForm(args, reportSchema, async ({ ground, words, ...subject }) => {
        const ctx = requirePerson(args);
        const reportsComment = subject.subjectKind === 'comment';
        if (reportsComment) await commentFacts(ctx, subject.subjectId);
        const what = reportsComment ? subject : { subjectKind, subjectId };
        await reportContent(ctx, { ...what, areaId, title, ground, words });
        return back(args, matter, { key: 'reported' });
      });
    default:
      return null;
  }
}
