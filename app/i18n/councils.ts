import { defineCatalogue } from './catalogue';
import { councils as english } from './en/councils';
import { councils as chinese } from './zh-CN/councils';

export const councils = defineCatalogue(chinese, english);
