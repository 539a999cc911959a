import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BudgetRules } from '~/domains/ballots/rules/kinds';
import { ballotOfPb } from '~/domains/ballots/rules/pb/ballot-of-pb';
import { readPb } from '~/domains/ballots/rules/pb/read-pb';
import { writePb } from '~/domains/ballots/rules/pb/write-pb';
import { tally } from '~/domains/ballots/rules/tally';
import { needs } from '../setup/needs';

const folder = path.resolve(import.meta.dirname, '../../../shared/data/pb');
const present = existsSync(folder);

interface ExpectedCount {
  winners: string[];
  total_cost: number;
  ties_met?: number;
  distinct_ties?: string[][];
  increments_applied?: number;
  stopped_because?: string;
  final_voter_budget?: string;
}

interface Expected {
  official_selected: Record<string, string[]>;
  meta: { rule: string };
  pabutools: { by_tie_breaking: Record<string, Record<string, ExpectedCount>> };
  equalshares_compute_tool: {
    runs: {
      arithmetic: string;
      completion: string;
      add1options: string;
      winners: string[];
      total_cost: number;
    }[];
  };
}

type Terms = Pick<BudgetRules, 'rule' | 'completion' | 'stopWhenExhaustive'>;
const shares = (rule: Terms['rule'], completion: Terms['completion']): Terms => ({
  rule,
  completion,
  stopWhenExhaustive: true,
});

const termsByName: Record<string, Terms> = {
  greedy_votes: shares('greedy-votes', 'none'),
  greedy_votes_per_cost: shares('greedy-votes-per-cost', 'none'),
  mes_cost: shares('equal-shares-cost', 'none'),
  mes_cost_then_greedy_same_sat: shares('equal-shares-cost', 'greedy'),
  mes_cost_then_greedy_votes: shares('equal-shares-cost', 'greedy'),
  mes_cost_add1: shares('equal-shares-cost', 'add1'),
  mes_cost_add1_then_greedy_votes: shares('equal-shares-cost', 'add1-then-greedy'),
  mes_cardinality: shares('equal-shares-cardinality', 'none'),
  mes_cardinality_then_greedy_same_sat: shares('equal-shares-cardinality', 'greedy-votes-per-cost'),
  mes_cardinality_then_greedy_votes: shares('equal-shares-cardinality', 'greedy'),
  mes_cardinality_add1: shares('equal-shares-cardinality', 'add1'),
  mes_cardinality_add1_then_greedy_votes: shares('equal-shares-cardinality', 'add1-then-greedy'),
};
const tieRules: Record<string, BudgetRules['tieCriteria']> = {
  lexico: ['lexico'],
  minCost_maxVotes_lexico: ['min-cost', 'max-votes', 'lexico'],
};
const stopNames: Record<string, string> = {
  exhaustive: 'exhaustive',
  next_would_overspend: 'next-would-overspend',
};

function read(name: string) {
  const reading = readPb(readFileSync(path.join(folder, name)));
  if (!reading.ok) throw new Error(`${name}: ${JSON.stringify(reading.faults[0])}`);
  return reading.file;
}

function expectedOf(name: string): Expected {
  return JSON.parse(
    readFileSync(path.join(folder, 'expected', name.replace('.pb', '.json')), 'utf8'),
  ) as Expected;
}

const names = present ? readdirSync(folder).filter((name) => name.endsWith('.pb')) : ['each'];

describe('real elections', needs(present, 'the Pabulib files in ../shared/data/pb'), () => {
  it.each(names)(
    '%s is counted as by the reference',
    (name) => {
      const file = read(name);
      for (const [tieName, counts] of Object.entries(expectedOf(name).pabutools.by_tie_breaking)) {
        for (const [countName, expected] of Object.entries(counts)) {
          const terms = termsByName[countName];
          const tieCriteria = tieRules[tieName];
          if (!terms || !tieCriteria) throw new Error(`unknown count ${tieName} ${countName}`);
          const { rules, papers } = ballotOfPb(file, { ...terms, tieCriteria });
          const { result } = tally(papers, rules);
          const label = `${tieName} ${countName}`;
          expect({ label, winners: result.winners }).toEqual({ label, winners: expected.winners });
          expect(Number(result.cost)).toBe(expected.total_cost);
          if (expected.final_voter_budget !== undefined)
            expect(result.voterBudget).toBe(expected.final_voter_budget);
          if (expected.increments_applied !== undefined)
            expect(result.increments).toBe(expected.increments_applied);
          if (expected.stopped_because)
            expect(result.stoppedBecause).toBe(stopNames[expected.stopped_because]);
          if (expected.distinct_ties === undefined) continue;
          expect(result.budgetTies.map((tie) => tie.projects)).toEqual(expected.distinct_ties);
          expect(result.budgetTies.reduce((sum, tie) => sum + tie.times, 0)).toBe(expected.ties_met);
        }
      }
    },
    120_000,
  );

  it.each(names.filter((name) => !name.includes('Budapest')))('%s survives writing and reading', (name) => {
    const file = read(name);
    const again = readPb(new TextEncoder().encode(writePb(file)));
    expect(again).toMatchObject({ ok: true, notices: [] });
    if (again.ok) expect(again.file).toEqual(file);
  });

  it.each(names.filter((name) => !present || expectedOf(name).meta.rule === 'equalshares/add1'))(
    '%s: add-1 without the exhaustive stop funds what the city funded',
    (name) => {
      const { rules, papers } = ballotOfPb(read(name), {
        rule: 'equal-shares-cost',
        completion: 'add1',
        stopWhenExhaustive: false,
        tieCriteria: ['min-cost', 'max-votes', 'lexico'],
      });
      const { winners } = tally(papers, rules).result;
      expect([...winners].sort()).toEqual([...(expectedOf(name).official_selected['1'] ?? [])].sort());
    },
  );
});
