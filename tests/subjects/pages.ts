import { by } from '../e2e/setup/page-examples';
import type { SubjectKit } from '../setup/subject-kits';

export const kit: SubjectKit = {
  examples: () =>
    Promise.resolve({
      '/pages/:id': by(null)(
        ...['help', 'privacy', 'terms', 'imprint', 'accessibility'].map((id) => `/pages/${id}`),
      ),
      '/administration/portal': by('administrator')('/administration/portal'),
      '/administration/pages': by('moderator')('/administration/pages'),
      '/administration/pages/new': by('moderator')('/administration/pages/new'),
      '/administration/pages/:id': by('administrator')('/administration/pages/privacy'),
    }),
};
