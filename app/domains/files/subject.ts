import type { Subject } from '../define-subject';

export const files: Subject = { name: 'files', kinds: {}, events: {} };
