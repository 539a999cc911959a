/** Groups of categories: responsibility lists may name one for all that it holds. */
export const categoryGroups = ['city-management', 'public-services', 'order-and-trade'] as const;
export type CategoryGroup = (typeof categoryGroups)[number];

/** What nobody has sorted yet: drafts, matters of agreements and of meetings begin with it, so that it cannot be retired. */
export const unsortedCategory = 'other';

/** The categories as a page needs them: by code, in their order, in the reader's language. */
export interface CategoryList {
  names: Readonly<Record<string, string>>;
  /** Codes of those that cannot be chosen any more. */
  retired: readonly string[];
}
