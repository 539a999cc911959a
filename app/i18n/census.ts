import { defineCatalogue } from './catalogue';
import { census as english } from './en/census';
import { census as chinese } from './zh-CN/census';

export const census = defineCatalogue(chinese, english);
