import { defineCatalogue } from './catalogue';
import { responsibility as english } from './en/responsibility';
import { responsibility as chinese } from './zh-CN/responsibility';

export const responsibility = defineCatalogue(chinese, english);
