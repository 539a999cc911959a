export { decideFeedback } from './decide-feedback.server';
export { decideReportedFeedback } from './hide-feedback.server';
export { feedbackPage } from './feedback.query.server';
export { linkableFeedback } from './linkable-feedback.query.server';
export {
  markFeedbackDispatched,
  markFeedbackEvaluated,
  markFeedbackSolved,
  refuseDispatchedFeedback,
  reopenFeedback,
} from './move-feedback.server';
export { takeFeedback } from './submit-feedback.server';
export { withdrawFeedback } from './withdraw-feedback.server';
export { feedbackFactColumns, feedbackFacts, publicFeedback, readableFeedback } from './visibility';
