import { defineCatalogue } from './catalogue';
import { volunteering as english } from './en/volunteering';
import { volunteering as chinese } from './zh-CN/volunteering';

export const volunteering = defineCatalogue(chinese, english);
