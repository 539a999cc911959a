import { gone, official, officials } from '../held-on-persons';
import type { HeldOnPersons } from '../held-on-persons';

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
  secret: ['tokenHash'],
};
