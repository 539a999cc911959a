import { defineCatalogue } from './catalogue';
import { ballotWalk as english } from './en/ballot-walk';
import { ballotWalk as chinese } from './zh-CN/ballot-walk';

/** What those read who write a ballot step by step. */
export const ballotWalk = defineCatalogue(chinese, english);
