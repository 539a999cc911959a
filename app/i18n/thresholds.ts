import { defineCatalogue } from './catalogue';
import { thresholds as english } from './en/thresholds';
import { thresholds as chinese } from './zh-CN/thresholds';

export const thresholds = defineCatalogue(chinese, english);
