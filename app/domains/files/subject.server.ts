import type { SubjectServer } from '../define-subject.server';
import { heldInFiles } from './held.server';
import { removeUnattached } from './remove-unattached.server';
import { files } from './subject';

export const filesServer: SubjectServer = {
  subject: files,
  access: {},
  held: heldInFiles,
  recurring: (ctx) => ({ 'files.unattached': { everySeconds: 600, run: () => removeUnattached(ctx) } }),
};
