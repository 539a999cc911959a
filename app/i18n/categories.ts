import { defineCatalogue } from './catalogue';
import { categories as english } from './en/categories';
import { categories as chinese } from './zh-CN/categories';

export const categories = defineCatalogue(chinese, english);
