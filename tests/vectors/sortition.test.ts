import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runDraw } from '~/cli/draw/draw';
import { drawLine, inListOrder, listText } from '~/domains/councils/rules/lottery/draw-line';
import { fieldRows } from '~/lib/csv/field-rows';
import { sha256 } from '~/lib/sha256';
import { needs } from '../setup/needs';

const folder = path.resolve(import.meta.dirname, '../../../shared/data/sortition');
const present = needs(existsSync(folder), 'the councils in ../shared/data/sortition');

interface SaidBound {
  feature: string;
  value: string;
  bound: string;
  quota: number;
  change?: number;
}

interface Expected {
  k: number;
  address_column: string | null;
  minimum: number;
  gini: number;
  impossible: string[];
  certain: string[];
  probabilities: Record<string, number>;
  exact?: { probabilities: Record<string, string> };
  conflicts: { sets: SaidBound[][] };
  smallest_relaxation: { total: number; solutions: SaidBound[][] };
  after_relaxation: { impossible: string[] }[];
}

interface Answer {
  minimum: number;
  gini: number;
  impossible: string[];
  certain: string[];
  probabilities: Record<string, number>;
  panels: string[][];
  list: { largestChange: number };
  conflicts: SaidBound[][];
  smallestRelaxation: { seats: number; changes: SaidBound[]; neverDrawn: string[] };
}

const textOf = (name: string, file: string) => readFileSync(path.join(folder, name, file), 'utf8');
const expectedOf = (name: string) => JSON.parse(textOf(name, 'expected.json')) as Expected;

async function drawn(name: string): Promise<{ code: number; answer: Answer }> {
  const { k, address_column: address } = expectedOf(name);
  let out = '';
  const call = ['pool.csv', '--quotas', 'quotas.csv', '--seats', String(k), '--json'];
  const code = await runDraw([...call, ...(address === null ? [] : ['--one-per', address])], {
    readFile: (file) => readFileSync(path.join(folder, name, file)),
    stdout: (text) => (out += text),
    stderr: (text) => (out += text),
  });
  return { code, answer: JSON.parse(out) as Answer };
}

function rowsOf(name: string, file: string): Record<string, string>[] {
  const [header, ...rows] = [...fieldRows(textOf(name, file), ',')];
  return rows.map(({ fields }) =>
    Object.fromEntries((header?.fields ?? []).map((column, at) => [column, fields[at] ?? ''])),
  );
}

/** Which panels break a quota, the seats or the address rule, asked of the files alone. */
function brokenPanels(name: string, panels: string[][]): string[][] {
  const { k, address_column: address } = expectedOf(name);
  const people = new Map(rowsOf(name, 'pool.csv').map((row) => [row.id ?? '', row]));
  const quotas = rowsOf(name, 'quotas.csv');
  return panels.filter((panel) => {
    const members = panel.map((id) => people.get(id));
    const homes = members.flatMap((one) => (address === null ? [] : [one?.[address]?.trim() ?? '']));
    const lived = homes.filter((home) => home !== '');
    const keeps = quotas.every(({ feature = '', value, min, max }) => {
      const count = members.filter((one) => one?.[feature] === value).length;
      return Number(min) <= count && count <= Number(max);
    });
    return !keeps || new Set(panel).size !== k || panel.length !== k || new Set(lived).size !== lived.length;
  });
}

const fractionOf = (text: string) => {
  const [top, bottom = '1'] = text.split('/');
  return Number(top) / Number(bottom);
};

/** zh_district_1200 takes eight seconds of CPU: `npm run bench -- --councils` looks at it. */
const feasible = [
  'tiny_uneven_10',
  'tiny_impossible_12',
  'example_small_20',
  'example_large_200',
  'sf_fixture_22',
  'zh_street_150',
  'zh_household_240',
  'zh_newtown_480',
];

