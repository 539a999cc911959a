import { defineCatalogue } from './catalogue';
import { care as english } from './en/care';
import { care as chinese } from './zh-CN/care';

export const care = defineCatalogue(chinese, english);
