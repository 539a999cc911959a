/**
 * Kinds of jobs that each event feeds besides telling its audience, by the kind of its subject. They are written in
 * the transaction of the change, with `{ subjectId, eventId }`, and may be done more than once.
 */
export const feeds: Readonly<Record<string, readonly string[]>> = {
  'work-order': ['statistics.count-order'],
};