describe('councils with known chances', present, () => {
  it.each(feasible)('%s has the chances that are expected, and a list that gives them', async (name) => {
    const expected = expectedOf(name);
    const { code, answer } = await drawn(name);
    expect(code).toBe(0);
    expect(Math.abs(answer.minimum - expected.minimum)).toBeLessThan(1e-9);
    expect(Math.abs(answer.gini - expected.gini)).toBeLessThan(1e-6);
    expect(Object.keys(answer.probabilities).sort()).toEqual(Object.keys(expected.probabilities).sort());
    const off = (of: Record<string, number>) =>
      Math.max(
        ...Object.entries(of).map(([id, chance]) => Math.abs(chance - (answer.probabilities[id] ?? 9))),
      );
    expect(off(expected.probabilities)).toBeLessThan(1e-6);
    if (expected.exact) {
      const exact = Object.entries(expected.exact.probabilities);
      expect(off(Object.fromEntries(exact.map(([id, text]) => [id, fractionOf(text)])))).toBeLessThan(1e-9);
    }
    const sum = Object.values(answer.probabilities).reduce((total, chance) => total + chance, 0);
    expect(Math.abs(sum - expected.k)).toBeLessThan(1e-6);
    expect([...answer.impossible].sort()).toEqual([...expected.impossible].sort());
    expect([...answer.certain].sort()).toEqual([...expected.certain].sort());
    expect(answer.panels).toHaveLength(1000);
    expect(brokenPanels(name, answer.panels)).toEqual([]);
    const times = new Map<string, number>();
    for (const id of answer.panels.flat()) times.set(id, (times.get(id) ?? 0) + 1);
    for (const [id, chance] of Object.entries(answer.probabilities)) {
      expect(Math.abs((times.get(id) ?? 0) / 1000 - chance)).toBeLessThanOrEqual(5 / 1000);
      expect(times.has(id)).toBe(chance > 0);
    }
  });

  it('zh_infeasible_200 has its conflicts, its smallest change, and those whom that leaves out', async () => {
    const expected = expectedOf('zh_infeasible_200');
    const { code, answer } = await drawn('zh_infeasible_200');
    const asTexts = (sets: SaidBound[][]) =>
      sets
        .map((set) =>
          set
            .map((one) => [one.feature, one.value, one.bound, one.quota].join())
            .sort()
            .join('+'),
        )
        .sort();
    expect(code).toBe(1);
    expect(asTexts(answer.conflicts)).toEqual(asTexts(expected.conflicts.sets));
    expect(answer.smallestRelaxation.seats).toBe(expected.smallest_relaxation.total);
    expect(expected.smallest_relaxation.solutions).toContainEqual(answer.smallestRelaxation.changes);
    expect([...answer.smallestRelaxation.neverDrawn].sort()).toEqual(
      [...(expected.after_relaxation[0]?.impossible ?? [])].sort(),
    );
  });
});

interface Vector {
  panels: string[][] | null;
  ids: string[];
  k: number;
  M: number;
  list_sha256: string;
  draws: { seed: string; counter: number; hash: string; index: number; panel: string[] }[];
}

describe('published draws', present, () => {
  it('are repeated from their lists and seeds', () => {
    const { vectors } = JSON.parse(readFileSync(path.join(folder, 'draw_vectors.json'), 'utf8')) as {
      vectors: Vector[];
    };
    expect(vectors.length).toBeGreaterThan(0);
    for (const { panels, ids, k, M, list_sha256: expected, draws } of vectors) {
      const list = (
        panels ??
        Array.from({ length: M }, (_, i) =>
          Array.from({ length: k }, (_, j) => ids[(7 * i + 3 * j) % ids.length] ?? ''),
        )
      ).map(inListOrder);
      const listSha256 = sha256(listText(list));
      expect(listSha256).toBe(expected);
      for (const { panel, ...line } of draws) {
        const again = drawLine({ listSha256, lines: M }, line.seed);
        expect(again).toEqual(line);
        expect(list[again.index]).toEqual(panel);
      }
    }
  });
});
