import { defineEvents, followersOf, moderatorsOf, nobody } from '../ledger/define-events';
import type { Audience, EventFacts } from '../ledger/define-events';

const administratorsOf = (event: EventFacts): Audience[] =>
  event.areaId ? [{ kind: 'role', role: 'administrator', areaId: event.areaId }] : [];

const department = (event: EventFacts): Audience[] =>
  typeof event.privateData.departmentId === 'string'
    ? [{ kind: 'organisation', organisationId: event.privateData.departmentId }]
    : [];

/** What is done with other systems. Which systems are connected is public; what they say stays with those who act. */
export const bridgeEvents = defineEvents({
  'bridge.key-issued': { isPublic: true, topics: [], audience: administratorsOf },
  'bridge.key-revoked': { isPublic: true, topics: [], audience: administratorsOf },
  'bridge.reporter-read': { isPublic: false, topics: [], audience: () => nobody },
  'bridge.update-received': {
    isPublic: false,
    topics: ['feedback', 'work-orders'],
    audience: (event) => [...department(event), ...moderatorsOf(event)],
  },
  'bridge.endpoint-added': { isPublic: true, topics: [], audience: administratorsOf },
  'bridge.endpoint-changed': { isPublic: false, topics: [], audience: administratorsOf },
  'bridge.endpoint-disabled': { isPublic: false, topics: [], audience: administratorsOf },
  'bridge.source-added': { isPublic: true, topics: [], audience: administratorsOf },
  'bridge.source-changed': { isPublic: false, topics: [], audience: administratorsOf },
  'bridge.status-unmapped': { isPublic: false, topics: [], audience: administratorsOf },
  'bridge.target-added': { isPublic: true, topics: [], audience: administratorsOf },
  'bridge.target-changed': { isPublic: false, topics: [], audience: administratorsOf },
  'bridge.order-sent': { isPublic: true, topics: ['work-orders'], audience: (event) => [followersOf(event)] },
  'bridge.order-followed': {
    isPublic: true,
    topics: ['work-orders'],
    audience: (event) => [followersOf(event), ...department(event), ...moderatorsOf(event)],
  },
  'bridge.send-failed': { isPublic: false, topics: [], audience: moderatorsOf },
  'bridge.orders-imported': { isPublic: true, topics: ['work-orders'], audience: moderatorsOf },
});
export type BridgeEventType = keyof typeof bridgeEvents;
