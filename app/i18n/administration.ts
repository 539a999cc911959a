import { defineCatalogue } from './catalogue';
import { administration as english } from './en/administration';
import { administration as chinese } from './zh-CN/administration';

export const administration = defineCatalogue(chinese, english);
