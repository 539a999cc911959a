import { offersOf } from '../define-subject';
import type { Subject } from '../define-subject';
import { workOrderEvents } from './events';
import { requestLifecycle, workOrderLifecycle } from './lifecycle';

export const workorders: Subject = {
  name: 'workorders',
  kinds: {
    'work-order': offersOf('an order is the work of offices on what people asked for', {
      followed: true,
      searched: true,
      published: true,
      pictured: 'its pictures belong to the reports of the work, before and after',
    }),
    deadlines: offersOf('the limits are set by administrators, and on record'),
  },
  events: workOrderEvents,
  lifecycles: { 'work-order': workOrderLifecycle, 'work-order-request': requestLifecycle },
  listeners: [{ kinds: ['organisation'], job: 'work-orders.organisation-changed' }],
  queueKinds: ['undispatched', 'returned-order', 'order-request'],
};
