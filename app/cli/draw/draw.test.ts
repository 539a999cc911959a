import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { runDraw } from './draw';

/** Four people of whom one alone is 男: by hand, he has 1 of the two seats, and each of the others a third of the other. */
const pool = 'id,性 别,住址\nA,女,一号\nB,女,\nC,女,\nD,男,一号\n';
const quotas = 'feature,value,min,max\n性 别,女,1,1\n性 别,男,1,1\n';

interface Files {
  pool?: string | Uint8Array;
  quotas?: string | Uint8Array;
}

async function draw(options: string[], files: Files = {}) {
  const given = { 'pool.csv': files.pool ?? pool, 'quotas.csv': files.quotas ?? quotas };
  let [out, errors] = ['', ''];
  const code = await runDraw(['pool.csv', '--quotas', 'quotas.csv', ...options], {
    readFile: (file) => {
      const content = given[file as keyof typeof given];
      if (content === undefined) throw new Error('no such file');
      return Buffer.from(content as string);
    },
    stdout: (text) => (out += text),
    stderr: (text) => (errors += text),
  });
  return { code, out, errors, json: () => JSON.parse(out) as Record<string, unknown> };
}

async function fromList(list: string, options: string[]) {
  let [out, errors] = ['', ''];
  const code = await runDraw(['--list', 'list.txt', ...options], {
    readFile: () => Buffer.from(list),
    stdout: (text) => (out += text),
    stderr: (text) => (errors += text),
  });
  return { code, out, errors };
}

