import { defineCatalogue } from './catalogue';
import { maps as english } from './en/maps';
import { maps as chinese } from './zh-CN/maps';

export const maps = defineCatalogue(chinese, english);
