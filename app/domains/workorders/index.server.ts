export { answerCallBack, settleCallBacks } from './call-back.server';
export { waitingCallBacks } from './waiting-call-backs.query.server';
export { openCalendar } from './deadline-settings.server';
export { escalateOverdue } from './escalate-clocks.server';
export { workOrdersOf } from './work-order.query.server';
export {
  factsOfOrders,
  orderById,
  orderByNumber,
  orderCards,
  orderIdsAfter,
} from './order-facts.query.server';
export { reportsOfOrders } from './order-reports.query.server';
export type { OrderReport } from './order-reports.query.server';
export { roundsOfOrders } from './order-rounds.query.server';
export { orderToContact } from './order-to-contact.query.server';
export { takeStepOn } from './work-on-order.server';
export { registerDecidedOrder } from './register-decided-order.server';
export { registerImportedOrder } from './register-imported-order.server';
export { publicOrders, publicOrderSql, readableOrders } from './visibility';