describe('gongzhi draw', () => {
  it('gives each the chance that can be counted by hand', async () => {
    const { code, json } = await draw([
      '--seats',
      '2',
      '--json',
      '--panels',
      '3',
      '--seed',
      '2026-12-01 583',
    ]);
    expect(code).toBe(0);
    expect(json()).toMatchObject({
      feasible: true,
      minimum: 0.333333333333,
      gini: 0.25,
      probabilities: { A: 0.333333333333, B: 0.333333333333, C: 0.333333333333, D: 1 },
      impossible: [],
      certain: ['D'],
      panels: expect.arrayContaining([
        ['A', 'D'],
        ['B', 'D'],
        ['C', 'D'],
      ]) as unknown,
      drawn: { seed: '2026-12-01 583', counter: 0 },
    });
    expect(json().panels).toHaveLength(3);
    const { drawn, panels } = json() as { drawn: { index: number; panel: string[] }; panels: string[][] };
    expect(drawn.panel).toEqual(panels[drawn.index]);
  });

  it('lets one of a household sit, and a blank address binds nobody', async () => {
    const { json } = await draw(['--seats', '2', '--one-per', '住址', '--json']);
    expect(json()).toMatchObject({
      minimum: 0,
      minimumOfThePossible: 0.5,
      probabilities: { A: 0, B: 0.5, C: 0.5, D: 1 },
      impossible: ['A'],
      certain: ['D'],
    });
  });

  it.each([
    [
      'UTF-8 with a mark, CRLF and semicolons',
      (text: string) => Buffer.from(`\ufeff${text.replaceAll(',', ';').replaceAll('\n', '\r\n')}`),
    ],
    ['GB18030', (text: string) => iconv.encode(text, 'gb18030')],
    ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('reads files in %s', async (_, encode) => {
    const { json } = await draw(['--seats', '2', '--json'], { pool: encode(pool), quotas: encode(quotas) });
    expect(json()).toMatchObject({ probabilities: { D: 1 } });
  });

  it('says to people who sits, and what to publish', async () => {
    const { code, out } = await draw(['--seats', '2', '--seed', 'x']);
    expect(code).toBe(0);
    expect(out).toMatch(/list of 1000 panels, SHA-256 [0-9a-f]{64}/);
    expect(out).toContain('sit whatever is drawn: D');
    expect(out).toMatch(/line \d+ \(the first is 0\) is drawn:/);
  });

  it('draws a pool of one, and leaves out whom a max of 0 leaves out', async () => {
    const one = await draw(['--seats', '1', '--json'], {
      pool: 'id,a\nX,1\n',
      quotas: 'feature,value,min,max\na,1,0,5\na,2,0,3\n',
    });
    expect(one.json()).toMatchObject({ minimum: 1, gini: 0, certain: ['X'] });
    const none = await draw(['--seats', '1', '--json'], {
      pool: 'id,a\nX,1\nY,2\n',
      quotas: 'feature,value,min,max\na,1,0,5\na,2,0,0\n',
    });
    expect(none.json()).toMatchObject({ probabilities: { X: 1, Y: 0 }, impossible: ['Y'] });
  });

  it('draws nothing by an empty seed, which anyone knows before', async () => {
    for (const seed of ['', '  ']) {
      expect(await draw(['--seats', '2', '--seed', seed])).toMatchObject({
        ...{ code: 2, out: '', errors: expect.stringContaining('--seed') as unknown },
      });
      expect(await fromList('A,B\nA,C\n', ['--seed', seed])).toMatchObject({ code: 2, out: '' });
    }
  });

  it('repeats a draw from the published list alone', async () => {
    const whole = await draw(['--seats', '2', '--json', '--panels', '30', '--seed', '2026-12-01 583']);
    const { panels, list, drawn } = whole.json() as {
      panels: string[][];
      list: { sha256: string; probabilities: Record<string, number> };
      drawn: object;
    };
    const published = panels.map((ids) => `${ids.join(',')}\n`).join('');
    const again = await fromList(published, ['--seed', '2026-12-01 583', '--json']);
    expect(again.code).toBe(0);
    expect(JSON.parse(again.out)).toEqual({
      list: {
        panels: 30,
        seats: 2,
        sha256: list.sha256,
        probabilities: Object.fromEntries(
          Object.entries(list.probabilities).map(([id, chance]) => [id, expect.closeTo(chance, 9)]),
        ),
      },
      drawn,
    });
    expect((await fromList(published, ['--seed', 'x'])).out).toMatch(/line \d+ \(the first is 0\) is drawn/);
    expect((await fromList('A,B\nA\n', [])).errors).toMatch(/list\.txt, line 2: there are 1 ids/);
    expect((await fromList(published, ['pool.csv'])).errors).toMatch(/--list goes with/);
  });

  it('names the quotas that conflict, and the smallest change', async () => {
    const tight = { quotas: 'feature,value,min,max\n性 别,女,1,1\n性 别,男,2,3\n' };
    const { code, json, errors } = await draw(['--seats', '3', '--json'], tight);
    expect([code, errors]).toEqual([1, '']);
    expect(json()).toMatchObject({
      feasible: false,
      conflicts: expect.arrayContaining([
        [{ feature: '性 别', value: '男', bound: 'min', quota: 2 }],
        [{ feature: '性 别', value: '女', bound: 'max', quota: 1 }],
      ]) as unknown,
      smallestRelaxation: {
        seats: 2,
        changes: [
          { feature: '性 别', value: '女', bound: 'max', quota: 1, change: 1 },
          { feature: '性 别', value: '男', bound: 'min', quota: 2, change: -1 },
        ],
        neverDrawn: [],
      },
    });
    const said = await draw(['--seats', '3'], tight);
    expect(said.out).toContain('性 别 男 at least 2 becomes 1');
    const few = await draw(['--seats', '5', '--json']);
    expect(few.code).toBe(1);
    expect(few.json()).toMatchObject({ feasible: false, why: 'too-few-people', smallestRelaxation: null });
  });

  it.each<[string, string[], Files, RegExp]>([
    ['no seats', [], {}, /--seats must be a whole number from 1 to 10000$/],
    ['seats of 0', ['--seats', '0'], {}, /--seats must be .* not 0$/],
    ['a list of nothing', ['--seats', '1', '--panels', '0'], {}, /--panels must be/],
    ['an option nobody knows', ['--seats', '1', '--sed', 'x'], {}, /Unknown option '--sed'/],
    [
      'a column that is not there',
      ['--seats', '1', '--one-per', '户'],
      {},
      /pool\.csv, line 1, column 户: there is no column “户”/,
    ],
    [
      'an id twice',
      ['--seats', '1'],
      { pool: 'id,性 别\nA,女\nA,男\n' },
      /pool\.csv, line 3, column id: the id “A” stands on line 2 already/,
    ],
    [
      'an id with a comma',
      ['--seats', '1'],
      { pool: 'id,性 别\n"A,B",女\n' },
      /line 2, column id: .* holds a comma/,
    ],
    ['no id', ['--seats', '1'], { pool: 'id,性 别\n,女\n' }, /line 2, column id: there is no id/],
    [
      'a value that no quota names',
      ['--seats', '1'],
      { pool: 'id,性 别\nA,其他\n' },
      /line 2, column 性 别: “其他” has no row in the quotas/,
    ],
    [
      'a feature that nobody has',
      ['--seats', '1'],
      { pool: 'id,x\nA,女\n' },
      /quotas\.csv, line 2, column feature: the pool has no column “性 别”/,
    ],
    ['nobody', ['--seats', '1'], { pool: 'id,性 别\n' }, /pool\.csv, line 1: there is nobody in the pool/],
    ['an empty file', ['--seats', '1'], { pool: '' }, /pool\.csv, line 1.*: /],
    [
      'a min that is no number',
      ['--seats', '1'],
      { quotas: 'feature,value,min,max\n性 别,女,x,1\n' },
      /quotas\.csv, line 2, column min: “x” is no whole number/,
    ],
    [
      'a max below its min',
      ['--seats', '1'],
      { quotas: 'feature,value,min,max\n性 别,女,2,1\n' },
      /column max: the max 1 is below the min 2/,
    ],
    [
      'a quota twice',
      ['--seats', '1'],
      { quotas: `${quotas}性 别,女,0,1\n` },
      /line 4, column value: “女” of “性 别” stands on line 2 already/,
    ],
    [
      'quotas without a column',
      ['--seats', '1'],
      { quotas: 'feature,value,min\n' },
      /quotas\.csv, line 1, column max: there is no column “max”/,
    ],
    [
      'a row with a cell too many',
      ['--seats', '1'],
      { pool: 'id,性 别\nA,女,x\n' },
      /pool\.csv, line 2: no table/,
    ],
  ])('refuses %s in one line', async (_, options, files, words) => {
    const { code, out, errors } = await draw(options, files);
    expect([code, out]).toEqual([2, '']);
    expect(errors).toMatch(/^gongzhi draw: [^\n]+\n$/);
    expect(errors.trimEnd()).toMatch(words);
  });
});
