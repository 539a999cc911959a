import { defineCatalogue } from './catalogue';
import { targets as english } from './en/targets';
import { targets as chinese } from './zh-CN/targets';

export const targets = defineCatalogue(chinese, english);
