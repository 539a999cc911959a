import { defineCatalogue } from './catalogue';
import { meetingsMenu as english } from './en/meetings-menu';
import { meetingsMenu as chinese } from './zh-CN/meetings-menu';

/** Apart from the other words of meetings: every page shows the menu. */
export const meetingsMenu = defineCatalogue(chinese, english);
