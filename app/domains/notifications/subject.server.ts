import type { SubjectServer } from '../define-subject.server';
import { mailDigest, queueDigests } from './digest.server';
import { heldInNotifications } from './held.server';
import { notify } from './notify.server';
import { notifications } from './subject';

export const notificationsServer: SubjectServer = {
  subject: notifications,
  access: {},
  held: heldInNotifications,
  jobs: (ctx) => ({
    notify: (payload) => notify(ctx, payload),
    'mail.digest': (payload) => mailDigest(ctx, payload),
  }),
  jobGroups: [{ kinds: ['mail', 'mail.digest'], lanes: 4, limitMilliseconds: 60_000 }],
  recurring: (ctx) => ({ 'mail.digests': { everySeconds: 600, run: () => queueDigests(ctx) } }),
};
