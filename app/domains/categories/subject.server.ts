import { openToAll } from '../define-subject.server';
import type { SubjectServer } from '../define-subject.server';
import { categories } from './subject';

export const categoriesServer: SubjectServer = {
  subject: categories,
  access: {
    // Notices name a category by its name now.
    category: openToAll('Category', async ({ database }, ids) => {
      const rows = await database.read.category.findMany({ where: { id: { in: ids } } });
      return rows.map(({ id, name }) => ({ id, title: name }));
    }),
  },
};
