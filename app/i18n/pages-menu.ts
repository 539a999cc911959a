import { defineCatalogue } from './catalogue';
import { pagesMenu as english } from './en/pages-menu';
import { pagesMenu as chinese } from './zh-CN/pages-menu';

/** Apart from the other words of the pages: every page shows them at its foot. */
export const pagesMenu = defineCatalogue(chinese, english);
