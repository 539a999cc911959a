import { defineCatalogue } from './catalogue';
import { mails as english } from './en/mails';
import { mails as chinese } from './zh-CN/mails';

export const mails = defineCatalogue(chinese, english);
