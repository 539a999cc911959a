export { appendEvent } from './append-event.server';
export { timelineOf } from './timeline.query.server';
export type { TimelineEntry } from './timeline.query.server';
