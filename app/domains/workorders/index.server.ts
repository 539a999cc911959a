export { settleCallBacks } from './call-back.server';
export { resumeSuspended } from './decide-request.server';
export { escalateOverdue } from './escalate-clocks.server';
export { workOrdersOf } from './work-order.query.server';
export {
  factsOfOrders,
  orderById,
  orderByNumber,
  orderCards,
  orderIdsAfter,
} from './order-facts.query.server';
