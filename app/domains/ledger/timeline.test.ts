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

it('says the title of what the page is about only where it is news', async () => {
  const event = (id: string, more: object, data: object) => ({
    ...{ id, type: 'shift.added', subjectKind: 'opportunity', subjectId: 'own', at: test.clock.now() },
    ...{ isPublic: true, publicData: JSON.stringify({ title: '清洁江滩', ...data }), ...more },
  });
  await test.database.transaction((tx) =>
    tx.prisma.event.createMany({
      data: [
        event('own-1', {}, {}),
        event('own-2', { type: 'area.renamed' }, { was: '江滩' }),
        event('other-1', { subjectId: 'another' }, {}),
      ],
    }),
  );
  const about = ['own', 'another'].map((id) => ({ kind: 'opportunity', id }));
  const { events } = await timelineOf(test.as('visitor'), about);
  expect(events.map(({ text }) => text)).toEqual([
    '增加了班次',
    expect.stringContaining('“清洁江滩”'),
    '“清洁江滩”增加了班次',
  ]);
});
