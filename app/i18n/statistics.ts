import { defineCatalogue } from './catalogue';
import { statistics as english } from './en/statistics';
import { statistics as chinese } from './zh-CN/statistics';

export const statistics = defineCatalogue(chinese, english);
