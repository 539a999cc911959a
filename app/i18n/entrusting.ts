import { defineCatalogue } from './catalogue';
import { entrusting as english } from './en/entrusting';
import { entrusting as chinese } from './zh-CN/entrusting';

/** What those read who let somebody vote in their name, and who vote for others. */
export const entrusting = defineCatalogue(chinese, english);
