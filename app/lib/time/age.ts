/**
 * How old somebody is on a day, both as `2026-11-30`: a year more from the beginning of each birthday. Who was born on
 * 29 February grows a year older on 1 March where the year has no such day: what protects children ends no day early.
 */
export function ageOn(bornOn: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return day.slice(5) >= bornOn.slice(5) ? years : years - 1;
}
