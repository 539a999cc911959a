import { defineCatalogue } from './catalogue';
import { held as english } from './en/held';
import { held as chinese } from './zh-CN/held';

/** Read on the server alone: pages are handed the words of their rows. */
export const held = defineCatalogue(chinese, english);
