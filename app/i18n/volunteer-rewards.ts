import { defineCatalogue } from './catalogue';
import { volunteerRewards as english } from './en/volunteer-rewards';
import { volunteerRewards as chinese } from './zh-CN/volunteer-rewards';

export const volunteerRewards = defineCatalogue(chinese, english);
