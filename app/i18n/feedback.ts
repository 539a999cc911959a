import { defineCatalogue } from './catalogue';
import { feedback as english } from './en/feedback';
import { feedback as chinese } from './zh-CN/feedback';

export const feedback = defineCatalogue(chinese, english);
