import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { functionsIn, reachedBy, textOf, useCases } from '../setup/functions-of-subjects';
import type { Named } from '../setup/functions-of-subjects';
import { subjectKits } from '../setup/subject-kits';
import { subjects } from '~/domains/subjects';

/** What lays people's words before others. */
const publishes = (at: Named) => /\b(renderMarkdown|indexText)\(/.test(textOf(at));

const posting = subjects.flatMap(({ events }) =>
  Object.entries(events).flatMap(([type, { posts }]) => (posts ? [type] : [])),
);

/** It appends an event with which a sanction is asked; that the event is defined asks nothing. */
const asks = (at: Named) =>
  /[.]server[.]ts#/.test(at) && posting.some((type) => textOf(at).includes(`'${type}'`));

/** Each use case with all parts that it calls, also those of other files. */
const walked = useCases().map((at) => ({ at, parts: [...reachedBy(at)] }));

/** Why a use case that publishes words asks for no permission to post. */
const reasons = {
  feedback: 'feedback and what belongs to it is never taken away',
  office: 'an act of office, or of an organisation by its mandate: who may not is taken the role or mandate',
  decider: 'shows or hides the words of others',
  draft: 'read by its writers alone until it is published, by an act that asks',
  outside: 'by a system outside, on which no person’s sanction bears',
} as const;

/** By subject and name; a subject that is added says its own in its kit, in tests/subjects. */
const otherwise: Record<string, string> = {
  ...Object.assign({}, ...(await subjectKits()).map(({ unasked }) => unasked)),
  'agreements/answer-proposal#answerClauseNote': 'office',
  'agreements/draft-agreement#draftAgreement': 'office',
  'agreements/draft-agreement#editAgreement': 'office',
  'ballots/create-ballot#createBallot': 'office',
  'ballots/import-pb#importPb': 'office',
  'ballots/publish-draft#publishDraft': 'office',
  'bridges/import-orders#importOrders': 'office',
  'bridges/receive-status#receiveStatus': 'outside',
  'bridges/receive-status#retryMessages': 'outside',
  'bridges/take-request#takeRequest': 'outside',
  'councils/change-council#changeCouncil': 'office',
  'councils/found-council#foundCouncil': 'office',
  'deliberation/summarise-discussion#summariseDiscussion': 'office',
  'feedback/decide-feedback#decideFeedback': 'office',
  'feedback/hide-feedback#decideReportedFeedback': 'decider',
  'feedback/submit-feedback#submitFeedback': 'feedback',
  'opinions/open-conversation#openConversation': 'office',
  'pages/save-page#beginGuide': 'office',
  'pages/save-page#savePage': 'office',
  'proposals/answer-proposal#answerProposal': 'office',
  'proposals/hide-proposal#decideReportedProposal': 'decider',
  'proposals/save-proposal#createDraft': 'draft',
  'volunteering/keep-draft#draftOpportunity': 'draft',
  'workorders/bulk-dispatch#bulkDispatch': 'office',
  'workorders/work-on-order#stepWorkOrder': 'office',
};

/** By subject and name, whatever inner folder the file stands in. */
const nameOf = (at: Named) => {
  const [file = '', name = ''] = at.split('#');
  return `${file.split('/')[2]}/${path.basename(file, '.server.ts')}#${name}`;
};

it('every use case that lays people’s words before others is one that a sanction can keep from them, or says why not', () => {
  const silent = walked.filter(({ parts }) => parts.some(publishes) && !parts.some(asks));
  expect(silent.map(({ at }) => nameOf(at)).sort()).toEqual(Object.keys(otherwise).sort());
  expect(Object.values(otherwise).every((why) => why in reasons)).toBe(true);
});

/** What publishes and is no part of any use case. */
const alone: Record<string, string> = {
  'fill-search-index.server.ts': 'fills the index anew from what is published already',
};

it('nothing that lays words before others stands outside the use cases', () => {
  const reached = new Set(walked.flatMap(({ parts }) => parts));
  const files = readdirSync('app/domains', { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.server.ts') && !file.endsWith('.query.server.ts'),
  );
  const loose = files
    .flatMap((file) => functionsIn(`app/domains/${file}`))
    .filter((at) => publishes(at) && !reached.has(at));
  expect([...new Set(loose.map((at) => path.basename(at.split('#')[0] ?? '')))]).toEqual(Object.keys(alone));
});

it('a sanction touches no vote, no endorsement, no feedback, no report and no appeal', () => {
  expect(posting.sort()).toEqual([
    'comment.edited',
    'comment.posted',
    'opportunity.changed',
    'opportunity.published',
    'proposal.edited',
    'proposal.published',
    'statement.posted',
    'statement.waits',
  ]);
  const never = /vote|ballot|endors|feedback|report|appeal|call-back|sign|hours|residence/;
  expect(posting.filter((type) => never.test(type))).toEqual([]);
});
