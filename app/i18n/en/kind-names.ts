import type { kindNames as chinese } from '../zh-CN/kind-names';

export const kindNames: Record<keyof typeof chinese, string> = {
  proposal: 'Proposal',
  feedback: 'Feedback',
  conversation: 'Conversation',
  statement: 'Statement',
  ballot: 'Ballot',
  opportunity: 'Volunteering',
  agreement: 'Agreement',
  meeting: 'Meeting',
  council: 'Council by lot',
  'work-order': 'Work order',
  organisation: 'Organisation',
  area: 'Community',
  comment: 'Comment',
  obligation: 'Obligation',
};
