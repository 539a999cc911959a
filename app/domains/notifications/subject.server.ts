import type { SubjectServer } from '../define-subject.server';
import { tellBundle } from './bundle.server';
import { mailDigest, queueDigests } from './digest.server';
import { heldInNotifications } from './held.server';
import { notify } from './notify.server';
import { sendPush } from './push/send-push.server';
import { notifications } from './subject';
import { mailWeekly, queueWeekly } from './weekly/weekly.server';
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
    'mail.bundle': (payload) => tellBundle(ctx, payload),
    'mail.digest': (payload) => mailDigest(ctx, payload),
    'mail.weekly': (payload) => mailWeekly(ctx, payload),
    push: (payload) => sendPush(ctx, payload),
  }),
  jobGroups: [
    { kinds: ['mail', 'mail.bundle', 'mail.digest', 'mail.weekly'], lanes: 4, limitMilliseconds: 60_000 },
    // Services of others, of which one may be away.
    { kinds: ['push'], lanes: 8, limitMilliseconds: 60_000 },
    { kinds: ['text-message'], lanes: 2, limitMilliseconds: 120_000 },
  ],
  recurring: (ctx) => ({
    'mail.digests': { everySeconds: 600, run: () => queueDigests(ctx) },
    'mail.letters': { everySeconds: 300, isIrreversible: true, run: () => queueWeekly(ctx) },
  }),
};
