export { decideFeedback } from './decide-feedback.server';
export { decideReportedFeedback } from './hide-feedback.server';
export { endedFeedback } from './lists/ended-feedback.query.server';
export { feedbackEventTypes } from './events';
export { feedbackPage } from './feedback.query.server';
export { takeFeedback } from './submit-feedback.server';
export { withdrawFeedback } from './withdraw-feedback.server';
export {
  answersOfFeedback,
  exchangedFeedback,
  feedbackSpokenOn,
} from './lists/exchanged-feedback.query.server';
export { feedbackRequestsSql } from './lists/requests-sql';
