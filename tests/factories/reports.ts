import { communityId } from './proposals';
import type { TestContext } from '../setup/context';
import { reportContent } from '~/domains/moderation/index.server';

/** A person says that a thing breaks the rules: it waits in the moderators' queue. */
export async function report(
  test: TestContext,
  personId: string,
  what: { kind: string; id: string },
): Promise<void> {
  await reportContent(await test.asPerson(personId), {
    subjectKind: what.kind,
    subjectId: what.id,
    areaId: communityId,
    title: '被举报的内容',
    ground: 'insult',
    words: '',
  });
}
