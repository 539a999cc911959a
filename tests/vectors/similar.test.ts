import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { likelySame, SimilarIndex } from '~/lib/similar-texts/similar-index';
import { areaUnderCurve } from './area-under-curve';
import { needs } from '../setup/needs';

const folder = path.resolve(import.meta.dirname, '../../../shared/data/dups');
const present = existsSync(folder);

interface Pair {
  a: string;
  b: string;
  score: number;
}

const languages = [
  { language: 'zh', floor: 0.85 },
  { language: 'en', floor: 0.87 },
];

function pairsIn(language: string): Pair[] {
  const lines = readFileSync(path.join(folder, `stsb-${language}-dev.jsonl`), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as Pair);
}

describe('labelled pairs of sentences', needs(present, 'the labelled pairs in ../shared/data/dups'), () => {
  it.each(languages)(
    '$language: similarity tells those that mean the same (score ≥ 4)',
    ({ language, floor }) => {
      const pairs = pairsIn(language);
      const index = new SimilarIndex();
      pairs.forEach(({ a, b }, at) => {
        index.add({ id: `a${at}`, title: a });
        index.add({ id: `b${at}`, title: b });
      });
      const rated = pairs.map(({ a, b, score }) => ({
        same: score >= 4,
        similarity: index.similarity(a, b),
      }));
      const area = areaUnderCurve(rated);
      const shown = rated.filter(({ similarity }) => similarity >= likelySame);
      const right = shown.filter(({ same }) => same).length;
      const recall = right / rated.filter(({ same }) => same).length;
      const precision = right / shown.length;
      console.info(
        `${language}: area under the curve ${area.toFixed(3)}; at ${likelySame} recall ${recall.toFixed(2)}, ` +
          `precision ${precision.toFixed(2)} (${shown.length} of ${rated.length} pairs shown)`,
      );
      expect(area).toBeGreaterThan(floor);
      expect(recall).toBeGreaterThan(0.75);
    },
  );

  it.each(languages)('$language: the partner is among the five nearest of all sentences', ({ language }) => {
    const pairs = pairsIn(language);
    const index = new SimilarIndex();
    pairs.forEach(({ b }, at) => index.add({ id: String(at), title: b }));
    const same = pairs.filter(({ score }) => score >= 4);
    const found = same.filter(({ a, b }) =>
      index.nearest(a, { least: 0.2 }).some(({ id }) => pairs[Number(id)]?.b === b),
    );
    console.info(`${language}: partner among the five nearest for ${found.length} of ${same.length}`);
    expect(found.length / same.length).toBeGreaterThan(0.7);
  });
});
