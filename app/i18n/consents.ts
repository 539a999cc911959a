import { defineCatalogue } from './catalogue';
import { consents as english } from './en/consents';
import { consents as chinese } from './zh-CN/consents';

export const consents = defineCatalogue(chinese, english);
