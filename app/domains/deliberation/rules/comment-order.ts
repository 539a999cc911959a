export const commentSorts = ['newest', 'support', 'controversy'] as const;
export type CommentSort = (typeof commentSorts)[number];
