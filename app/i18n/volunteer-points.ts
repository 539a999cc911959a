import { defineCatalogue } from './catalogue';
import { volunteerPoints as english } from './en/volunteer-points';
import { volunteerPoints as chinese } from './zh-CN/volunteer-points';

export const volunteerPoints = defineCatalogue(chinese, english);
