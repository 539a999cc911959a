import { defineCatalogue } from './catalogue';
import { weeklyLetter as english } from './en/weekly-letter';
import { weeklyLetter as chinese } from './zh-CN/weekly-letter';

export const weeklyLetter = defineCatalogue(chinese, english);
