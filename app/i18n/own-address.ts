import { defineCatalogue } from './catalogue';
import { ownAddress as english } from './en/own-address';
import { ownAddress as chinese } from './zh-CN/own-address';

export const ownAddress = defineCatalogue(chinese, english);
