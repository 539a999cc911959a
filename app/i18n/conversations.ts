import { defineCatalogue } from './catalogue';
import { conversations as english } from './en/conversations';
import { conversations as chinese } from './zh-CN/conversations';

export const conversations = defineCatalogue(chinese, english);
