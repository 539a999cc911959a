import { defineCatalogue } from './catalogue';
import { identity as english } from './en/identity';
import { identity as chinese } from './zh-CN/identity';

export const identity = defineCatalogue(chinese, english);
