import { defineCatalogue } from './catalogue';
import { counter as english } from './en/counter';
import { counter as chinese } from './zh-CN/counter';

export const counter = defineCatalogue(chinese, english);
