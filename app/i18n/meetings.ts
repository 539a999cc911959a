import { defineCatalogue } from './catalogue';
import { meetings as english } from './en/meetings';
import { meetings as chinese } from './zh-CN/meetings';

export const meetings = defineCatalogue(chinese, english);
