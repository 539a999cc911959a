import { openToAll } from '../define-subject.server';
import type { SubjectServer } from '../define-subject.server';
import { territory } from './subject';

export const territoryServer: SubjectServer = {
  subject: territory,
  access: {
    // Notices name an area by what happens in it.
    area: openToAll('Area', async ({ database }, ids) => {
      const rows = await database.read.area.findMany({ where: { id: { in: ids } }, select: { id: true } });
      return rows.map(({ id }) => ({ id, title: null }));
    }),
  },
};
