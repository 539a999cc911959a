import { defineCatalogue } from './catalogue';
import { volunteerOffline as english } from './en/volunteer-offline';
import { volunteerOffline as chinese } from './zh-CN/volunteer-offline';

export const volunteerOffline = defineCatalogue(chinese, english);
