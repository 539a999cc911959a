import { defineCatalogue } from './catalogue';
import { home as english } from './en/home';
import { home as chinese } from './zh-CN/home';

export const home = defineCatalogue(chinese, english);
