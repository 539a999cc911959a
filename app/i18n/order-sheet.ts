import { defineCatalogue } from './catalogue';
import { orderSheet as english } from './en/order-sheet';
import { orderSheet as chinese } from './zh-CN/order-sheet';

/** Words of the sheet that goes with an order. */
export const orderSheet = defineCatalogue(chinese, english);
