import { z } from 'zod';
import { defineEvents, followersOf, nobody, person } from '../ledger/define-events';
import type { Keeping } from '../ledger/define-events';

const fields = {
  said: {
    threadId: z.string(),
    commentId: z.string(),
    name: z.string(),
    version: z.number(),
  },
  kept: {
    answeredId: z.string().nullable(),
    toldOtherwise: z.array(z.string()),
    mentionedIds: z.array(z.string()),
    commentId: z.string(),
    vote: z.string(),
  },
};

type Told<Kept extends keyof typeof fields.kept = never> = Keeping<typeof fields, Kept>;

/** Parts of the site whose pages show comments. */
export const commentTopics = ['proposals', 'agreements'];
const topics = commentTopics;

export const deliberationEvents = defineEvents(fields, {
  'comment.posted': {
    posts: true,
    isPublic: false,
    topics,
    says: ['threadId', 'commentId'],
    keeps: ['answeredId', 'toldOtherwise'],
    audience: (event: Told<'answeredId'>) => [followersOf(event), ...person(event.privateData.answeredId)],
  },
  'comment.mentioned': {
    isPublic: false,
    topics: [],
    says: ['threadId', 'commentId', 'name'],
    keeps: ['mentionedIds'],
    audience: ({ privateData: { mentionedIds } }: Told<'mentionedIds'>) => mentionedIds.flatMap(person),
  },
  'comment.edited': {
    posts: true,
    isPublic: false,
    topics,
    says: ['threadId', 'commentId'],
    audience: () => nobody,
  },
  'comment.removed': { isPublic: false, topics, keeps: ['commentId'], audience: () => nobody },
  'comment.voted': { isPublic: false, topics, keeps: ['commentId', 'vote'], audience: () => nobody },
  'discussion.summarised': {
    isPublic: true,
    topics,
    says: ['version'],
    audience: (event) => [followersOf(event)],
  },
  'discussion.summary-removed': { isPublic: true, topics, audience: (event) => [followersOf(event)] },
});
