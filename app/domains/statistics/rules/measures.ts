/**
 * What is counted, each a number that only adds up. The first are counted in orders, from `asked` on in call-backs.
 * `responded`: accepted by a department, in time where a time is set. `rated1` to `rated5`: orders by the rating
 * that they got. `refused`: not accepted 不予受理; such orders and excluded ones count as nothing else.
 * `saidContacted`, `saidSolved`: answers that say so. `gave1` to `gave5`: answers by the rating that they gave.
 */
export const measures = [
  'orders',
  'excluded',
  'refused',
  'responded',
  'done',
  'overdue',
  'returned',
  'reopened',
  'solved',
  'unsolved',
  'silent',
  'rated1',
  'rated2',
  'rated3',
  'rated4',
  'rated5',
  'asked',
  'answered',
  'saidContacted',
  'saidSolved',
  'gave1',
  'gave2',
  'gave3',
  'gave4',
  'gave5',
] as const;
export type Measure = (typeof measures)[number];
export type Measures = Record<Measure, number>;

/** Measures by name from a value for each. */
export function measuresFrom(value: (measure: Measure) => number): Measures {
  return Object.fromEntries(measures.map((measure) => [measure, value(measure)])) as Measures;
}

export const noMeasures: Measures = measuresFrom(() => 0);

export function addMeasures(one: Measures, other: Measures): Measures {
  return measuresFrom((measure) => one[measure] + other[measure]);
}

export function subtractMeasures(one: Measures, other: Measures): Measures {
  return measuresFrom((measure) => one[measure] - other[measure]);
}

export function sameMeasures(one: Measures, other: Measures): boolean {
  return measures.every((measure) => one[measure] === other[measure]);
}
