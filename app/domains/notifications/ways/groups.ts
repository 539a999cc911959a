import { mutableTopics } from '../topics';
import type { MutableTopic } from '../topics';

/** Topics between which hardly anybody wants to tell mails and pushes apart. */
const named = {
  matters: ['feedback', 'workorders', 'responsibility'],
  ideas: ['proposals', 'deliberation', 'opinions'],
  decisions: ['ballots', 'councils', 'targets'],
  together: ['volunteering', 'meetings', 'agreements'],
} as const satisfies Record<string, readonly MutableTopic[]>;

const isNamed = (topic: string) =>
  Object.values(named)
    .flat()
    .some((one) => one === topic);

/** Each topic stands in one group: a new one is of what goes on around, until it is put elsewhere. */
export const noticeGroups = {
  ...named,
  around: mutableTopics.filter((topic) => !isNamed(topic)),
} satisfies Record<string, readonly MutableTopic[]>;

/** `own`: of what nobody can mute, such as one's account and what is arranged with the care of the community. */
export type NoticeGroup = keyof typeof noticeGroups | 'own';

export const topicGroups = Object.keys(noticeGroups) as (keyof typeof noticeGroups)[];
export const groupNames: readonly NoticeGroup[] = [...topicGroups, 'own'];

/** What can be muted in the group. */
export const topicsOf = (group: NoticeGroup): readonly MutableTopic[] =>
  group === 'own' ? [] : noticeGroups[group];

export const groupOfTopic = (topic: string | undefined): NoticeGroup =>
  topicGroups.find((group) => topicsOf(group).some((one) => one === topic)) ?? 'own';
