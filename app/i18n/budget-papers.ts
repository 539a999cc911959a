import { defineCatalogue } from './catalogue';
import { budgetPapers as english } from './en/budget-papers';
import { budgetPapers as chinese } from './zh-CN/budget-papers';

/** Budget ballots whose papers do more than approve: what voters read, and those who call them. */
export const budgetPapers = defineCatalogue(chinese, english);
