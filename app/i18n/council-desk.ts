import { defineCatalogue } from './catalogue';
import { councilDesk as english } from './en/council-desk';
import { councilDesk as chinese } from './zh-CN/council-desk';

export const councilDesk = defineCatalogue(chinese, english);
