export { answerCallBack, settleCallBacks } from './steps/call-back.server';
export { waitingCallBacks } from './queue/waiting-call-backs.query.server';
export { unansweredMessages } from './messages/unanswered-messages.query.server';
export { openCalendar } from './clocks/deadline-settings.server';
export { escalateOverdue } from './clocks/escalate-clocks.server';
export { workOrdersOf } from './reads/work-order.query.server';
export {
  factsOfOrders,
  openOrders,
  orderById,
  orderByNumber,
  orderCards,
  orderIdsAfter,
} from './reads/order-facts.query.server';
export { reportsOfOrders } from './reads/order-reports.query.server';
export type { OrderReport } from './reads/order-reports.query.server';
export { roundsOfOrders } from './reads/order-rounds.query.server';
export { orderToContact } from './reads/order-to-contact.query.server';
export { countCallers, openCallers } from './intake/open-callers.server';
export { takeStepOn } from './steps/work-on-order.server';
export { matterToOrder } from './registering/matter-to-order.query.server';
export { registerWorkOrder } from './registering/register-work-order.server';
export { registerDecidedOrder } from './registering/register-decided-order.server';
export { registerImportedOrder } from './registering/register-imported-order.server';
export { mayLeaveHouse } from './reads/may-leave-house.query.server';
export { allOrdersSql, closedOrdersSql } from './visibility';
export {
  exchangedOrder,
  exchangedOrders,
  exchangedOrdersAfter,
  orderOfDepartment,
  orderOfOwnNumber,
  orderOfSystem,
} from './exchanged/exchanged-orders.query.server';
export type { ExchangedOrder } from './exchanged/exchanged-orders.query.server';
export {
  lastOrderOfMatter,
  mattersOfOrder,
  publicOrdersOfMatters,
} from './exchanged/orders-of-matters.query.server';
export { outgoingOrdersWithPlaces } from './exchanged/outgoing-orders.query.server';
export { mattersOfOrdersSql, orderRequestsSql } from './exchanged/requests-sql';
export { dueOrders } from './reads/due-orders.query.server';
