export interface SeasonalTrend {
  /** The slow change, one for each value. */
  trend: number[];
  /** What the place in the period adds or takes, one for each value; nothing over a whole period. */
  season: number[];
  /** The values without the season. */
  adjusted: number[];
}

const odd = (least: number) => 2 * Math.floor(Math.ceil(least) / 2) + 1;

/** Nearer values count for more (tricube). */
const weightAt = (distance: number, reach: number) =>
  distance >= reach ? 0 : (1 - (distance / reach) ** 3) ** 3;

/** The first of the `window` places around one, within the series. */
const firstAround = (at: number, window: number, count: number) =>
  Math.max(0, Math.min(at - Math.floor(window / 2), count - window));

/** Loess of degree 1 at one place: a line through the `window` nearest values, weighed by their distance. */
function smoothedAt(values: readonly number[], at: number, window: number): number {
  const count = values.length;
  const first = firstAround(at, Math.min(window, count), count);
  const last = Math.min(first + window, count) - 1;
  const beyond = window > count ? (window - count) / 2 : 0;
  const reach = (Math.max(at - first, last - at) + beyond) * 1.000001;
  let [sum, sumX, sumXX, sumY, sumXY] = [0, 0, 0, 0, 0];
  for (let place = first; place <= last; place += 1) {
    const x = place - at;
    const weight = weightAt(Math.abs(x), reach);
    const y = values[place] ?? 0;
    sum += weight;
    sumX += weight * x;
    sumXX += weight * x * x;
    sumY += weight * y;
    sumXY += weight * x * y;
  }
  const spread = sum * sumXX - sumX * sumX;
  return spread > 1e-9 ? (sumXX * sumY - sumX * sumXY) / spread : sumY / sum;
}

const smoothed = (values: readonly number[], window: number) =>
  values.map((_, at) => smoothedAt(values, at, window));

function movingAverage(values: readonly number[], width: number): number[] {
  const sums = values.slice(0, values.length - width + 1).map((_, at) => {
    let sum = 0;
    for (let place = at; place < at + width; place += 1) sum += values[place] ?? 0;
    return sum;
  });
  return sums.map((sum) => sum / width);
}

/** The mean of each place in the period. */
function meansByPlace(values: readonly number[], period: number): number[] {
  return Array.from({ length: period }, (_, place) => {
    const same = values.filter((_, at) => at % period === place);
    return same.reduce((sum, value) => sum + value, 0) / same.length;
  });
}

/** One season further at both ends, as the filter takes from it. */
function seasonOf(detrended: readonly number[], period: number): number[] {
  const means = meansByPlace(detrended, period);
  const longer = Array.from({ length: detrended.length + 2 * period }, (_, at) => means[at % period] ?? 0);
  const low = smoothed(movingAverage(movingAverage(movingAverage(longer, period), period), 3), odd(period));
  return detrended.map((_, at) => (longer[at + period] ?? 0) - (low[at] ?? 0));
}

/** It settles after some rounds: two are usual, more bring a straight trend out exactly. */
const mostRounds = 60;
const settled = 1e-9;

/** Shorter series do not tell a season from chance. */
export const fewestPeriods = 2;

/**
 * Takes a series apart into trend and season by STL (Cleveland, Cleveland, McRae, Terpenning 1990: A Seasonal-Trend
 * Decomposition Procedure Based on Loess), with a season that stays the same from year to year, and the windows that the
 * paper proposes. Null where there are fewer than two periods. No package keeps up the method: those that are there fit
 * curves, and do not take seasons apart.
 */
export function seasonalTrend(values: readonly number[], period: number): SeasonalTrend | null {
  if (values.length < fewestPeriods * period) return null;
  const window = odd(1.5 * period);
  let trend = values.map(() => 0);
  let season = trend;
  for (let round = 0; round < mostRounds; round += 1) {
    season = seasonOf(
      values.map((value, at) => value - (trend[at] ?? 0)),
      period,
    );
    const before = trend;
    trend = smoothed(
      values.map((value, at) => value - (season[at] ?? 0)),
      window,
    );
    const moved = Math.max(...trend.map((value, at) => Math.abs(value - (before[at] ?? 0))));
    if (moved < settled * Math.max(1, ...values.map(Math.abs))) break;
  }
  return { trend, season, adjusted: values.map((value, at) => value - (season[at] ?? 0)) };
}
