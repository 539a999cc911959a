import { defineCatalogue } from './catalogue';
import { publicLog as english } from './en/public-log';
import { publicLog as chinese } from './zh-CN/public-log';

export const publicLog = defineCatalogue(chinese, english);
