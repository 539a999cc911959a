import { defineCatalogue } from './catalogue';
import { realName as english } from './en/real-name';
import { realName as chinese } from './zh-CN/real-name';

export const realName = defineCatalogue(chinese, english);
