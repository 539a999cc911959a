import { defineCatalogue } from './catalogue';
import { volunteerDesk as english } from './en/volunteer-desk';
import { volunteerDesk as chinese } from './zh-CN/volunteer-desk';

export const volunteerDesk = defineCatalogue(chinese, english);
