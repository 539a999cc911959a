/** Votes on one comment: of those who support it and of those who don't. */
export interface VoteCounts {
  support: number;
  oppose: number;
}

/** 95 %, two-sided: the usual level. */
const z = 1.96;
export const millionths = 1_000_000;

/**
 * How good an argument is held to be: the lower bound of the Wilson interval for the share of support, in
 * millionths. Few votes weigh little, so one early vote does not stand above many later ones. 0 without support.
 * Source: E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", JASA 22 (1927).
 */
export function meritOf({ support, oppose }: VoteCounts): number {
  const total = support + oppose;
  if (support === 0) return 0;
  const share = support / total;
  const centre = share + (z * z) / (2 * total);
  const spread = z * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total));
  const bound = (centre - spread) / (1 + (z * z) / total);
  return Math.max(0, Math.round(bound * millionths));
}

/**
 * How much people part over a comment, in thousandths: the votes of the smaller side, times how even the two sides
 * are (smaller by larger). Many votes, evenly split, stand first; 0 where all agree.
 */
export function controversyOf({ support, oppose }: VoteCounts): number {
  const smaller = Math.min(support, oppose);
  const larger = Math.max(support, oppose);
  return smaller === 0 ? 0 : Math.round((smaller * smaller * 1000) / larger);
}
