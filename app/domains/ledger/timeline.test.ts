import { afterAll, beforeAll, expect, it } from 'vitest';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import { shownAtOnce, timelineOf } from './timeline.query.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
});
afterAll(() => test.dispose());

it('shows what came last, the oldest of it first, and leads to what came before', async () => {
  const count = shownAtOnce + 5;
  await test.database.transaction((tx) =>
    tx.prisma.event.createMany({
      data: Array.from({ length: count }, (_none, at) => ({
        ...{ id: `event-${at}`, type: 'shift.added', subjectKind: 'opportunity', subjectId: 'long' },
        ...{ at: test.clock.now(), isPublic: true, publicData: JSON.stringify({ title: `第 ${at}` }) },
      })),
    }),
  );
  const about = [{ kind: 'opportunity', id: 'long' }];
  const last = await timelineOf(test.as('visitor'), about);
  expect(last.events).toHaveLength(shownAtOnce);
  expect(last.events.at(-1)?.id).toBe(`event-${count - 1}`);
  const before = await timelineOf(test.as('visitor'), about, last.older);
  expect(before.events.map(({ id }) => id)).toEqual([0, 1, 2, 3, 4].map((at) => `event-${at}`));
  expect(before.older).toBeNull();
  expect((await timelineOf(test.as('visitor'), about, 'nonsense')).events.at(-1)?.id).toBe(
    `event-${count - 1}`,
  );
});
