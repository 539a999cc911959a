import { treated } from '../held-on-persons';
import type { HeldOnPersons } from '../held-on-persons';
import { kept } from '../held-terms';

export const heldInFiles: HeldOnPersons = {
  models: {
    StoredFile: {
      uploadedBy: treated('what hangs on nothing is deleted; the rest stays without who uploaded it'),
    },
  },
  terms: {
    StoredFile: kept.matter,
  },
  erase: async (ctx, person) => {
    await ctx.prisma.storedFile.deleteMany({ where: { uploadedBy: person.id, attachments: { none: {} } } });
    await ctx.prisma.storedFile.updateMany({ where: { uploadedBy: person.id }, data: { uploadedBy: null } });
  },
};
