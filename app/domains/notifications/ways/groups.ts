import type { MutableTopic } from '../topics';

/** Topics between which nobody wants to tell mails and pushes apart: each topic stands in one group. */
export const noticeGroups = {
  matters: ['feedback', 'workorders', 'responsibility'],
  ideas: ['proposals', 'deliberation', 'opinions'],
  decisions: ['ballots', 'councils', 'targets'],
  together: ['volunteering', 'meetings', 'agreements'],
  around: ['territory', 'organisations', 'statistics', 'moderation', 'bridges'],
} as const satisfies Record<string, readonly MutableTopic[]>;

/** `own`: of what nobody can mute, such as one's account and what is arranged with the care of the community. */
export type NoticeGroup = keyof typeof noticeGroups | 'own';

export const topicGroups = Object.keys(noticeGroups) as (keyof typeof noticeGroups)[];
export const groupNames: readonly NoticeGroup[] = [...topicGroups, 'own'];

export const groupOfTopic = (topic: string | undefined): NoticeGroup =>
  topicGroups.find((group) => (noticeGroups[group] as readonly string[]).includes(topic ?? '')) ?? 'own';
