import { offersOf } from '../define-subject';
import type { Subject } from '../define-subject';
import { bridgeEvents } from './events';

const betweenOffices = offersOf('the administrators who keep the connection are told of it');

export const bridges: Subject = {
  name: 'bridges',
  kinds: {
    'api-key': betweenOffices,
    'webhook-endpoint': betweenOffices,
    'inbound-source': betweenOffices,
    'open311-target': betweenOffices,
    'order-import': betweenOffices,
  },
  events: bridgeEvents,
  listeners: [{ kinds: ['work-order', 'feedback'], job: 'bridge.tell', publicOnly: true }],
};
