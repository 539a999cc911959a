import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ballotCases } from '../../../../../tests/factories/every-ballot-kind';
import type { BallotRules, BudgetRules, Choice } from '../kinds';
import { tally } from '../tally';
import { ballotRecord, writeBallotRecord, type BallotRecord } from './ballot-record';
import { commitmentTo, drawSeed } from './draw-seed';
import { readBallotRecord } from './read-ballot-record';
import { verifyBallotRecord } from './verify-ballot-record';

const options = ['a', 'b', 'c'];
const common = { options, electorateSize: 20, quorum: { numerator: 1, denominator: 10 } };
const budget: BudgetRules = {
  kind: 'budget',
  ...common,
  projects: options.map((id, index) => ({ id, cost: `${10 + index}.50` })),
  budget: '30',
  rule: 'equal-shares-cost',
  completion: 'add1-then-greedy',
  stopWhenExhaustive: true,
  tieCriteria: ['min-cost', 'lexico'],
  maximum: null,
};

const subject = {
  id: 'b1',
  title: '社区预算',
  area: '421002',
  opensAt: '2026-01-01T00:00:00.000Z',
  closesAt: '2026-01-08T00:00:00.000Z',
  labels: { a: 'One', b: 'Two', c: 'Three' },
};

function recordOf(rules: BallotRules, choices: Choice[]): BallotRecord {
  const papers = choices.map((choice, index) => ({ receipt: `r${(index * 7) % 31}`, choice }));
  return ballotRecord({ ballot: subject, rules, result: tally(choices, rules).result, papers });
}

function reread(record: unknown): BallotRecord {
  const reading = readBallotRecord(new TextEncoder().encode(JSON.stringify(record)));
  if (!reading.ok) throw new Error(reading.fault);
  return reading.record;
}

describe('the record of a closed ballot', () => {
  it.each(ballotCases)('of a ballot by $name is written, read and counted anew', ({ rules, paper }) => {
    fc.assert(
      fc.property(fc.array(paper, { maxLength: 20 }), (choices) => {
        const record = recordOf(rules, choices);
        const text = writeBallotRecord(record);
        const reading = readBallotRecord(new TextEncoder().encode(text));
        expect(reading).toEqual({ ok: true, record: JSON.parse(text) as unknown });
        expect(reading.ok && verifyBallotRecord(reading.record)).toEqual({
          holds: true,
          papers: choices.length,
          differences: [],
        });
      }),
      { numRuns: 50 },
    );
  });

  it('lays the papers in the order of their receipts, one a line', () => {
    const text = writeBallotRecord(
      recordOf(
        budget,
        [['a'], ['b'], []].map((projects) => ({ kind: 'budget', projects })),
      ),
    );
    expect(text.match(/^\{"receipt":"r\d+"/gm)).toEqual([
      '{"receipt":"r0"',
      '{"receipt":"r14"',
      '{"receipt":"r7"',
    ]);
  });

  const votes: Choice[] = [['a'], ['a', 'b'], ['b'], ['c'], ['b']].map((projects) => ({
    kind: 'budget',
    projects,
  }));
  const tampered: [string, (record: BallotRecord) => void, string][] = [
    [
      'a paper',
      ({ papers }) => papers[0] && (papers[0].choice = { kind: 'budget', projects: ['c'] }),
      'result.',
    ],
    ['a paper left out', ({ papers }) => papers.pop(), 'result.papers'],
    ['a paper put in twice', ({ papers }) => papers[0] && papers.push(papers[0]), 'papers.5.receipt'],
    ['a winner', ({ result }) => result.winners.reverse(), 'result.winners.0'],
    [
      'a cost',
      ({ rules }) => rules.kind === 'budget' && rules.projects[0] && (rules.projects[0].cost = '1'),
      'result.',
    ],
    ['the electorate', (record) => (record.electorate.size = 19), 'electorate.size'],
    [
      'more papers than voters',
      (record) => (record.rules.electorateSize = record.electorate.size = 4),
      'papers',
    ],
    ['a field that does not belong', ({ result }) => Object.assign(result, { extra: 1 }), 'result.extra'],
  ];
  it.each(tampered)('refuses %s that was changed', (_, change, at) => {
    const record = reread(recordOf(budget, votes));
    change(record);
    const { holds, differences } = verifyBallotRecord(record);
    expect(holds).toBe(false);
    expect(differences.some((one) => one.at.startsWith(at))).toBe(true);
  });

  it('checks where the seed of a lot came from', () => {
    const receipts = votes.map((_, index) => `r${(index * 7) % 31}`);
    const seed = drawSeed('secret', receipts);
    const rules: BudgetRules = { ...budget, tieCriteria: ['draw'], ties: { kind: 'draw', seed } };
    const draw = { commitment: commitmentTo('secret'), secret: 'secret' };
    const record = { ...recordOf(rules, votes), draw };
    expect(verifyBallotRecord(record).holds).toBe(true);
    const other = { ...record, draw: { ...draw, secret: 'chosen later' } };
    expect(verifyBallotRecord(other).differences.map(({ at }) => at)).toEqual([
      'draw.commitment',
      'rules.ties.seed',
    ]);
  });

  const good = recordOf(budget, votes);
  it.each([
    ['nothing', '', 'not JSON'],
    ['another file', '{"format":"other"}', 'format'],
    ['a later version', JSON.stringify({ ...good, version: 2 }), 'version'],
    ['rules of no kind', JSON.stringify({ ...good, rules: { ...budget, kind: 'lottery' } }), 'rules.kind'],
    ['a cost that is none', JSON.stringify({ ...good, rules: { ...budget, budget: '1e9' } }), 'rules.budget'],
    [
      'lots without a seed',
      JSON.stringify({ ...good, rules: { ...budget, tieCriteria: ['draw'] } }),
      'rules.ties',
    ],
    ['papers that are none', JSON.stringify({ ...good, papers: [{ receipt: 'x' }] }), 'papers.0.choice'],
  ])('says what is wrong with %s', (_, text, fault) => {
    const reading = readBallotRecord(new TextEncoder().encode(text));
    expect(!reading.ok && reading.fault).toContain(fault);
  });

  it('counts papers of any shape as invalid instead of failing', () => {
    const shapes = fc.array(
      fc.record({
        receipt: fc.uuid(),
        choice: fc.dictionary(fc.constantFrom('projects', 'options', 'answers'), fc.jsonValue()),
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...ballotCases), shapes, ({ rules }, papers) => {
        const odd = papers.map(({ receipt, choice }) => ({
          receipt,
          choice: { ...choice, kind: rules.kind },
        }));
        expect(verifyBallotRecord(reread({ ...recordOf(rules, []), papers: odd })).papers).toBe(
          papers.length,
        );
      }),
    );
  });
});
