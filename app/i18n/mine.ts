import { defineCatalogue } from './catalogue';
import { mine as english } from './en/mine';
import { mine as chinese } from './zh-CN/mine';

export const mine = defineCatalogue(chinese, english);
