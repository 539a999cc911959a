import { defineCatalogue } from './catalogue';
import { bridges as english } from './en/bridges';
import { bridges as chinese } from './zh-CN/bridges';

export const bridges = defineCatalogue(chinese, english);
