import { z } from 'zod';
import { stances } from './stances';
import { longestQuote } from './rules/quotation';
import { versionField } from '~/lib/numbers/number-field';

export type Stance = (typeof stances)[number];

const listed = (value: unknown) =>
  Array.isArray(value) ? value : value === undefined || value === '' ? [] : [value];
const body = z.string().trim().min(2).max(4000);
const commentId = z.string().max(26);

export const commentSchema = z.object({
  body,
  parentId: z.string().max(26).default(''),
  /** Only the first comment of a thread takes one. */
  stance: z.preprocess((value) => (value === '' ? undefined : value), z.enum(stances).optional()),
  mentions: z.preprocess(listed, z.array(z.string().max(26)).max(10)),
  /** The box beside the words to quote is ticked. */
  quoting: z.literal('on').optional(),
  quote: z.string().trim().max(longestQuote).default(''),
});
/** `revision` is the version that the page showed. */
export const editCommentSchema = z.object({
  body,
  commentId,
  revision: versionField,
});
export const removeCommentSchema = z.object({ commentId });
export const commentVoteSchema = z.object({ commentId, vote: z.enum(['support', 'oppose', 'none']) });
export type CommentVote = z.output<typeof commentVoteSchema>['vote'];

export const summarySchema = z.object({
  /** Empty words take the summary down. */
  body: z.string().trim().max(4000),
  /** The version that the moderator saw; 0 where there was none. */
  revision: versionField,
});
