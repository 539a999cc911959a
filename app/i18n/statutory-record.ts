import { defineCatalogue } from './catalogue';
import { statutoryRecord as english } from './en/statutory-record';
import { statutoryRecord as chinese } from './zh-CN/statutory-record';

/** What stands in the record of a statutory meeting, and what is typed of it. */
export const statutoryRecord = defineCatalogue(chinese, english);
