import { defineCatalogue } from './catalogue';
import { pageDefaults as english } from './en/page-defaults';
import { pageDefaults as chinese } from './zh-CN/page-defaults';

/** The texts that the software brings for pages that the portal has not written. Read on the server alone. */
export const pageDefaults = defineCatalogue(chinese, english);
