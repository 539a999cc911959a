import { defineCatalogue } from './catalogue';
import { volunteerRecord as english } from './en/volunteer-record';
import { volunteerRecord as chinese } from './zh-CN/volunteer-record';

export const volunteerRecord = defineCatalogue(chinese, english);
