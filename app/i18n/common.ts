import { defineCatalogue } from './catalogue';
import { common as english } from './en/common';
import { common as chinese } from './zh-CN/common';

export const common = defineCatalogue(chinese, english);
