import { isOneOf } from './known-words';

/** Ages in years, as census figures name them. */
export const ageBands = ['0-17', '18-29', '30-39', '40-49', '50-59', '60-69', '70+'] as const;
export type AgeBand = (typeof ageBands)[number];

export const isAgeBand = (text: string): text is AgeBand => isOneOf(ageBands, text);

/** Those who may take part in all that the portal has. */
export const adultBands = ageBands.slice(1);

/** The band of the age that somebody reaches in a year. */
export function bandOf(birthYear: number, year: number): AgeBand {
  const age = year - birthYear;
  return ageBands.findLast((band) => age >= Number.parseInt(band, 10)) ?? '0-17';
}
