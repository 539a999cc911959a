import type { Walker } from './walker';
import type { wordsIn } from './words';
import { stepAfter, typedSteps } from '~/domains/ballots/drafting/steps';
import type { TypedStep } from '~/domains/ballots/drafting/steps';

/** Goes on from each step of a ballot to the next, after what is done on it, up to the preview. */
export async function goThroughSteps(
  walker: Walker,
  words: ReturnType<typeof wordsIn>,
  done: Partial<Record<TypedStep, () => Promise<void>>>,
): Promise<void> {
  for (const step of typedSteps) {
    await done[step]?.();
    await walker.press(words.ballotWalk('next'));
    await walker.page.waitForURL(`**/${stepAfter(step, 'next')}`);
  }
}
