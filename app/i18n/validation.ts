import { defineCatalogue } from './catalogue';
import { validation as english } from './en/validation';
import { validation as chinese } from './zh-CN/validation';

export const validation = defineCatalogue(chinese, english);
