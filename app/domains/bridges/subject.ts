import { offersOf } from '../define-subject';
import type { Subject } from '../define-subject';
import { bridgeEvents } from './events';
import {
  deliveryLifecycle,
  endpointLifecycle,
  sentOrderLifecycle,
  sourceLifecycle,
  targetLifecycle,
} from './lifecycle';

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
  lifecycles: {
    'webhook-endpoint': endpointLifecycle,
    'webhook-delivery': deliveryLifecycle,
    'inbound-source': sourceLifecycle,
    'open311-target': targetLifecycle,
    'sent-order': sentOrderLifecycle,
  },
  listeners: [
    { kinds: ['work-order', 'feedback'], job: 'bridge.tell', publicOnly: true },
    { kinds: ['organisation'], job: 'bridge.organisation-changed' },
  ],
};
