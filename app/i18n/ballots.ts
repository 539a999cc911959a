import { defineCatalogue } from './catalogue';
import { ballots as english } from './en/ballots';
import { organisedBallots as organisedEnglish } from './en/organised-ballots';
import { ballots as chinese } from './zh-CN/ballots';
import { organisedBallots as organisedChinese } from './zh-CN/organised-ballots';

/** What voters read, and what those read who call ballots and help at the counter. */
export const ballots = defineCatalogue(
  { ...chinese, ...organisedChinese },
  { ...english, ...organisedEnglish },
);
