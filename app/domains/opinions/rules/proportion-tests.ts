/** One-sided 90%: what Polis takes for significant. */
export const significant = 1.2816;

/** (successes + 1) / (trials + 2): a share that is one half where nothing is known. */
export function estimatedShare(successes: number, trials: number): number {
  return (successes + 1) / (trials + 2);
}

/** z of the share of successes against one half, one success and one trial being added. */
export function shareTest(successes: number, trials: number): number {
  const n = trials + 1;
  return 2 * Math.sqrt(n) * ((successes + 1) / n - 0.5);
}

export interface Sample {
  successes: number;
  trials: number;
}

/** z of the difference of two shares with the pooled share, one being added to all four numbers; 0 where all succeeded. */
export function twoSharesTest(one: Sample, other: Sample): number {
  const [s1, n1] = [one.successes + 1, one.trials + 1];
  const [s2, n2] = [other.successes + 1, other.trials + 1];
  const pooled = (s1 + s2) / (n1 + n2);
  if (pooled === 1) return 0;
  return (s1 / n1 - s2 / n2) / Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
}
