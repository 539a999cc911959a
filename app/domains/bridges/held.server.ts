import { gone, official, officials } from '../held-on-persons';
import type { HeldOnPersons } from '../held-on-persons';
import { daysWithContact, kept } from '../held-terms';

const service = { ...official, exported: 'the account of another system' };

export const heldInBridges: HeldOnPersons = {
  models: {
    ApiKey: { personId: service, ...officials('createdBy', 'revokedBy') },
    WebhookEndpoint: officials('createdBy'),
    InboundSource: { personId: service, createdBy: official },
    ExternalStatus: officials('createdBy'),
    Open311Target: officials('createdBy'),
    SentOrder: officials('sentBy'),
    CalendarLink: { personId: gone },
  },
  termsOfOthers: {
    'ExternalRequest.sealedReporter': kept.untilDone(
      `bridges.reporters, ${daysWithContact} days after the feedback ended`,
    ),
    'ExternalUpdate.sealedSender': kept.untilDone(`bridges.reporters, ${daysWithContact} days after it came`),
  },
  terms: {
    ApiKey: kept.untilDone('whoever administers the keys revokes it'),
    CalendarLink: kept.account,
    InboundSource: kept.untilDone('whoever administers the sources removes it'),
  },
  secret: ['tokenHash'],
};
