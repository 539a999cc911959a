/** What matters are about, the same for proposals, feedback and work orders. */
export const categories = [
  'roads-traffic',
  'environment',
  'housing',
  'elderly-care',
  'children-schools',
  'health',
  'culture-sports',
  'safety',
  'greening',
  'facilities',
  'commerce',
  'other',
] as const;
export type Category = (typeof categories)[number];

/** Groups of categories: responsibility lists may name one for all that it holds. */
export const categoryGroups = ['city-management', 'public-services', 'order-and-trade'] as const;
export type CategoryGroup = (typeof categoryGroups)[number];

/** What a responsibility list may name. */
export const listedCategories = [...categories, ...categoryGroups] as const;
export type ListedCategory = Category | CategoryGroup;

/** The tree: a category's group, or null where it stands alone. */
export const parentCategory: Record<Category, CategoryGroup | null> = {
  'roads-traffic': 'city-management',
  environment: 'city-management',
  housing: 'city-management',
  'elderly-care': 'public-services',
  'children-schools': 'public-services',
  health: 'public-services',
  'culture-sports': 'public-services',
  safety: 'order-and-trade',
  greening: 'city-management',
  facilities: 'city-management',
  commerce: 'order-and-trade',
  other: null,
};

/** The category and its group, nearest first. */
export function categoryTrail(category: string): string[] {
  const above = Object.hasOwn(parentCategory, category) ? parentCategory[category as Category] : null;
  return above ? [category, above] : [category];
}
