import type { Subject } from '../define-subject';

export const notifications: Subject = { name: 'notifications', kinds: {}, events: {} };
