/** The events: what happened, who did it, whom it tells; and the timelines made of them. Jobs wait here too. */
export { actsOfPersons } from './acts-of-persons.query.server';
export { appendEvent } from './append-event.server';
export {
  actsOn,
  eventById,
  eventsById,
  hasDone,
  hasReadPrivately,
  lastPublicTypeOf,
  privateDataOf,
  publicEventsBetween,
  publicEventOf,
  readingsOf,
} from './asked-events.query.server';
export { eventsAfter, lastSequence } from './changes.query.server';
export { rewriteEventsNaming } from './rewrite-events-naming.server';
export type { Naming, WhichEvents } from './rewrite-events-naming.server';
export { lastPublicEventAt } from './last-public-event.query.server';
export { tellByName } from './tell-by-name.server';
export { timelineOf } from './timeline.query.server';
export { keyOfSubject } from './subject-access';
export { otherSubject } from './other-subject';
export type { ShownSubject, SubjectAccess, SubjectKey } from './subject-access';
export type { TimelineEntry } from './timeline.query.server';
export { forgetWhoIsTold, rewriteConfidentialEvents, rewriteEventsAbout } from './rewrite-events.server';
export { auditLog } from './log/audit-log.query.server';
export type { Finding as AuditFinding } from './log/audit-log.query.server';
export type { LogProof } from './log/published-log.query.server';
export { badWitnesses, publishedHead, witnessStates } from './log/witnesses.server';
export { logFile, logKeyText, proofOfEvent } from './log/published-log.query.server';
export { logKeyState, signingLogKey } from './log/log-key.server';
export { headTakenBack } from './log/signed-head.server';
