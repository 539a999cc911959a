import type { Choice, PointLimits } from '../kinds';

export interface PointsFault {
  reason: 'points-not-whole' | 'points-too-many-each' | 'points-over-total';
  /** The project; none where it is the sum. */
  option?: string;
  params?: Record<string, number>;
}

/** What is wrong with points on a paper that gives so many at most; null where nothing is. */
export function pointsFault(
  { projects, points = [] }: Extract<Choice, { kind: 'budget' }>,
  { each, total }: PointLimits,
): PointsFault | null {
  let sum = 0;
  for (const [at, text] of points.entries()) {
    const option = projects[at] ?? '';
    if (!/^\d{1,9}$/.test(text)) return { reason: 'points-not-whole', option };
    const given = Number(text);
    if (each !== null && given > each)
      return { reason: 'points-too-many-each', option, params: { most: each } };
    sum += given;
  }
  if (total === null || sum <= total) return null;
  return { reason: 'points-over-total', params: { sum, total } };
}
