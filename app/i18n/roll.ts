import { defineCatalogue } from './catalogue';
import { roll as english } from './en/roll';
import { roll as chinese } from './zh-CN/roll';

/** What those read who keep the roll of a ballot. */
export const roll = defineCatalogue(chinese, english);
