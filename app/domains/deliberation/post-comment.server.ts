import type { PersonActor } from '../actor';
import type { Context, ReadContext, TransactionContext } from '../context';
import { doOnce } from '../do-once.server';
import { DomainError, ensure } from '../domain-error';
import { attachPictures } from '../files/index.server';
import { appendEvent } from '../ledger/index.server';
import { countComment } from '../proposals/index.server';
import { deliberationEvents } from './events';
import { participantsOf } from './participants.query.server';
import { mayComment } from './policy';
import { isQuotedFrom } from './rules/quotation';
import type { Stance } from './schema';
import { findMentions } from '~/lib/texts/find-mentions';
import type { Transaction } from '~/platform/db/database.server';
import { newId } from '~/platform/ids';
import { renderMarkdown } from '~/platform/markdown/render-markdown.server';

/** Answers below this level stand on it. */
const deepest = 4;

export interface NewComment {
  subjectKind: string;
  subjectId: string;
  areaId: string;
  /** The title of the thing, for those who are told. */
  title: string;
  body: string;
  parentId: string;
  /** Of the first comment of a thread; an answer has none. */
  stance?: Stance | undefined;
  /** Words of the comment answered, as they stand there. */
  quote?: string | undefined;
  /** Persons chosen to be told, of those who take part. */
  mentionedIds?: readonly string[] | undefined;
  /** Whose matter it is: they take part from the start. */
  authorIds?: readonly string[] | undefined;
  /** The actor's own pictures. */
  pictureIds?: string[] | undefined;
}

async function mentionedIn(ctx: ReadContext, input: NewComment): Promise<string[]> {
  const chosen = input.mentionedIds ?? [];
  if (chosen.length === 0 && !/[@＠]/.test(input.body)) return [];
  const participants = await participantsOf(ctx, {
    kind: input.subjectKind,
    id: input.subjectId,
    authorIds: input.authorIds ?? [],
  });
  const { personIds, ambiguous } = findMentions(input.body, participants, chosen);
  const [name] = ambiguous;
  if (name !== undefined)
    throw new DomainError('invalid', {
      field: 'mentions',
      reason: 'deliberation.ambiguous-name',
      params: { name },
    });
  return personIds;
}

async function answered(tx: Transaction, input: NewComment) {
  if (!input.parentId) return null;
  const parent = await tx.prisma.comment.findUnique({ where: { id: input.parentId } });
  const { subjectKind, subjectId, quote } = input;
  if (parent?.subjectKind !== subjectKind || parent.subjectId !== subjectId)
    throw new DomainError('invalid', { field: 'body', reason: 'deliberation.unknown-comment' });
  if (quote && (parent.hiddenAt !== null || !isQuotedFrom(quote, parent.body)))
    throw new DomainError('invalid', { field: 'quote', reason: 'deliberation.not-a-quote' });
  return parent;
}

interface Written {
  id: string;
  input: NewComment;
  actor: PersonActor;
  mentionedIds: readonly string[];
}

async function write(ctx: TransactionContext, { id, input, actor, mentionedIds }: Written) {
  const { subjectKind, subjectId, areaId, title, body } = input;
  const parent = await answered(ctx, input);
  const threadId = parent?.threadId ?? id;
  await ctx.prisma.comment.create({
    data: {
      id,
      subjectKind,
      subjectId,
      areaId,
      parentId: parent?.id ?? null,
      threadId,
      depth: parent ? Math.min(parent.depth + 1, deepest) : 0,
      stance: parent ? null : (input.stance ?? null),
      quote: parent && input.quote ? input.quote : null,
      body,
      bodyHtml: renderMarkdown(body),
      authorId: actor.personId,
      organisationId: actor.actingFor?.organisationId ?? null,
      createdAt: ctx.clock.now(),
      mentions: { create: mentionedIds.map((personId) => ({ personId })) },
    },
  });
  if (parent)
    await ctx.sql.run('UPDATE "Comment" SET "answerCount" = "answerCount" + 1 WHERE "id" = ?', [threadId]);
  if (subjectKind === 'proposal') await countComment(ctx, subjectId, 1);
  const told = { subjectKind, subjectId, areaId, publicData: { title, threadId, commentId: id } };
  await appendEvent(ctx, deliberationEvents, {
    ...told,
    type: 'comment.posted',
    privateData: { answeredId: parent?.authorId ?? null, toldOtherwise: [...mentionedIds] },
  });
  if (mentionedIds.length > 0)
    await appendEvent(ctx, deliberationEvents, {
      ...told,
      type: 'comment.mentioned',
      publicData: { ...told.publicData, name: actor.displayName },
      privateData: { mentionedIds: [...mentionedIds] },
    });
}

/**
 * Posts a comment, or an answer to one: below the fourth level answers stay on it. Who is mentioned is told.
 * Throws `invalid` at `mentions` for a name that several people of the discussion bear, at `quote` for words
 * that do not stand in the comment answered.
 */
export async function postComment(ctx: Context, input: NewComment): Promise<string> {
  ensure(mayComment(ctx.actor));
  const { actor } = ctx;
  if (actor.kind !== 'person') throw new DomainError('signed-out');
  const mentionedIds = await mentionedIn(ctx, input);
  const id = newId(ctx.clock.now());
  return doOnce(ctx, 'comment.post', async (ctx) => {
    await write(ctx, { id, input, actor, mentionedIds });
    await attachPictures(ctx, { subjectKind: 'comment', subjectId: id, fileIds: input.pictureIds ?? [] });
    return id;
  });
}
