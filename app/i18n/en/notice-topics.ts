import type { Message } from '../catalogue';
import type { noticeTopics as source } from '../zh-CN/notice-topics';

export const noticeTopics: Record<keyof typeof source, Message> = {
  settings: 'Choose what you are told of',
  'topic.proposals': 'Proposals',
  'topic.feedback': 'Feedback',
  'topic.deliberation': 'Comments and discussions',
  'topic.opinions': 'Conversations',
  'topic.ballots': 'Ballots',
  'topic.councils': 'Councils by lot',
  'topic.volunteering': 'Volunteering',
  'topic.agreements': 'Agreements',
  'topic.workorders': 'Work orders',
  'topic.statistics': 'How figures are counted',
  'topic.meetings': 'Meetings',
  'topic.moderation': 'Reports and moderation',
  'topic.organisations': 'Organisations',
  'topic.responsibility': 'Responsibility lists',
  'topic.targets': 'Targets',
  'topic.territory': 'Areas',
  'topic.bridges': 'Other platforms',
};
