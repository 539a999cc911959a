import { defineCatalogue } from './catalogue';
import { volunteerAppeals as english } from './en/volunteer-appeals';
import { volunteerAppeals as chinese } from './zh-CN/volunteer-appeals';

export const volunteerAppeals = defineCatalogue(chinese, english);
