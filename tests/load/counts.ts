import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { drawnNumbers, drawnTitles } from './drawn-texts';
import { ballotOfPb, type CountingTerms } from '~/domains/ballots/rules/pb/ballot-of-pb';
import { readPb } from '~/domains/ballots/rules/pb/read-pb';
import { tally } from '~/domains/ballots/rules/tally';
import { analyseOpinions } from '~/domains/opinions/rules/analyse-opinions';
import { VoteCollector, type Vote, type VoteMatrix } from '~/domains/opinions/rules/vote-matrix';
import { SimilarIndex } from '~/lib/similar-texts/similar-index';

/** Counting, grouping and comparing, each in one process on one core: best of several runs, as machines are shared. */
const elections = path.resolve('../shared/data/pb');
const say = (line: string) => void process.stdout.write(`${line}\n`);
const megabytes = () => process.resourceUsage().maxRSS / 1024;

function fastest(runs: number, act: () => void): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    act();
    return performance.now() - start;
  });
  return Math.min(...times);
}

function report(what: string, milliseconds: number, target: number): void {
  const verdict = milliseconds <= target ? 'within' : 'ABOVE';
  say(`${what.padEnd(58)} ${milliseconds.toFixed(0).padStart(6)} ms, ${verdict} ${target} ms`);
}

const [participants, statements, votes] = [3000, 300, 100_000];

/** Votes of three camps that differ on two thirds of the statements. */
function drawnVotes(): { person: number; statement: number; vote: Vote }[] {
  const number = drawnNumbers(7);
  const lean = Array.from({ length: statements }, () => [number(), number(), number()]);
  const cells = new Map<number, Vote>();
  while (cells.size < votes) {
    const [person, statement] = [Math.floor(number() * participants), Math.floor(number() * statements)];
    const agrees = lean[statement]?.[statement % 3 === 0 ? 0 : person % 3] ?? 0.5;
    const vote = number() < 0.1 ? 0 : number() < agrees ? 1 : -1;
    cells.set(person * statements + statement, vote);
  }
  return [...cells].map(([cell, vote]) => ({
    person: Math.floor(cell / statements),
    statement: cell % statements,
    vote,
  }));
}

function matrixOf(list: ReturnType<typeof drawnVotes>): VoteMatrix {
  const collector = new VoteCollector();
  for (const { person, statement, vote } of list) {
    const row = collector.participant(String(person));
    collector.add(row, collector.statement(String(statement)), vote);
  }
  return collector.matrix();
}

function groupOpinions(): void {
  const list = drawnVotes();
  const before = megabytes();
  let groups: number[] = [];
  const time = fastest(3, () => {
    groups = analyseOpinions(matrixOf(list)).groups.map(({ people }) => people);
  });
  report(`opinion groups, ${votes} votes of ${participants} on ${statements}`, time, 1000);
  say(
    `  groups of ${groups.join(', ')}; at most ${megabytes().toFixed(0)} MB (before: ${before.toFixed(0)}), target 300 MB`,
  );
}

function countElection(name: string, terms: Omit<CountingTerms, 'tieCriteria'>, target: number): void {
  const file = path.join(elections, name);
  if (!existsSync(file)) return say(`${name}: skipped, not in ../shared/data/pb`);
  const reading = readPb(readFileSync(file));
  if (!reading.ok) throw new Error(`${name} cannot be read`);
  const { rules, papers } = ballotOfPb(reading.file, { ...terms, tieCriteria: ['lexico'] });
  const time = fastest(target > 10_000 ? 1 : 3, () => void tally(papers, rules));
  report(`${name.slice(0, 24)} ${terms.rule}, ${terms.completion}`, time, target);
}

function countElections(): void {
  const plain = { completion: 'none', stopWhenExhaustive: true } as const;
  const addOne = { completion: 'add1', stopWhenExhaustive: true } as const;
  const [wawer, cambridge, budapest] = [
    'Poland_Warszawa_2021_Wawer.pb',
    'US_Stanford_Dataset_PB_Cambridge_2015_vote_approvals.pb',
    'Hungary_Budapest_2024.pb',
  ];
  for (const rule of ['equal-shares-cost', 'equal-shares-cardinality'] as const) {
    countElection(wawer, { rule, ...addOne }, 3000);
    countElection(cambridge, { rule, ...addOne }, 300);
    countElection(budapest, { rule, ...plain }, 500);
    countElection(budapest, { rule, ...addOne }, 60_000);
  }
}

function findSimilar(): void {
  const index = new SimilarIndex();
  const titles = drawnTitles(100_000, 1);
  const building = fastest(1, () => titles.forEach((title, at) => index.add({ id: String(at), title })));
  say(`index of ${index.size} titles built in ${building.toFixed(0)} ms`);
  const times = drawnTitles(500, 2).map((title, at) => {
    // What is typed changes while others publish: each search meets a changed index.
    index.add({ id: `new ${at}`, title });
    return fastest(1, () => void index.nearest(title.slice(0, 6 + (at % 20)), { least: 0.35 }));
  });
  times.sort((one, other) => one - other);
  report('the nearest of 100,000 titles, 95th percentile of 500', times[474] ?? 0, 50);
}

groupOpinions();
findSimilar();
countElections();
