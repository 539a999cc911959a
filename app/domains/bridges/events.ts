import { z } from 'zod';
import { defineEvents, followersOf, moderatorsOf, nobody, organisation } from '../ledger/define-events';
import type { Audience, Keeping } from '../ledger/define-events';

const fields = {
  said: {
    reason: z.string(),
    status: z.string(),
    target: z.string(),
    count: z.number(),
  },
  kept: {
    reason: z.string(),
    feedbackIds: z.array(z.string()),
    departmentId: z.string().nullable(),
    status: z.string(),
    updateId: z.string(),
    notes: z.string().nullable(),
  },
};

type Told<Kept extends keyof typeof fields.kept = never> = Keeping<typeof fields, Kept>;

const administratorsOf = (event: Told): Audience[] =>
  event.areaId ? [{ kind: 'role', role: 'administrator', areaId: event.areaId }] : [];

const department = (event: Told<'departmentId'>) => organisation(event.privateData.departmentId);

/** What is done with other systems. Which systems are connected is public; what they say stays with those who act. */
export const bridgeEvents = defineEvents(fields, {
  'bridge.key-issued': { isPublic: true, topics: [], audience: administratorsOf },
  'bridge.key-revoked': { isPublic: true, topics: [], audience: administratorsOf },
  'bridge.reporter-read': {
    isPublic: false,
    topics: [],
    keeps: ['reason', 'feedbackIds'],
    audience: () => nobody,
  },
  'bridge.update-received': {
    isPublic: false,
    topics: ['feedback', 'work-orders'],
    says: ['reason'],
    keeps: ['departmentId', 'status', 'updateId'],
    audience: (event: Told<'departmentId'>) => [...department(event), ...moderatorsOf(event)],
  },
  'bridge.endpoint-added': { isPublic: true, topics: [], audience: administratorsOf },
  'bridge.endpoint-changed': { isPublic: false, topics: [], audience: administratorsOf },
  'bridge.endpoint-disabled': { isPublic: false, topics: [], says: ['reason'], audience: administratorsOf },
  'bridge.source-added': { isPublic: true, topics: [], audience: administratorsOf },
  'bridge.source-changed': { isPublic: false, topics: [], audience: administratorsOf },
  'bridge.status-unmapped': { isPublic: false, topics: [], says: ['status'], audience: administratorsOf },
  'bridge.target-added': { isPublic: true, topics: [], audience: administratorsOf },
  'bridge.target-changed': { isPublic: false, topics: [], audience: administratorsOf },
  'bridge.order-sent': {
    isPublic: true,
    topics: ['work-orders'],
    says: ['target'],
    audience: (event) => [followersOf(event)],
  },
  'bridge.order-followed': {
    isPublic: true,
    topics: ['work-orders'],
    says: ['target', 'status'],
    keeps: ['departmentId'],
    audience: (event: Told<'departmentId'>) => [
      followersOf(event),
      ...department(event),
      ...moderatorsOf(event),
    ],
  },
  'bridge.send-failed': { isPublic: false, topics: [], says: ['target'], audience: moderatorsOf },
  'bridge.orders-imported': {
    isPublic: true,
    topics: ['work-orders'],
    says: ['count'],
    audience: moderatorsOf,
  },
});
export type BridgeEventType = keyof typeof bridgeEvents;
