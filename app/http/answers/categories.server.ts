import { contextOf } from '../actor.server';
import type { RouteArgs } from '../actor.server';
import { shownCategories } from '~/domains/categories/index.server';

/** The categories as the page shows them or chooses from them: a loader answers with them, `useCategoryName` finds them. */
export const categoriesFor = async (args: RouteArgs) => ({
  categoryList: shownCategories(await args.context.categories(), contextOf(args).locale),
});
