import { defineCatalogue } from './catalogue';
import { intake as english } from './en/intake';
import { intake as chinese } from './zh-CN/intake';

/** Words of calls taken and callers asked. */
export const intake = defineCatalogue(chinese, english);
