import { defineCatalogue } from './catalogue';
import { sanctions as english } from './en/sanctions';
import { sanctions as chinese } from './zh-CN/sanctions';

export const sanctions = defineCatalogue(chinese, english);
