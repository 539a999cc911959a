import { expect, it } from 'vitest';
import { mutableTopics } from '../topics';
import { groupOfTopic, noticeGroups } from './groups';

it('each topic that can be muted stands in one group, so that no choice of it is lost', () => {
  expect(Object.values(noticeGroups).flat().sort()).toEqual([...mutableTopics].sort());
  for (const topic of mutableTopics) expect(groupOfTopic(topic)).not.toBe('own');
  for (const other of ['identity', 'care', undefined]) expect(groupOfTopic(other)).toBe('own');
});
