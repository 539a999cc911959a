import { defineCatalogue } from './catalogue';
import { portalProfile as english } from './en/portal-profile';
import { portalProfile as chinese } from './zh-CN/portal-profile';

export const portalProfile = defineCatalogue(chinese, english);
