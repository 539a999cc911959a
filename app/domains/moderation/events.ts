import { z } from 'zod';
import { sanctionLevels } from './sanctions/rules';
import { grounds } from './grounds';
import { defineEvents, moderatorsOf, person, persons } from '../ledger/define-events';
import type { Keeping } from '../ledger/define-events';

const fields = {
  said: {
    reason: z.string(),
    ground: z.enum(grounds),
    level: z.enum(sanctionLevels),
    until: z.date(),
    threadId: z.string(),
    commentId: z.string(),
  },
  kept: {
    authorId: z.string(),
    personId: z.string(),
    personIds: z.array(z.string()),
    decidedBy: z.string(),
  },
};

/** What is hidden or shown again takes its title away from, or gives it to, every page that names it. */
const topics = ['proposals', 'feedback', 'titles'];

type Kept = keyof typeof fields.kept;
type Told<Always extends Kept, AtTimes extends Kept = never> = Keeping<typeof fields, Always, AtTimes>;

const toTheAuthor = (event: Told<'authorId'>) => person(event.privateData.authorId);
const toTheConcerned = (event: Told<'personId'>) => person(event.privateData.personId);
const toReporters = (event: Told<'personIds'>) => persons(event.privateData.personIds);

const ofSanction = { isPublic: false, topics: [], keeps: ['personId'], audience: toTheConcerned } as const;

export const moderationEvents = defineEvents(fields, {
  'content.reported': { isPublic: false, topics: [], audience: moderatorsOf },
  'content.hidden': {
    isPublic: true,
    topics,
    says: ['reason', 'ground'],
    keeps: ['authorId'],
    audience: toTheAuthor,
  },
  'content.kept': {
    isPublic: true,
    topics,
    says: ['reason', 'ground'],
    keeps: ['authorId'],
    audience: toTheAuthor,
  },
  'report.upheld': {
    isPublic: false,
    topics: [],
    keeps: ['personIds'],
    audience: toReporters,
  },
  'report.dismissed': {
    isPublic: false,
    topics: [],
    keeps: ['personIds'],
    audience: toReporters,
  },
  /** To moderators who did not decide before: to those nearest, upward. */
  'appeal.filed': {
    isPublic: false,
    topics: [],
    // Who decided may have closed the account since.
    mayKeep: ['decidedBy'],
    audience: ({ areaId, privateData: { decidedBy } }: Told<never, 'decidedBy'>) =>
      areaId ? [{ kind: 'role', role: 'moderator', areaId, but: decidedBy, otherwise: 'administrator' }] : [],
  },
  'appeal.dismissed': {
    isPublic: false,
    topics: [],
    says: ['reason', 'ground'],
    mayKeep: ['personId'],
    audience: (event: Told<never, 'personId'>) => person(event.privateData.personId),
  },
  'sanction.imposed': {
    isPublic: false,
    topics: [],
    says: ['reason', 'ground', 'level'],
    keeps: ['personId'],
    audience: toTheConcerned,
  },
  'sanction.lifted': { ...ofSanction, says: ['reason'] },
  'sanction.expired': ofSanction,
  /** Nobody answered the appeal in time. */
  'sanction.lapsed': ofSanction,
});
