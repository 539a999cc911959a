export { commentFacts, commentsOf } from './comments.query.server';
export type { CommentView } from './comments.query.server';
export { decideReportedComment, editComment, postComment, removeComment } from './comments.server';
export { mayComment } from './policy';
