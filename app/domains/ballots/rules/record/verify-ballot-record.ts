import { hasVotes } from '../has-votes';
import type { Choice } from '../kinds';
import { tally } from '../tally';
import type { BallotRecord } from './ballot-record';
import { commitmentTo, drawSeed } from './draw-seed';
import { cutText } from '~/lib/texts/cut-text';

/** Where the file says something else than the count: a path into the file, and both values as JSON. */
export interface Difference {
  at: string;
  published: string;
  counted: string;
}

export interface Verdict {
  holds: boolean;
  papers: number;
  differences: Difference[];
  /** No paper is a vote, and an older count decided by the order of ties alone: the file holds, and nothing was chosen. */
  byRuleAlone?: true;
}

/** Lists end here: a file with more differences is wrong as a whole. */
export const mostDifferences = 50;

/** Counts the papers anew by the rules in the record, and compares all that can be checked without the portal. */
export function verifyBallotRecord(record: BallotRecord): Verdict {
  const papers = record.papers.map(({ choice }) => choice);
  const { result } = tally(papers, record.rules);
  const differing = compare(record.result, asJson(result), 'result');
  const byRuleAlone = differing.length > 0 && !hasVotes(result) && isOlderCount(record, papers);
  const differences = [...outerDifferences(record), ...(byRuleAlone ? [] : differing)];
  return {
    holds: differences.length === 0,
    ...(byRuleAlone ? { byRuleAlone } : {}),
    papers: record.papers.length,
    differences: differences.slice(0, mostDifferences),
  };
}

/** Whether the result is what was counted before a count without votes decided nothing. */
function isOlderCount({ rules, result }: BallotRecord, papers: Choice[]): boolean {
  const { result: alone } = tally(papers, { ...rules, ofFile: true });
  return compare(result, asJson(alone), 'result').length === 0;
}

/** What the count does not look at: receipts, the electorate, and where a seed came from. */
function outerDifferences({ papers, electorate, rules, draw }: BallotRecord): Difference[] {
  const differences: Difference[] = [];
  const expect = (at: string, published: unknown, counted: unknown) => {
    if (published !== counted) differences.push(differenceAt(at, published, counted));
  };
  expect('electorate.size', electorate.size, rules.electorateSize);
  if (papers.length > electorate.size)
    differences.push(differenceAt('papers', papers.length, `at most ${electorate.size}`));
  const { roll, entrusted = 0 } = electorate;
  if (entrusted > papers.length)
    differences.push(differenceAt('electorate.entrusted', entrusted, `at most ${papers.length}`));
  if (roll) {
    expect('electorate.roll.due', roll.due, electorate.size);
    if (roll.present > roll.due)
      differences.push(differenceAt('electorate.roll.present', roll.present, `at most ${roll.due}`));
    if (papers.length > roll.present)
      differences.push(differenceAt('electorate.roll.present', roll.present, `at least ${papers.length}`));
  }
  const seen = new Set<string>();
  papers.forEach(({ receipt }, index) => {
    if (seen.has(receipt)) differences.push(differenceAt(`papers.${index}.receipt`, receipt, 'used once'));
    seen.add(receipt);
  });
  if (draw) {
    expect('draw.commitment', draw.commitment, commitmentTo(draw.secret));
    const seed = drawSeed(
      draw.secret,
      papers.map(({ choice }) => choice),
    );
    expect('rules.ties.seed', rules.ties?.kind === 'draw' ? rules.ties.seed : null, seed);
  }
  return differences;
}

/** Differences of two JSON values; the order of keys does not matter, that of lists does. */
function compare(published: unknown, counted: unknown, at: string): Difference[] {
  if (Object.is(published, counted)) return [];
  if (!isTree(published) || !isTree(counted) || Array.isArray(published) !== Array.isArray(counted))
    return [differenceAt(at, published, counted)];
  const keys = new Set([...Object.keys(published), ...Object.keys(counted)]);
  return [...keys].flatMap((key) => compare(childOf(published, key), childOf(counted, key), `${at}.${key}`));
}

type Tree = Record<string, unknown>;
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;
const childOf = (tree: Tree, key: string) => (Object.hasOwn(tree, key) ? tree[key] : undefined);
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function differenceAt(at: string, published: unknown, counted: unknown): Difference {
  const shown = (value: unknown) => cutText(JSON.stringify(value) ?? 'nothing', 200);
  return { at, published: shown(published), counted: shown(counted) };
}
