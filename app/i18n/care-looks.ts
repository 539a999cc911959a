import { defineCatalogue } from './catalogue';
import { careLooks as english } from './en/care-looks';
import { careLooks as chinese } from './zh-CN/care-looks';

export const careLooks = defineCatalogue(chinese, english);
