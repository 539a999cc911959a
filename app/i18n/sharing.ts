import { defineCatalogue } from './catalogue';
import { sharing as english } from './en/sharing';
import { sharing as chinese } from './zh-CN/sharing';

export const sharing = defineCatalogue(chinese, english);
