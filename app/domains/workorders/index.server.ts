export { settleCallBacks } from './call-back.server';
export { escalateOverdue } from './overdue.server';
export { workOrdersOf } from './work-order.query.server';
export {
  factsOfOrders,
  orderById,
  orderByNumber,
  orderCards,
  orderIdsAfter,
} from './order-facts.query.server';
