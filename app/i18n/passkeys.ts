import { defineCatalogue } from './catalogue';
import { passkeys as english } from './en/passkeys';
import { passkeys as chinese } from './zh-CN/passkeys';

export const passkeys = defineCatalogue(chinese, english);
