import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  closeNow,
  makeElectorate,
  openBallotOf,
  recordText,
  vote,
  voters,
} from '../../../tests/factories/ballots';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import { ballotPage } from './ballot-page.query.server';
import { castEntrusted, castVote, ensureKeepable } from './casting/cast-vote.server';
import { choiceValues, readChoice } from './casting/read-choice';
import { answerOffer, offerVote } from './entrusting/entrust-vote.server';
import { ballotAsPb } from './files/pb-file.query.server';
import { ballotFields } from './organising/ballot-fields';
import { sheetText } from './paper/paper-sheet';
import type { BallotRules, Choice } from './rules/kinds';
import { resultOf } from './rules/published-result';
import { readPb } from './rules/pb/read-pb';
import { readBallotRecord } from './rules/record/read-ballot-record';
import { verifyBallotRecord } from './rules/record/verify-ballot-record';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeElectorate(test);
});
afterAll(() => test.dispose());

const budget = {
  kind: 'budget',
  budget: '1000',
  options: '长椅 | 600\n健身器材 | 500\n花坛 | 400\n路灯 | 300',
  pointsRule: 'greedy-votes',
};
const points = { ...budget, budgetPapers: 'points', pointsTotal: '10', pointsEach: '6' };
const ranks = { ...budget, budgetPapers: 'ranks', maximumChoices: '3' };
const scores = { ...budget, budgetPapers: 'scores', paperScore: '5' };

/** What a form with these fields says, each under the name of its option. */
function written(prefix: string, options: string[], texts: string[]): Choice {
  const form = new FormData();
  texts.forEach((text, at) => form.append(`${prefix}.${options[at] ?? ''}`, text));
  return readChoice('budget', form);
}

interface Way {
  change: Record<string, string>;
  prefix: string;
  papers: string[][];
  /** Sums of points by project, and who wins, by their places. */
  sums: number[];
  winners: number[];
  voteType: string;
}

const ways: [string, Way][] = [
  [
    'points',
    {
      change: points,
      prefix: 'points',
      papers: [
        ['6', '4', '', ''],
        ['', '', '5', '5'],
        ['1', '', '6', '3'],
      ],
      ...{ sums: [7, 4, 11, 8], winners: [2, 3], voteType: 'cumulative' },
    },
  ],
  [
    'ranks',
    {
      change: ranks,
      prefix: 'rank',
      papers: [
        ['1', '2', '', '3'],
        ['2', '', '1', ''],
        ['', '1', '', '2'],
      ],
      ...{ sums: [5, 5, 3, 3], winners: [0, 2], voteType: 'ordinal' },
    },
  ],
  [
    'scores',
    {
      change: { ...scores, minimumVotes: '6', stopAtMisfit: 'on' },
      prefix: 'points',
      papers: [
        ['5', '5', '0', '1'],
        ['', '4', '3', ''],
        ['2', '', '3', '4'],
      ],
      ...{ sums: [7, 9, 6, 5], winners: [1], voteType: 'scoring' },
    },
  ],
];

describe.each(ways)('a budget by %s', (_name, way) => {
  it('is called, voted, counted, published and counted again alike', async () => {
    const { id, options } = await openBallotOf(test, way.change);
    for (const [at, texts] of way.papers.entries())
      await vote(test, voters[at] ?? '', id, written(way.prefix, options, texts));
    await vote(test, voters[3] ?? '', id, written(way.prefix, options, ['', '', '', '']));
    await closeNow(test);
    const { outcome } = await ballotPage(test.as('visitor'), id);
    if (outcome?.result.kind !== 'budget') throw new Error('not counted');
    const { result } = outcome;
    expect(result.projects.map((project) => Number(project.points))).toEqual(way.sums);
    expect(result.winners).toEqual(way.winners.map((at) => options[at]));
    expect(resultOf(result).options.map((option) => option.points)).toEqual(way.sums);
    const reading = readBallotRecord(new TextEncoder().encode(await recordText(test, id)));
    if (!reading.ok) throw new Error(reading.fault);
    expect(verifyBallotRecord(reading.record)).toMatchObject({ papers: 4, differences: [] });
    const pb = readPb(new TextEncoder().encode(await ballotAsPb(test.as('visitor'), id)));
    if (!pb.ok) throw new Error(JSON.stringify(pb.faults));
    expect([pb.file.counting.voteType, pb.notices]).toEqual([way.voteType, []]);
    expect(pb.file.projects.map(({ fields }) => Number(fields.get('score')))).toEqual(way.sums);
    expect(pb.file.votes).toHaveLength(4);
  });

  it('is shown in the form that changes it as it was called', async () => {
    const { id } = await openBallotOf(test, way.change);
    const row = await test.database.read.ballot.findUniqueOrThrow({
      where: { id },
      include: { options: true, listed: true },
    });
    expect(ballotFields(row, 'Asia/Shanghai')).toMatchObject(
      Object.fromEntries(Object.entries(way.change).filter(([name]) => name !== 'options')),
    );
  });
});

