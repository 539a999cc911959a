import { defineCatalogue } from './catalogue';
import { readAloud as english } from './en/read-aloud';
import { readAloud as chinese } from './zh-CN/read-aloud';

export const readAloud = defineCatalogue(chinese, english);
