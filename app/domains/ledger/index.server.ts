export { appendEvent } from './append-event.server';
export { timelineOf } from './timeline.query.server';
export { keyOfSubject } from './subject-access';
export type { ShownSubject, SubjectAccess, SubjectKey } from './subject-access';
export type { TimelineEntry } from './timeline.query.server';
