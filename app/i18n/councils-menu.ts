import { defineCatalogue } from './catalogue';
import { councilsMenu as english } from './en/councils-menu';
import { councilsMenu as chinese } from './zh-CN/councils-menu';

/** Apart from the other words of councils: every page shows the menu. */
export const councilsMenu = defineCatalogue(chinese, english);
