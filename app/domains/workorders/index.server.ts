export { answerCallBack, settleCallBacks } from './call-back.server';
export { resumeSuspended } from './decide-request.server';
export { escalateOverdue } from './escalate-clocks.server';
export { workOrdersOf } from './work-order.query.server';
export { stepWorkOrder } from './work-on-order.server';
export { registerImportedOrder } from './register-imported-order.server';
