import { defineCatalogue } from './catalogue';
import { portalPages as english } from './en/portal-pages';
import { portalPages as chinese } from './zh-CN/portal-pages';

export const portalPages = defineCatalogue(chinese, english);
