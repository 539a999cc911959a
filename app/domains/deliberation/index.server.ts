export { commentFacts, commentsOf, decideReportedComment, mayComment, postComment, removeComment } from './comments.server';
