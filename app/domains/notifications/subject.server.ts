import type { SubjectServer } from '../define-subject.server';
import { mailBundle } from './bundle.server';
import { mailDigest, queueDigests } from './digest.server';
import { heldInNotifications } from './held.server';
import { notify } from './notify.server';
import { notifications } from './subject';
import { paths } from '~/paths';

export const notificationsServer: SubjectServer = {
  subject: notifications,
  access: {},
  held: heldInNotifications,
  setUp: [
    {
      name: 'mail',
      at: `${paths.administration}#mail`,
      wholePortal: true,
      count: ({ configuration }) => Promise.resolve(configuration.smtpUrl === '' ? 0 : 1),
    },
  ],
  jobs: (ctx) => ({
    notify: (payload) => notify(ctx, payload),
    'mail.bundle': (payload) => mailBundle(ctx, payload),
    'mail.digest': (payload) => mailDigest(ctx, payload),
  }),
  jobGroups: [
    { kinds: ['mail', 'mail.bundle', 'mail.digest'], lanes: 4, limitMilliseconds: 60_000 },
    { kinds: ['text-message'], lanes: 2, limitMilliseconds: 120_000 },
  ],
  recurring: (ctx) => ({ 'mail.digests': { everySeconds: 600, run: () => queueDigests(ctx) } }),
};
