import type { SubjectServer } from '../define-subject.server';
import { heldInFiles } from './held.server';
import { makeMissingSizes } from './picture-sizes.server';
import { removeUnattached } from './remove-unattached.server';
import { files } from './subject';
import { forgetUploads } from './uploads.server';

export const filesServer: SubjectServer = {
  subject: files,
  access: {},
  held: heldInFiles,
  recurring: (ctx) => ({
    'files.unattached': { everySeconds: 600, run: () => removeUnattached(ctx) },
    'files.uploads': { everySeconds: 600, run: () => forgetUploads(ctx) },
    'files.sizes': { everySeconds: 60, run: () => makeMissingSizes(ctx) },
  }),
};
