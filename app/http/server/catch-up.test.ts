import { expect, it } from 'vitest';
import { pageCatchUp } from './catch-up.server';
import { defineEvents, nobody } from '~/domains/ledger/define-events';
import { KeptPage } from '~/platform/cache/kept-page.server';
import { PageCache } from '~/platform/cache/page-cache.server';
import type { Database } from '~/platform/db/database.server';

const definitions = defineEvents(
  { said: {}, kept: {} },
  {
    'proposal.published': { isPublic: true, topics: ['proposals'], audience: () => nobody },
    'ballot.opened': { isPublic: true, topics: ['ballots'], audience: () => nobody },
  },
);

/** Two servers on one PostgreSQL: the rows are what the other has committed. */
function otherProcess() {
  const rows: { sequence: number; type: string }[] = [];
  let time = 0;
  const all = async (text: string, [above = 0, ...gaps]: readonly number[] = []) =>
    text.includes('MAX')
      ? [{ last: Math.max(0, ...rows.map((row) => row.sequence)) }]
      : rows
          .filter(({ sequence }) => sequence > above || gaps.includes(sequence))
          .sort((a, b) => a.sequence - b.sequence)
          .slice(0, 500);
  const database = { engine: 'postgresql', sql: { all } } as unknown as Database;
  const pages = new PageCache({ mostBytes: 10_000, mostMilliseconds: 1e9, now: () => time });
  const catchUp = pageCatchUp({ database, pages, definitions, now: () => time });
  const keep = () => {
    for (const topic of ['proposals', 'ballots'])
      pages.put(topic, new KeptPage({ head: [], body: Buffer.from(topic) }), {
        topics: [topic],
        generation: pages.generation,
      });
  };
  const kept = () => ['proposals', 'ballots'].filter((topic) => pages.get(topic) !== null);
  return { rows, catchUp, keep, kept, wait: (milliseconds: number) => (time += milliseconds) };
}

it('drops at once what an event of another process made stale, and only that', async () => {
  const other = otherProcess();
  await other.catchUp();
  other.keep();
  await other.catchUp();
  expect(other.kept()).toEqual(['proposals', 'ballots']);
  other.rows.push({ sequence: 1, type: 'ballot.opened' });
  await other.catchUp();
  expect(other.kept()).toEqual(['proposals']);
  other.keep();
  await other.catchUp();
  expect(other.kept()).toEqual(['proposals', 'ballots']);
});

it('sees an event that took its number earlier and committed later, also after many others', async () => {
  const other = otherProcess();
  await other.catchUp();
  for (let sequence = 2; sequence < 1300; sequence += 1) other.rows.push({ sequence, type: 'unknown' });
  await other.catchUp();
  other.keep();
  other.rows.push({ sequence: 1, type: 'proposal.published' });
  await other.catchUp();
  expect(other.kept()).toEqual(['ballots']);
});

it('does not wait for ever for a number that was rolled back', async () => {
  const other = otherProcess();
  await other.catchUp();
  other.rows.push({ sequence: 5, type: 'ballot.opened' });
  await other.catchUp();
  other.wait(20_000);
  await other.catchUp();
  other.keep();
  other.rows.push({ sequence: 6, type: 'proposal.published' });
  await other.catchUp();
  expect(other.kept()).toEqual(['ballots']);
});
