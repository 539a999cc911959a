import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeFeedback } from '../factories/feedback';
import { makePerson } from '../factories/proposals';
import { makeOffices } from '../factories/work-orders';
import { testContext } from '../setup/context';
import type { TestContext } from '../setup/context';
import type { ReadContext } from '~/domains/context';
import { withdrawFeedback } from '~/domains/feedback/withdraw-feedback.server';
import { moderationStatistics, moderationTable } from '~/domains/moderation/index.server';

let test: TestContext;
let made = 0;

/** So many decisions of a kind in one instant, each within two hours. */
async function decided(count: number, kind: string, at: string, more: object = {}): Promise<void> {
  const decidedAt = new Date(at);
  const createdAt = new Date(decidedAt.getTime() - 2 * 3600_000);
  const rows = Array.from({ length: count }, () => ({
    ...{ id: `row-${String((made += 1)).padStart(6, '0')}`, kind, subjectKind: 'proposal', subjectId: 'one' },
    ...{ areaId: '421002', title: '', state: 'settled', decision: 'kept', ground: 'no-breach' },
    ...{ createdAt, decidedAt, ...more },
  }));
  await test.database.transaction((tx) => tx.prisma.queueItem.createMany({ data: rows }));
}

const statistics = (period: string | null, ctx: ReadContext = test.as('visitor')) =>
  moderationStatistics(ctx, period);
const kindsOf = async (period: string) => (await statistics(period)).kinds.map(({ kind }) => kind).sort();

beforeAll(async () => {
  test = await testContext();
  await makeOffices(test);
  await makePerson(test, 'asker-again');
  // Half an hour before the year begins in the place, and as long after.
  await decided(1, 'report', '2024-12-31T15:30:00Z');
  await decided(2, 'report', '2024-12-31T16:30:00Z', { decision: 'hidden', ground: 'insult' });
  await decided(7, 'report', '2025-06-01T00:00:00Z');
  await decided(12, 'residence-verification', '2025-06-01T00:00:00Z', { decision: 'confirmed' });
  await decided(11, 'residence-verification', '2025-07-01T00:00:00Z', {
    ...{ decision: 'confirmed', dueAt: new Date('2025-08-01T00:00:00Z') },
  });
  await decided(1, 'residence-verification', '2025-07-01T00:00:00Z', {
    ...{ decision: 'confirmed', dueAt: new Date('2025-06-30T00:00:00Z') },
  });
  await decided(6, 'residence-verification', '2026-02-01T00:00:00Z', { decision: 'confirmed' });
});
afterAll(() => test.dispose());

it('tell of residence checks and sanctions in a year that is over, and in no month and no running year', async () => {
  expect(await kindsOf('2025')).toEqual(['report', 'residence-verification']);
  for (const part of ['2025-06', '2025-07', '2026', '2026-02'])
    expect(await kindsOf(part)).not.toContain('residence-verification');
});

it('keep back how many were late where few were', async () => {
  const { kinds } = await statistics('2025');
  expect(kinds.find(({ kind }) => kind === 'residence-verification')).toMatchObject({
    ...{ count: 24, late: null, withTerm: null },
  });
});

it('count by the clock of the place, without what is guarded in any sum', async () => {
  const { total, months, grounds, years } = await statistics('2025');
  expect([total, grounds]).toEqual([9, [{ ground: 'insult', count: 2 }]]);
  expect(months).toEqual([
    { month: '2025-01', count: 2, hidden: 2, appeals: 0, upheld: 0 },
    { month: '2025-06', count: 7, hidden: 0, appeals: 0, upheld: 0 },
  ]);
  expect(years).toEqual(['2026', '2025', '2024']);
});

it('read each decision once, however many there are, and in pieces', async () => {
  await decided(4500, 'report', '2024-03-01T00:00:00Z');
  const sizes: number[] = [];
  const { read } = test.database;
  const queueItem = {
    findFirst: read.queueItem.findFirst.bind(read.queueItem),
    findMany: async (query: Parameters<typeof read.queueItem.findMany>[0]) => {
      const rows = await read.queueItem.findMany(query);
      sizes.push(rows.length);
      return rows;
    },
  };
  const watched = { ...test.as('visitor'), database: { read: { queueItem } } } as unknown as ReadContext;
  expect((await statistics('2024', watched)).total).toBe(4501);
  expect([sizes.reduce((sum, size) => sum + size, 0), Math.max(...sizes)]).toEqual([4501, 2000]);
});

it('are dropped where they are kept once something is decided', async () => {
  const id = await makeFeedback(test, 'asker-again', { title: '重复的诉求' });
  test.invalidated.length = 0;
  await withdrawFeedback(await test.asPerson('asker-again'), id);
  expect(test.invalidated).toContain('decisions');
});

it('are given out as a table: line by line what the page shows, and nothing that it keeps back', async () => {
  const { columns, rows, name } = await moderationTable(test.as('visitor'), '2025');
  expect(name).toBe('moderation-2025');
  const lines = rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]])));
  const { kinds, grounds, months, total } = await statistics('2025');
  const by = (what: string) => lines.filter((line) => line.by === what);
  expect(by('total')).toMatchObject([{ period: '2025', count: total }]);
  expect(by('kind').map(({ key, count }) => [key, count])).toEqual(kinds.map((one) => [one.kind, one.count]));
  expect(by('kind').find(({ key }) => key === 'residence-verification')).toMatchObject({
    ...{ late: '', with_term: '' },
  });
  expect(by('ground').map(({ key, name: word }) => [key, word])).toEqual([['insult', '辱骂或人身攻击']]);
  expect(by('ground')).toHaveLength(grounds.length);
  expect(by('month').map(({ key, count, hidden }) => [key, count, hidden])).toEqual(
    months.map((month) => [month.month, month.count, month.hidden]),
  );
});
