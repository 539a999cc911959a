import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PbFile } from './pb-file';
import { readPb } from './read-pb';
import { writePb } from './write-pb';

const bytes = (text: string) => new TextEncoder().encode(text);
const plain = `META
key;value
description;Example
budget;100,50
vote_type;approval
num_projects;2
num_votes;3
PROJECTS
project_id;cost;name
1;20.50;"A ""quoted""; name"
p2;30;Second
VOTES
voter_id;vote;age
v1;1,p2;30
v2;;
v3;none;41
`;

const pointed = `META
key;value
budget;100
vote_type;cumulative
max_sum_points;5
PROJECTS
project_id;cost
1;20
p2;30
p3;30
VOTES
voter_id;vote;points
v1;1,p2;3,2
v2;;0
v3;none;
v4;p3;2.5
v5;p3,p2;-1, 0
`;

function faultsOf(text: string) {
  const reading = readPb(bytes(text));
  return reading.ok
    ? []
    : reading.faults.map(({ line, reason, detail }) => `${line} ${reason} ${detail}`.trim());
}

function fileOf(text: string): PbFile {
  const reading = readPb(bytes(text));
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.file;
}

describe('readPb', () => {
  it('reads decimals with point or comma, quotes, empty ballots and none', () => {
    const file = fileOf(plain);
    expect(file.budget).toBe('100.5');
    expect(file.projects[0]).toEqual({
      id: '1',
      cost: '20.5',
      fields: new Map([['name', 'A "quoted"; name']]),
    });
    expect(file.votes.map((vote) => vote.projects)).toEqual([['1', 'p2'], [], []]);
  });

  it('reads the same with CRLF and, with a notice, behind a byte-order mark', () => {
    expect(fileOf(plain.replaceAll('\n', '\r\n'))).toEqual(fileOf(plain));
    expect(readPb(bytes(`\uFEFF${plain}`))).toMatchObject({
      ok: true,
      notices: [{ line: 1, reason: 'byte-order-mark' }],
    });
  });

  it('counts a project that a vote names twice once, with a notice', () => {
    const reading = readPb(bytes(plain.replace('v1;1,p2', 'v1;1,p2,1')));
    expect(reading).toMatchObject({
      ok: true,
      notices: [{ line: 14, reason: 'project-repeated-in-vote', detail: 'v1' }],
    });
    expect(reading.ok && reading.file.votes[0]?.projects).toEqual(['1', 'p2']);
  });

  it('reads what stands behind a comma as decimals, and notices where it could be thousands', () => {
    const reading = readPb(bytes(plain.replace(/budget;.*/, 'budget;1,000')));
    expect(reading).toMatchObject({ ok: true, file: { budget: '1' } });
    expect(reading.ok && reading.notices).toMatchObject([{ reason: 'comma-before-three', detail: '1,000' }]);
  });

  it('notices numbers that differ', () => {
    const reading = readPb(bytes(plain.replace('num_votes;3', 'num_votes;4')));
    expect(reading).toMatchObject({
      ok: true,
      notices: [{ reason: 'number-of-votes-differs', detail: '4 ≠ 3' }],
    });
  });

  it.each([
    ['', ['1 empty']],
    [' \n\r\n', ['1 empty']],
    [
      'hello\n',
      [
        '1 outside-section hello',
        '1 section-missing META',
        '1 section-missing PROJECTS',
        '1 section-missing VOTES',
      ],
    ],
    [plain.replace('project_id;cost', 'project_id;price'), ['9 column-missing cost']],
    [plain.replace('voter_id;vote;age', 'voter_id;votes;age'), ['13 column-missing vote']],
    [plain.replace('budget;100,50\n', ''), ['1 no-budget']],
    [plain.replace('budget;100,50', 'budget;-5'), ['4 not-an-amount -5']],
    [plain.replace('p2;30', 'p2;1e5'), ['11 not-an-amount 1e5']],
    [plain.replace('p2;30', `p2;${'9'.repeat(50)}`), [`11 not-an-amount ${'9'.repeat(50)}`]],
    [plain.replace('p2;30', '1;30'), ['11 project-repeated 1', '14 unknown-project p2']],
    [plain.replace('v1;1,p2', 'v1;1,zzz'), ['14 unknown-project zzz']],
    [plain.replace('v1;1,p2;30', 'v1;1,p2;30;40'), ['14 too-many-fields 40']],
    [plain.replace('v1;1,p2;30', 'v1'), ['14 field-missing vote']],
    [plain.replace('"A ""quoted""; name"', '"never closed'), ['10 quote-not-closed']],
    [plain.replace('vote_type;approval', 'vote_type;quadratic'), ['5 vote-type-not-counted quadratic']],
    [plain.replace('vote_type;approval', 'vote_type;cumulative'), ['13 column-missing points']],
    [plain.replace('vote_type;approval', 'vote_type;ordinal\nmax_length;0'), ['6 not-a-length 0']],
    [
      plain.replace('vote_type;approval', 'vote_type;approval\nmin_project_score_threshold;-3'),
      ['6 not-an-amount -3'],
    ],
    [pointed.replace('3,2', '3'), ['13 points-differ 2 ≠ 1']],
    [pointed.replace('3,2', '3,2,1'), ['13 points-differ 2 ≠ 3']],
    [pointed.replace('3,2', '3,'), ['13 points-differ 2 ≠ 1']],
    [pointed.replace('3,2', ',2'), ['13 not-points']],
    [pointed.replace('3,2', '3,two'), ['13 not-points two']],
    [pointed.replace('3,2', '3,1e3'), ['13 not-points 1e3']],
    [pointed.replace('3,2', '3,1234567890'), ['13 not-points 1234567890']],
    [pointed.replace('1,p2;3,2', '1,zzz;3,2'), ['13 unknown-project zzz']],
    [pointed.replace(';none;', ';none;4'), ['15 points-differ 0 ≠ 1']],
    [`${plain}META\n`, ['17 section-repeated META']],
  ])('names line and reason of each fault (%#)', (text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });

  it('reads points place by place, and tells of those above the limit', () => {
    const votes = (text: string) => fileOf(text).votes.map(({ projects, points }) => [projects, points]);
    expect(votes(pointed)).toEqual([
      [
        ['1', 'p2'],
        ['3', '2'],
      ],
      [[], []],
      [[], []],
      [['p3'], ['2.5']],
      [
        ['p3', 'p2'],
        ['-1', '0'],
      ],
    ]);
    for (const type of ['scoring', 'Cumulative', ' CUMULATIVE '])
      expect(votes(pointed.replace('vote_type;cumulative', `vote_type;${type}`))).toEqual(votes(pointed));
    expect(readPb(bytes(pointed.replace('3,2', '3,3')))).toMatchObject({
      notices: [{ line: 13, reason: 'points-above-limit', detail: 'v1' }],
    });
    const each = pointed.replace('max_sum_points;5', 'max_points;2,5');
    expect(readPb(bytes(each))).toMatchObject({ notices: [{ line: 13, reason: 'points-above-limit' }] });
  });

  it('takes the last points and the first rank of a project that a vote names twice', () => {
    const twice = readPb(bytes(pointed.replace('1,p2;3,2', '1,p2,1;3,2,1')));
    expect(twice.ok && twice.file.votes[0]).toMatchObject({ projects: ['1', 'p2'], points: ['1', '2'] });
    expect(twice).toMatchObject({ notices: [{ line: 13, reason: 'project-repeated-in-vote' }] });
    const ranked = plain.replace('vote_type;approval', 'vote_type;ordinal\nmax_length;3');
    const again = readPb(bytes(ranked.replace('v1;1,p2', 'v1;1,1,p2')));
    expect(again.ok && again.file.votes[0]).toMatchObject({ projects: ['1', 'p2'], points: null });
  });

  it('reads META without its line of columns, and other spellings of names', () => {
    const headless = readPb(bytes(plain.replace('key;value\n', '')));
    expect(headless).toEqual({
      ok: true,
      file: fileOf(plain),
      notices: [{ line: 2, reason: 'meta-without-header', detail: 'description' }],
    });
    const spelled = plain
      .replace('key;value', 'Key;Value')
      .replace('budget;', 'Budget;')
      .replace('vote_type;approval', 'Vote Type;Choose 1')
      .replace('project_id;cost', 'Project_ID; COST ')
      .replace('voter_id;vote', 'VOTER-ID;Vote');
    expect(fileOf(spelled)).toMatchObject({ ...fileOf(plain), meta: expect.any(Map) as unknown });
    expect(faultsOf(plain.replace('num_votes;3', 'BUDGET;5'))).toEqual(['7 key-repeated budget']);
    const nothing = plain.replace('num_votes;3', 'min_project_score_threshold;\nrule;greedy-threshold');
    expect(readPb(bytes(nothing))).toMatchObject({
      file: { counting: { minimumScore: null, rule: 'greedy-threshold' } },
      notices: [{ line: 8, reason: 'no-minimum', detail: 'greedy-threshold' }],
    });
  });

  it('names the line that is not UTF-8, and reads UTF-16', () => {
    const broken = bytes(plain.replace('Second', 'Sec?nd'));
    broken[broken.indexOf('?'.charCodeAt(0))] = 0xe9;
    expect(readPb(broken)).toEqual({ ok: false, faults: [{ line: 11, reason: 'not-utf-8', detail: '' }] });
    const utf16 = new Uint8Array(
      new Uint16Array([0xfeff, ...[...plain].map((letter) => letter.charCodeAt(0))]).buffer,
    );
    expect(readPb(utf16)).toMatchObject({
      ...readPb(bytes(plain)),
      notices: [{ line: 1, reason: 'byte-order-mark' }],
    });
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => typeof readPb(noise).ok === 'boolean'),
    );
    fc.assert(
      fc.property(
        fc.nat(plain.length),
        fc.string({ unit: 'binary', maxLength: 5 }),
        (at, insert) => typeof readPb(bytes(plain.slice(0, at) + insert + plain.slice(at))).ok === 'boolean',
      ),
    );
  });

  it('reads what writePb writes', () => {
    const text = fc.string({ maxLength: 12 }).map((value) => value.trim());
    const id = fc.stringMatching(/^[a-z0-9]{1,6}$/).filter((value) => value !== 'none');
    fc.assert(
      fc.property(
        fc.uniqueArray(id, { minLength: 1, maxLength: 5 }),
        text,
        fc.array(fc.nat(31), { maxLength: 6 }),
        (ids, name, ballots) => {
          const file: PbFile = {
            meta: new Map([
              ['description', name],
              ['vote_type', 'approval'],
              ['budget', '12.5'],
              ['num_projects', String(ids.length)],
              ['num_votes', String(ballots.length)],
            ]),
            budget: '12.5',
            counting: {
              voteType: 'approval',
              rule: '',
              maximumLength: null,
              minimumScore: null,
              defaultPoints: '0',
              maximumPoints: null,
              maximumSumOfPoints: null,
            },
            projects: ids.map((one) => ({ id: one, cost: '3.25', fields: new Map([['name', name]]) })),
            votes: ballots.map((bits, voter) => ({
              voterId: String(voter),
              projects: ids.filter((_, index) => (bits >> index) & 1),
              points: null,
              fields: new Map(),
            })),
          };
          expect(readPb(bytes(writePb(file)))).toEqual({ ok: true, file, notices: [] });
        },
      ),
    );
  });
});
