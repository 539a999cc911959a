import { offersOf } from '../define-subject';
import type { Subject } from '../define-subject';
import { territoryEvents } from './events';

export const territory: Subject = {
  name: 'territory',
  kinds: {
    area: offersOf('a place is where things happen, not one of them', { followed: true, published: true }),
  },
  events: territoryEvents,
};
