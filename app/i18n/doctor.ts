import { defineCatalogue } from './catalogue';
import { doctor as english } from './en/doctor';
import { doctor as chinese } from './zh-CN/doctor';

export const doctor = defineCatalogue(chinese, english);
