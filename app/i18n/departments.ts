import { defineCatalogue } from './catalogue';
import { departments as english } from './en/departments';
import { departments as chinese } from './zh-CN/departments';

export const departments = defineCatalogue(chinese, english);
