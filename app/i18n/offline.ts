import { defineCatalogue } from './catalogue';
import { offline as english } from './en/offline';
import { offline as chinese } from './zh-CN/offline';

export const offline = defineCatalogue(chinese, english);
