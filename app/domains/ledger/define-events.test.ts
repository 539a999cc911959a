import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import { inTransaction } from '../in-transaction.server';
import { appendEvent } from './append-event.server';
import { defineEvents, forThoseConcerned, nobody, person } from './define-events';
import type { Keeping } from './define-events';

const fields = {
  said: { opensAt: z.date(), reason: z.string() },
  kept: { personId: z.string(), links: z.array(z.string()) },
};
const events = defineEvents(fields, {
  'matter.opened': {
    isPublic: true,
    topics: [],
    says: ['opensAt'],
    keeps: ['personId'],
    mayKeep: ['links'],
    audience: ({ privateData: { personId, links = [] } }: Keeping<typeof fields, 'personId', 'links'>) => [
      ...person(personId),
      ...links.flatMap(person),
    ],
  },
  'matter.closed': { isPublic: true, topics: [], audience: () => nobody },
  'matters.counted': { isPublic: true, topics: [], untitled: true, audience: () => nobody },
});

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
});
afterAll(() => test.dispose());

const about = { subjectKind: 'matter', subjectId: 'm' };
const opensAt = new Date('2026-12-01T01:00:00Z');
const append = (event: Parameters<typeof appendEvent<typeof events, keyof typeof events>>[2]) =>
  inTransaction(test.as('system'), (ctx) => appendEvent(ctx, events, event));
const count = () => test.database.read.event.count();

it('puts on record what its type says and keeps, and tells whom the kept part names', async () => {
  const id = await inTransaction(test.as('system'), (ctx) =>
    appendEvent(ctx, events, {
      ...{ ...about, type: 'matter.opened' },
      publicData: { title: 'x', opensAt, reason: 'y' },
      privateData: { personId: 'ann', links: ['bob'] },
    }),
  );
  const row = await test.database.read.event.findUniqueOrThrow({ where: { id } });
  expect(JSON.parse(row.publicData)).toEqual({ title: 'x', opensAt: opensAt.toISOString(), reason: 'y' });
  expect(JSON.parse(row.privateData ?? '')).toEqual({ personId: 'ann', links: ['bob'] });
  const [job] = await test.database.sql.all<{ payload: string }>(
    `SELECT "payload" FROM "OutboxJob" WHERE "idempotencyKey" = ?`,
    [`notify:${id}`],
  );
  expect(JSON.parse(job?.payload ?? '')).toMatchObject({
    audience: [{ personId: 'ann' }, { personId: 'bob' }],
  });
});

it.each([
  ['what no event of the subject says', 'matter.closed', { title: 'x', personId: 'ann' }, undefined],
  ['a field of another type', 'matter.closed', { title: 'x', reason: 3 }, undefined],
  ['nothing of what it always says', 'matter.opened', { title: 'x' }, { personId: 'ann' }],
  ['no title', 'matter.closed', {}, undefined],
  ['nothing of what it always keeps', 'matter.opened', { title: 'x', opensAt }, {}],
  ['what no event of the subject keeps', 'matter.closed', { title: 'x' }, { reason: 'y' }],
] as const)(
  'takes no event that says or keeps %s, and the act fails whole',
  async (_name, type, said, kept) => {
    const before = await count();
    await expect(append({ ...about, type, publicData: said, privateData: kept } as never)).rejects.toThrow(
      type,
    );
    expect(await count()).toBe(before);
  },
);

it('asks the compiler, too', () => {
  const opened = { ...about, type: 'matter.opened' } as const;
  const closed = { ...about, type: 'matter.closed' } as const;
  const kept = { personId: 'ann' };
  const written = (ctx: Parameters<typeof appendEvent>[0]) => [
    appendEvent(ctx, events, { ...about, type: 'matters.counted', publicData: {} }),
    // @ts-expect-error what it always says is missing
    appendEvent(ctx, events, { ...opened, publicData: { title: 'x' }, privateData: kept }),
    // @ts-expect-error what it always keeps is missing
    appendEvent(ctx, events, { ...opened, publicData: { title: 'x', opensAt } }),
    // @ts-expect-error a field that is only kept cannot be said
    appendEvent(ctx, events, { ...closed, publicData: { title: 'x', personId: 'ann' } }),
    // @ts-expect-error there is no such type
    appendEvent(ctx, events, { ...about, type: 'matter.lost', publicData: { title: 'x' } }),
  ];
  expect(written).toBeTypeOf('function');
});

it('asks the compiler that an audience reads only what its type keeps', () => {
  const all = { isPublic: true, topics: [] };
  const audience = (event: Keeping<typeof fields, 'personId'>) => person(event.privateData.personId);
  const written = () => [
    defineEvents(fields, { 'matter.kept': { ...all, keeps: ['personId'], audience } }),
    // @ts-expect-error what its audience reads is not kept, and nobody would be told
    defineEvents(fields, { 'matter.forgotten': { ...all, audience } }),
    // @ts-expect-error what is kept at times is not always there
    defineEvents(fields, { 'matter.at-times': { ...all, mayKeep: ['personId'], audience } }),
    defineEvents(fields, {
      // @ts-expect-error an audience says what it reads
      'matter.unsaid': { ...all, audience: ({ privateData: { personId } }) => person(personId) },
    }),
  ];
  expect(written).toBeTypeOf('function');
});

it('keeps the events of what is not for everyone off the public record', () => {
  const closed = forThoseConcerned(events, ['matter.opened']);
  expect(Object.entries(closed).map(([type, { isPublic }]) => [type, isPublic])).toEqual([
    ['matter.opened', false],
    ['matter.closed', true],
    ['matters.counted', true],
  ]);
});
