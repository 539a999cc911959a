export { answerCallBack, settleCallBacks } from './call-back.server';
export { escalateOverdue } from './overdue.server';
export { workOrdersOf } from './work-order.query.server';
export { stepWorkOrder } from './work-on-order.server';
export { registerImportedOrder } from './register-imported-order.server';
