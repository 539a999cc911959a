import { treated } from '../held-on-persons';
import type { HeldOnPersons } from '../held-on-persons';

export const heldInFiles: HeldOnPersons = {
  models: {
    StoredFile: {
      uploadedBy: treated('what hangs on nothing is deleted; the rest stays without who uploaded it'),
    },
  },
  erase: async (tx, _ctx, person) => {
    await tx.prisma.storedFile.deleteMany({ where: { uploadedBy: person.id, attachments: { none: {} } } });
    await tx.prisma.storedFile.updateMany({ where: { uploadedBy: person.id }, data: { uploadedBy: null } });
  },
};
