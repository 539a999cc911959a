export interface Rated {
  same: boolean;
  similarity: number;
}

/** Area under the ROC curve: how often one of the same kind is rated above one of the other; equal counts half. */
export function areaUnderCurve(rated: Rated[]): number {
  const sorted = [...rated].sort((one, other) => one.similarity - other.similarity);
  let ranks = 0;
  for (let start = 0; start < sorted.length;) {
    let end = start;
    while (sorted[end]?.similarity === sorted[start]?.similarity && end < sorted.length) end += 1;
    const mean = (start + 1 + end) / 2;
    ranks += mean * sorted.slice(start, end).filter(({ same }) => same).length;
    start = end;
  }
  const same = sorted.filter((one) => one.same).length;
  return (ranks - (same * (same + 1)) / 2) / (same * (sorted.length - same));
}
