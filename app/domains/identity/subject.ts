import { offersOf } from '../define-subject';
import type { Subject } from '../define-subject';
import { identityEvents } from './events';
import { residenceLifecycle } from './lifecycle';

const aboutOnePerson = 'it concerns one person, who is told of it by name';

export const identity: Subject = {
  name: 'identity',
  kinds: { person: offersOf(aboutOnePerson), residence: offersOf(aboutOnePerson) },
  events: identityEvents,
  lifecycles: { 'residence-verification': residenceLifecycle },
  queueKinds: ['residence-verification'],
};
