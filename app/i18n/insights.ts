import { defineCatalogue } from './catalogue';
import { insights as english } from './en/insights';
import { insights as chinese } from './zh-CN/insights';

export const insights = defineCatalogue(chinese, english);
