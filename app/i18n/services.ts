import { defineCatalogue } from './catalogue';
import { services as english } from './en/services';
import { services as chinese } from './zh-CN/services';

export const services = defineCatalogue(chinese, english);
