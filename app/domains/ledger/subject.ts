import type { Subject } from '../define-subject';

/** The record itself: it has no events of its own. */
export const ledger: Subject = { name: 'ledger', kinds: {}, events: {} };
