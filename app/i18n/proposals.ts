import { defineCatalogue } from './catalogue';
import { proposals as english } from './en/proposals';
import { proposals as chinese } from './zh-CN/proposals';

export const proposals = defineCatalogue(chinese, english);
