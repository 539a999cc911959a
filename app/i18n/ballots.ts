import { defineCatalogue } from './catalogue';
import { ballots as english } from './en/ballots';
import { ballots as chinese } from './zh-CN/ballots';

export const ballots = defineCatalogue(chinese, english);
