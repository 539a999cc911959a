import { by } from '../e2e/setup/page-examples';
import type { SubjectKit } from '../setup/subject-kits';

export const kit: SubjectKit = {
  async examples(portal) {
    const [event] = await portal.services.database.read.event.findMany({
      where: { isPublic: true },
      orderBy: { sequence: 'asc' },
      take: 1,
    });
    return { '/log': by(null)('/log', `/log?event=${event?.id ?? ''}`) };
  },
};
