import { z } from 'zod';
import {
  defineEvents,
  followersOf,
  followersOfOther,
  moderatorsOf,
  nobody,
  person,
} from '../ledger/define-events';
import type { Audience, Keeping } from '../ledger/define-events';

const fields = {
  said: {
    deadlineAt: z.date(),
    version: z.number(),
    reason: z.string(),
    count: z.number(),
    byBallot: z.boolean(),
    ballotId: z.string(),
    workOrderId: z.string(),
    intoId: z.string(),
    into: z.string(),
  },
  kept: {
    authorId: z.string(),
    intoAuthorId: z.string(),
  },
};

type Told<Kept extends keyof typeof fields.kept = never> = Keeping<typeof fields, Kept>;

const topics = ['proposals'];
const everyone = (event: Told<'authorId'>) => [followersOf(event), ...person(event.privateData.authorId)];
const areaFollowers = (event: Told) => followersOfOther('area', event.areaId);

/** The step of the order that brings it about tells the followers of all that hangs there: once is enough. */
const withItsOrder = () => nobody;

/** Of two proposals that are merged or parted: the authors and followers of both. */
const bothSides = (event: Told<'authorId' | 'intoAuthorId'>): Audience[] => [
  followersOf(event),
  ...(typeof event.publicData.intoId === 'string'
    ? [followersOf({ ...event, subjectId: event.publicData.intoId })]
    : []),
  ...person(event.privateData.authorId),
  ...person(event.privateData.intoAuthorId),
];

export const proposalEvents = defineEvents(fields, {
  'proposal.published': {
    posts: true,
    isPublic: true,
    topics,

    keeps: ['authorId'],
    audience: areaFollowers,
  },
  'proposal.edited': { posts: true, isPublic: true, topics, audience: (event) => [followersOf(event)] },
  'proposal.withdrawn': { isPublic: true, topics, keeps: ['authorId'], audience: everyone },
  'proposal.threshold-set': {
    isPublic: true,
    topics,
    says: ['count', 'reason'],
    audience: () => nobody,
  },
  'proposal.endorsed': { isPublic: false, topics, audience: () => [{ kind: 'nobody' }] },
  'proposal.endorsement-withdrawn': { isPublic: false, topics, audience: () => [{ kind: 'nobody' }] },
  'proposal.threshold-reached': {
    isPublic: true,
    topics,

    keeps: ['authorId'],
    audience: (event: Told<'authorId'>) => [...everyone(event), ...moderatorsOf(event)],
  },
  'proposal.expired': { isPublic: true, topics, keeps: ['authorId'], audience: everyone },
  'proposal.adopted': { isPublic: true, topics, keeps: ['authorId'], audience: everyone },
  'proposal.declined': { isPublic: true, topics, keeps: ['authorId'], audience: everyone },
  'proposal.answered': { isPublic: true, topics, keeps: ['authorId'], audience: everyone },
  'proposal.put-to-vote': {
    isPublic: true,
    topics,

    keeps: ['authorId'],
    audience: everyone,
  },
  'proposal.returned-to-review': {
    isPublic: true,
    topics,

    keeps: ['authorId'],
    audience: everyone,
  },
  'proposal.implementation-started': {
    isPublic: true,
    topics,

    keeps: ['authorId'],
    audience: withItsOrder,
  },
  'proposal.done': { isPublic: true, topics, audience: withItsOrder },
  'proposal.orders-refused': {
    isPublic: true,
    topics,

    keeps: ['authorId'],
    audience: withItsOrder,
  },
  'proposal.reopened': { isPublic: true, topics, audience: withItsOrder },
  'proposal.merged': {
    isPublic: true,
    topics,
    says: ['intoId', 'into'],
    keeps: ['authorId', 'intoAuthorId'],
    audience: bothSides,
  },
  'proposal.merge-undone': {
    isPublic: true,
    topics,
    says: ['intoId', 'into'],
    keeps: ['authorId', 'intoAuthorId'],
    audience: bothSides,
  },
  'proposal.below-threshold': { isPublic: true, topics, keeps: ['authorId'], audience: everyone },
  'proposal.evaluated': { isPublic: true, topics, audience: withItsOrder },
});
export type ProposalEventType = keyof typeof proposalEvents;
