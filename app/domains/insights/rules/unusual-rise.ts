import { whenUsed } from '~/lib/when-used';

const statistics = whenUsed<typeof import('simple-statistics')>('simple-statistics');

/** With what a month is compared: the same season of earlier years, or the months right before where there are none. */
export type ComparedWith = 'same-season' | 'months-before';

export interface Rise {
  seen: number;
  expected: number;
  /** A month like those before stays below it in 99 of 100 cases. */
  bound: number;
  comparedWith: ComparedWith;
  /** How many months it was compared with. */
  months: number;
  /** How often as many would come by chance. */
  chance: number;
}

interface Reference {
  /** Months before the one that is looked at, negative. */
  at: number;
  count: number;
}

const mostYears = 5;
const fewestYears = 2;
const mostBefore = 12;
const fewestBefore = 6;

function sameSeason(counts: readonly number[]): Reference[] {
  const last = counts.length - 1;
  const years = Math.min(mostYears, Math.floor((last - 1) / 12));
  if (years < fewestYears) return [];
  return Array.from({ length: years }, (_, year) => [-1, 0, 1].map((by) => -12 * (year + 1) + by))
    .flat()
    .map((at) => ({ at, count: counts[last + at] ?? 0 }));
}

function monthsBefore(counts: readonly number[]): Reference[] {
  const last = counts.length - 1;
  const months = Math.min(mostBefore, last);
  if (months < fewestBefore) return [];
  return Array.from({ length: months }, (_, index) => ({
    at: -1 - index,
    count: counts[last - 1 - index] ?? 0,
  }));
}

/** log(mean) = level + slope × time, by iterated weighted least squares; without slope where it is not asked for. */
function fitted(references: readonly Reference[], withSlope: boolean) {
  const mean = references.reduce((sum, { count }) => sum + count, 0) / references.length;
  let [level, slope] = [Math.log(Math.max(mean, 0.5 / references.length)), 0];
  let [sumW, sumWX, sumWXX] = [0, 0, 0];
  for (let round = 0; round < 25; round += 1) {
    [sumW, sumWX, sumWXX] = [0, 0, 0];
    let [sumWZ, sumWXZ] = [0, 0];
    for (const { at, count } of references) {
      const x = withSlope ? at / 12 : 0;
      const expected = Math.exp(level + slope * x);
      const z = level + slope * x + (count - expected) / expected;
      sumW += expected;
      sumWX += expected * x;
      sumWXX += expected * x * x;
      sumWZ += expected * z;
      sumWXZ += expected * x * z;
    }
    const spread = sumW * sumWXX - sumWX * sumWX;
    if (!withSlope || spread < 1e-9) break;
    [level, slope] = [(sumWXX * sumWZ - sumWX * sumWXZ) / spread, (sumW * sumWXZ - sumWX * sumWZ) / spread];
  }
  const spread = sumW * sumWXX - sumWX * sumWX;
  const isLine = withSlope && spread >= 1e-9;
  return {
    ...{ level, slope },
    parameters: isLine ? 2 : 1,
    /** Variance of the level at the month that is looked at, and of the slope, for a dispersion of 1. */
    variance: isLine ? sumWXX / spread : 1 / sumW,
    varianceOfSlope: isLine ? sumW / spread : Infinity,
    expectedAt: (at: number) => Math.exp(level + slope * (at / 12)),
  };
}

type Fit = ReturnType<typeof fitted>;

function dispersionOf(references: readonly Reference[], fit: Fit): number {
  const free = references.length - fit.parameters;
  const sum = references.reduce((total, { at, count }) => {
    const expected = fit.expectedAt(at);
    return total + (count - expected) ** 2 / expected;
  }, 0);
  return Math.max(1, free > 0 ? sum / free : 1);
}

/** A slope is believed that is plain to see, and takes the expected number no further than what was seen before. */
function chosenFit(references: readonly Reference[]): Fit {
  const flat = fitted(references, false);
  if (references.length < 3 * fewestYears + 3 || references.every(({ count }) => count === 0)) return flat;
  const line = fitted(references, true);
  const isPlain =
    Math.abs(line.slope) > 1.96 * Math.sqrt(line.varianceOfSlope * dispersionOf(references, line));
  const most = Math.max(...references.map(({ count }) => count));
  return isPlain && line.expectedAt(0) <= most ? line : flat;
}

/** The 99th part of the normal distribution. */
const z99 = 2.326348;
const power = 2 / 3;

/**
 * Whether the last of some monthly counts is more than those before let expect: a quasi-Poisson model of the same months,
 * and those beside them, of at most five earlier years, with a bound by the 2/3 power (Farrington, Andrews, Beale,
 * Catchpole 1996: A statistical algorithm for the early detection of outbreaks of infectious disease). Where there are
 * fewer than two earlier years, the months right before. Null where there is too little to compare with.
 */
export function unusualRise(counts: readonly number[]): Rise | null {
  const seen = counts.at(-1);
  if (seen === undefined) return null;
  const seasonal = sameSeason(counts);
  const references = seasonal.length > 0 ? seasonal : monthsBefore(counts);
  if (references.length === 0) return null;
  const fit = chosenFit(references);
  const expected = fit.expectedAt(0);
  const dispersion = dispersionOf(references, fit);
  const overall = dispersion * (1 + fit.variance * expected);
  const error = Math.sqrt((4 / 9) * expected ** (1 / 3) * overall);
  const z = (seen ** power - expected ** power) / error;
  return {
    ...{ seen, expected, months: references.length },
    bound: (expected ** power + z99 * error) ** (1 / power),
    comparedWith: seasonal.length > 0 ? 'same-season' : 'months-before',
    chance: Math.min(1, Math.max(0, (1 - statistics().errorFunction(z / Math.SQRT2)) / 2)),
  };
}

/**
 * The chances as they are where so many are looked at together: of those below a bound no larger share is expected to be
 * chance alone (Benjamini, Hochberg 1995).
 */
export function chancesTogether(chances: readonly number[]): number[] {
  const order = chances.map((chance, at) => ({ chance, at })).sort((a, b) => b.chance - a.chance);
  const together = chances.map(() => 1);
  let least = 1;
  order.forEach(({ chance, at }, index) => {
    const rank = chances.length - index;
    least = Math.min(least, (chance * chances.length) / rank);
    together[at] = least;
  });
  return together;
}

/** Of what is shown as unusual, at most this share is to be chance. */
export const mostByChance = 0.05;
/** Two in place of none are no rise. */
const fewestSeen = 5;

/** Of many series those whose last month is unusually high, the strangest first. */
export function unusualRises<One extends { counts: readonly number[] }>(
  series: readonly One[],
): (One & { rise: Rise })[] {
  const looked = series.flatMap((one) => {
    const rise = unusualRise(one.counts);
    return rise ? [{ ...one, rise }] : [];
  });
  const together = chancesTogether(looked.map(({ rise }) => rise.chance));
  return looked
    .filter(
      ({ rise }, at) =>
        rise.seen >= fewestSeen && rise.seen > rise.bound && (together[at] ?? 1) <= mostByChance,
    )
    .sort((a, b) => a.rise.chance - b.rise.chance || b.rise.seen - a.rise.seen);
}
