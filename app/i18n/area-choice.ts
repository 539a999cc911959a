import { defineCatalogue } from './catalogue';
import { areaChoice as english } from './en/area-choice';
import { areaChoice as chinese } from './zh-CN/area-choice';

export const areaChoice = defineCatalogue(chinese, english);
