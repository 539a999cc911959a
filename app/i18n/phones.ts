import { defineCatalogue } from './catalogue';
import { phones as english } from './en/phones';
import { phones as chinese } from './zh-CN/phones';

export const phones = defineCatalogue(chinese, english);
