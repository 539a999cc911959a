import { offersOf } from '../define-subject';
import type { Subject } from '../define-subject';
import { agreementEvents } from './events';
import { agreementLifecycle, clauseNoteLifecycle, obligationLifecycle } from './lifecycle';

export const agreements: Subject = {
  name: 'agreements',
  kinds: {
    agreement: offersOf('it is the text of verified organisations, and its parties answer for it', {
      followed: true,
      discussed: true,
      searched: 'agreements are found in their list, and from the proposal that they carry out',
      ordered: 'each of its obligations is taken up by itself',
      published: true,
    }),
  },
  events: agreementEvents,
  lifecycles: {
    agreement: agreementLifecycle,
    obligation: obligationLifecycle,
    'clause-note': clauseNoteLifecycle,
  },
  listeners: [{ kinds: ['organisation'], job: 'agreements.party-changed' }],
};
