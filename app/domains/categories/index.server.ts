/** What matters are about: kept by page, chosen from a list, read by code. */
export {
  categoriesDesk,
  categoryList,
  categoryNamer,
  categoryPage,
  categoryTrails,
  readCategories,
  shownCategories,
} from './categories.query.server';
export type { CategoryRow } from './categories.query.server';
export { ensureCategory, listableCategories } from './ensure-category.server';
export {
  addCategory,
  bringBackCategory,
  changeCategory,
  moveCategory,
  retireCategory,
} from './keep-categories.server';