it('says at the field what is wrong with a paper, also before a visitor signs in', async () => {
  const refused: [Record<string, string>, string, string[], string | number, string, object][] = [
    [points, 'points', ['6', '5'], 'points', 'points-over-total', { sum: 11, total: 10 }],
    [points, 'points', ['7'], 0, 'points-too-many-each', { most: 6 }],
    [points, 'points', ['1', '2.5'], 1, 'points-not-whole', {}],
    [points, 'points', ['-1'], 0, 'points-not-whole', {}],
    [points, 'option', ['x'], 'points', 'malformed', {}],
    [ranks, 'rank', ['1', '2', '2'], 2, 'rank-repeated', {}],
    [ranks, 'rank', ['1', '2', '3', '4'], 'rank', 'too-many', {}],
    [scores, 'points', ['', '6'], 1, 'points-too-many-each', { most: 5 }],
    [{ ...budget, budgetPapers: 'approvals' }, 'points', ['3'], 'option', 'malformed', {}],
  ];
  for (const [change, prefix, texts, at, reason, params] of refused) {
    const { id, options } = await openBallotOf(test, change);
    const choice: Choice =
      prefix === 'option'
        ? { kind: 'budget', projects: [options[0] ?? ''] }
        : written(prefix, options, texts);
    const field = typeof at === 'number' ? `${prefix}.${options[at]}` : at;
    const fault = { field, reason: `ballots.${reason}`, params };
    await expect(vote(test, 'ann', id, choice)).rejects.toMatchObject(fault);
    const kept = ensureKeepable(test.as('visitor'), id, { choice, blank: false });
    await expect(kept).rejects.toMatchObject(fault);
  }
});

it('takes an empty paper only from who means it', async () => {
  const { id, options } = await openBallotOf(test, points);
  const choice = written('points', options, ['0', '', '0']);
  const ann = await test.asPerson('ann');
  await expect(castVote(ann, id, { choice })).rejects.toMatchObject({ field: 'blank' });
  expect((await castVote(ann, id, { choice, blank: true })).changed).toBe(false);
});

it('reads two readings of a sheet as one where they say the same, and keeps the order of ranks', async () => {
  const { id, options } = await openBallotOf(test, points);
  const row = await test.database.read.ballot.findUniqueOrThrow({ where: { id } });
  const rules = JSON.parse(row.rules ?? '') as BallotRules;
  const one = sheetText(rules, written('points', options, ['3', '', '7']));
  const [a = '', , c = ''] = options;
  const other: Choice = { kind: 'budget', projects: [c, a], points: ['7', '3'] };
  expect(sheetText(rules, other)).toBe(one);
  expect(sheetText(rules, written('points', options, ['3', '8']))).toContain('spoilt');
  const ranking = await openBallotOf(test, ranks);
  const ranked = await test.database.read.ballot.findUniqueOrThrow({ where: { id: ranking.id } });
  const order = [ranking.options[2], ranking.options[0]];
  const paper = written('rank', ranking.options, ['2', '', '1']);
  expect(JSON.parse(sheetText(JSON.parse(ranked.rules ?? '') as BallotRules, paper))).toEqual({
    kind: 'budget',
    projects: order,
  });
});

it('takes points of a vote that was entrusted, and what is wrong with them at the field', async () => {
  const { id, options } = await openBallotOf(test, { ...points, entrusted: '1' });
  const entrusting = await offerVote(await test.asPerson('ann'), id);
  const { code } = await test.database.read.entrustedVote.findUniqueOrThrow({ where: { id: entrusting } });
  const bob = await test.asPerson('bob');
  await answerOffer(bob, code, 'accept');
  const cast = (texts: string[]) =>
    castEntrusted(bob, entrusting, { choice: written('points', options, texts) });
  await expect(cast(['6', '6'])).rejects.toMatchObject({ field: 'points' });
  await cast(['6', '4']);
  const { own } = await ballotPage(await test.asPerson('ann'), id);
  expect(own).toMatchObject({ byOther: true, choice: { points: ['6', '4'] } });
  expect(choiceValues(own?.choice ?? null)).toEqual({
    [`points.${options[0]}`]: '6',
    [`points.${options[1]}`]: '4',
  });
});
