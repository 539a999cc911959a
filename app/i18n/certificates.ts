import { defineCatalogue } from './catalogue';
import { certificates as english } from './en/certificates';
import { certificates as chinese } from './zh-CN/certificates';

export const certificates = defineCatalogue(chinese, english);
