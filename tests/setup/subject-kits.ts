import type { Portal } from '../e2e/setup/portal';
import type { Examples } from '../e2e/setup/page-examples';
import type { Spread } from '../factories/every-state';
import type { TestContext } from './context';

/** Words that nobody may be shown yet, and under which addresses they would stand. */
export interface Unread {
  words: string[];
  addresses: string[];
}

/** What the tests that walk all subjects ask of one: a file in tests/subjects, which nothing else names. */
export interface SubjectKit {
  /** Its rows in every state that they can have; without them the tests of what a visitor sees fail. */
  makeEveryState?(test: TestContext, spread: Spread): Promise<void>;
  /** Makes what nobody may be shown yet, where its kinds have no rule for single rows; answers what to look for. */
  makeUnread?(test: TestContext): Promise<Unread>;
  /** Each act that it does once, with the file of the use case that takes it back, or why none does (`twice/taken-back`). */
  takenBack?: Readonly<Record<string, string>>;
  /** Its use cases that publish words and ask for no permission to post, with why (`who-may-not-post`). */
  unasked?: Readonly<Record<string, string>>;
  /** An example of each of its pages, after what they show was made. */
  examples?(portal: Portal): Promise<Examples>;
}

const files = import.meta.glob<{ kit: SubjectKit }>('../subjects/*.ts');

/** The kits of all subjects that have one, in the order of their names. */
export async function subjectKits(): Promise<SubjectKit[]> {
  const loaded = await Promise.all(
    Object.keys(files)
      .sort()
      .map((file) => files[file]?.()),
  );
  return loaded.flatMap((file) => (file ? [file.kit] : []));
}
