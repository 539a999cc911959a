import { by } from '../e2e/setup/page-examples';
import type { SubjectKit } from '../setup/subject-kits';

export const kit: SubjectKit = {
  examples: () =>
    Promise.resolve({
      '/categories': [...by(null)('/categories'), ...by('administrator')('/categories')],
      '/categories/:id': [
        ...by(null)('/categories/greening'),
        ...by('administrator')('/categories/safety', '/categories/other'),
      ],
    }),
};
