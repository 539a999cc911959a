import { defineCatalogue } from './catalogue';
import { workbench as english } from './en/workbench';
import { workbench as chinese } from './zh-CN/workbench';

export const workbench = defineCatalogue(chinese, english);
