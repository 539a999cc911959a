import { z } from 'zod';
import { sanctionLevels } from './sanctions/rules';
import { grounds } from './grounds';
import { defineEvents, moderatorsOf, person, persons } from '../ledger/define-events';

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

const toTheConcerned = (event: { privateData: { personId?: string | undefined } }) =>
  person(event.privateData.personId);

export const moderationEvents = defineEvents(fields, {
  'content.reported': { isPublic: false, topics: [], audience: moderatorsOf },
  'content.hidden': {
    isPublic: true,
    topics,
    says: ['reason', 'ground'],
    keeps: ['authorId'],
    audience: (event) => person(event.privateData.authorId),
  },
  'content.kept': {
    isPublic: true,
    topics,
    says: ['reason', 'ground'],
    keeps: ['authorId'],
    audience: (event) => person(event.privateData.authorId),
  },
  'report.upheld': {
    isPublic: false,
    topics: [],
    keeps: ['personIds'],
    audience: (event) => persons(event.privateData.personIds),
  },
  'report.dismissed': {
    isPublic: false,
    topics: [],
    keeps: ['personIds'],
    audience: (event) => persons(event.privateData.personIds),
  },
  /** To moderators who did not decide before: to those nearest, upward. */
  'appeal.filed': {
    isPublic: false,
    topics: [],
    audience: ({ areaId, privateData: { decidedBy } }) =>
      areaId ? [{ kind: 'role', role: 'moderator', areaId, but: decidedBy, otherwise: 'administrator' }] : [],
  },
  'appeal.dismissed': {
    isPublic: false,
    topics: [],
    says: ['reason', 'ground'],
    audience: (event) => person(event.privateData.personId),
  },
  'sanction.imposed': {
    isPublic: false,
    topics: [],
    says: ['reason', 'ground', 'level'],
    keeps: ['personId'],
    audience: toTheConcerned,
  },
  'sanction.lifted': { isPublic: false, topics: [], says: ['reason'], audience: toTheConcerned },
  'sanction.expired': { isPublic: false, topics: [], audience: toTheConcerned },
  /** Nobody answered the appeal in time. */
  'sanction.lapsed': { isPublic: false, topics: [], audience: toTheConcerned },
});
