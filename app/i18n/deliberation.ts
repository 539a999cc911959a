import { defineCatalogue } from './catalogue';
import { deliberation as english } from './en/deliberation';
import { deliberation as chinese } from './zh-CN/deliberation';

export const deliberation = defineCatalogue(chinese, english);
