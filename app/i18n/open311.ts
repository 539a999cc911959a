import { defineCatalogue } from './catalogue';
import { open311 as english } from './en/open311';
import { open311 as chinese } from './zh-CN/open311';

/** What the interface for other systems says: services, questions, notices and faults. */
export const open311 = defineCatalogue(chinese, english);
