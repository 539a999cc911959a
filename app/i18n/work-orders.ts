import { defineCatalogue } from './catalogue';
import { workOrders as english } from './en/work-orders';
import { workOrders as chinese } from './zh-CN/work-orders';

export const workOrders = defineCatalogue(chinese, english);
