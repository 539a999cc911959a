import { by } from '../e2e/setup/page-examples';
import { newIdOf, titleOf } from '../factories/every-state';
import type { SubjectKit } from '../setup/subject-kits';

export const kit: SubjectKit = {
  makeEveryState: async (test) => {
    for (const retiredAt of [null, test.clock.now()]) {
      const id = newIdOf('category');
      const data = { id, name: titleOf(id), nameEnglish: '', position: 900, retiredAt };
      await test.database.transaction((tx) => tx.prisma.category.create({ data }));
    }
  },
  examples: () =>
    Promise.resolve({
      '/categories': [...by(null)('/categories'), ...by('administrator')('/categories')],
      '/categories/:id': [
        ...by(null)('/categories/greening'),
        ...by('administrator')('/categories/safety', '/categories/other'),
      ],
    }),
};
