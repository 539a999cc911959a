import { useMatches } from '@remix-run/react';
import type { CategoryList } from '~/domains/categories/groups';

const none: CategoryList = { names: {}, retired: [] };

const isListed = (data: unknown): data is { categoryList: CategoryList } =>
  typeof data === 'object' && data !== null && 'categoryList' in data;

/** The categories that the page's loader laid beside what it shows (`categoriesFor`). */
function useCategoryList(): CategoryList {
  return useMatches().reduce((found, { data }) => (isListed(data) ? data.categoryList : found), none);
}

/** The name of a category of matters; one that nobody knows is called by its code. */
export function useCategoryName(): (category: string) => string {
  const { names } = useCategoryList();
  return (category) => names[category] ?? category;
}

interface Option {
  value: string;
  label: string;
}

/** All of them, those that are retired last: what was sorted by one is found by it. */
export function useCategoriesToFilter(): Option[] {
  const { names, retired } = useCategoryList();
  const all = Object.entries(names).map(([value, label]) => ({ value, label }));
  const isRetired = ({ value }: Option) => retired.includes(value);
  return [...all.filter((one) => !isRetired(one)), ...all.filter(isRetired)];
}

/** Those that can be chosen, and the one that the thing has already. */
export function useCategoriesToChoose(kept?: string): Option[] {
  const { names, retired } = useCategoryList();
  return Object.entries(names)
    .filter(([value]) => value === kept || !retired.includes(value))
    .map(([value, label]) => ({ value, label }));
}
