import type { Translate } from './catalogue';
import type { certificates } from './en/certificates';

type Words = Translate<keyof typeof certificates>;

/** How a service was found, on one line: activity, words, stars, day. */
export const evaluationLine = (
  { activity, words, stars, day }: { activity: string; words: string; stars: number | null; day: string },
  t: Words,
): string =>
  [activity, words, stars === null ? '' : t('stars', { count: stars }), day]
    .filter((part) => part !== '')
    .join(' · ');

/** What somebody says of themselves, each with its name; what is not said is left out. */
export const factRows = (
  facts: { skills: string; services: string; area: string },
  t: Words,
): (readonly [string, string])[] =>
  (
    [
      [t('fact-skills'), facts.skills],
      [t('fact-services'), facts.services],
      [t('fact-area'), facts.area],
    ] as const
  ).filter(([, value]) => value !== '');
