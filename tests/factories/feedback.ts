import type { TestContext } from '../setup/context';
import { communityId } from './proposals';
import type { FeedbackInput } from '~/domains/feedback/schema';
import { submitFeedback } from '~/domains/feedback/submit-feedback.server';

export const feedbackInput = {
  kind: 'complaint',
  title: '东门外夜间施工扰民',
  body: '最近三天晚上十一点以后还在施工，孩子没法睡觉，请协调一下时间。',
  category: 'environment',
  areaId: communityId,
  place: '',
  isPublic: 'yes',
} satisfies FeedbackInput;

export async function makeFeedback(
  test: TestContext,
  authorId: string,
  change: Partial<FeedbackInput> = {},
): Promise<string> {
  return submitFeedback(await test.asPerson(authorId), { ...feedbackInput, ...change }, []);
}
