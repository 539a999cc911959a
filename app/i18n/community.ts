import { defineCatalogue } from './catalogue';
import { community as english } from './en/community';
import { community as chinese } from './zh-CN/community';

export const community = defineCatalogue(chinese, english);
