import { defineCatalogue } from './catalogue';
import { agreementDrafting as english } from './en/agreement-drafting';
import { agreementDrafting as chinese } from './zh-CN/agreement-drafting';

/** Who may change what in a draft, and what parties propose. */
export const agreementDrafting = defineCatalogue(chinese, english);
