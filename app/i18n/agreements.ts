import { defineCatalogue } from './catalogue';
import { agreements as english } from './en/agreements';
import { agreements as chinese } from './zh-CN/agreements';

export const agreements = defineCatalogue(chinese, english);
