import { treated } from '../held-on-persons';
import type { HeldOnPersons } from '../held-on-persons';

export const heldInFiles: HeldOnPersons = {
  models: {
    StoredFile: {
      uploadedBy: treated(
        'what hangs on nothing is removed with its bytes; the rest stays without who uploaded it',
      ),
    },
    PictureUpload: {
      personId: { exported: 'a picture on its way to a form: gone within a day', erasing: 'deleted' },
    },
  },
  erase: async (ctx, person) => {
    // The job that removes what hangs on nothing takes the bytes with the row: nobody can hang it on anything any more.
    await ctx.prisma.storedFile.updateMany({ where: { uploadedBy: person.id }, data: { uploadedBy: null } });
  },
};
