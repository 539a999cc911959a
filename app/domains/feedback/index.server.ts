export { feedbackCards } from './feedback.query.server';
export {
  markFeedbackDispatched,
  markFeedbackEvaluated,
  markFeedbackSolved,
  reopenFeedback,
} from './move-feedback.server';
