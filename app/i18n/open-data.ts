import { defineCatalogue } from './catalogue';
import { openData as english } from './en/open-data';
import { openData as chinese } from './zh-CN/open-data';

export const openData = defineCatalogue(chinese, english);
