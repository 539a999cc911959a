import { defineCatalogue } from './catalogue';
import { moderation as english } from './en/moderation';
import { moderation as chinese } from './zh-CN/moderation';

export const moderation = defineCatalogue(chinese, english);
