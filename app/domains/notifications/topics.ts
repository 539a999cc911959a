import { noticeTopics } from '~/i18n/notice-topics';

const before = 'topic.';
type NameIn<Key> = Key extends `${typeof before}${infer Name}` ? Name : never;
/** What a person can mute: a subject of whose events others are told, by its name. */
export type MutableTopic = NameIn<keyof (typeof noticeTopics)['zh-CN']>;

/**
 * The subjects that have words for it in their catalogue, in its order; a test holds that these are those that tell
 * anybody. What names the person is told in any case.
 */
export const mutableTopics = Object.keys(noticeTopics['zh-CN']).flatMap((key) =>
  key.startsWith(before) ? [key.slice(before.length) as MutableTopic] : [],
);
