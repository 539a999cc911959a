import { defineCatalogue } from './catalogue';
import { orderMessages as english } from './en/order-messages';
import { orderMessages as chinese } from './zh-CN/order-messages';

export const orderMessages = defineCatalogue(chinese, english);
