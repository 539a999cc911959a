import { defineCatalogue } from './catalogue';
import { orderRounds as english } from './en/order-rounds';
import { orderRounds as chinese } from './zh-CN/order-rounds';

/** What pages of matters show of an order, apart from its own many words: they load no others. */
export const orderRounds = defineCatalogue(chinese, english);
