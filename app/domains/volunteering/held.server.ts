import { official, officials, treated } from '../held-on-persons';
import type { HeldOnPersons } from '../held-on-persons';
import { releaseSeats } from './sign-up.server';

export const heldInVolunteering: HeldOnPersons = {
  models: {
    Opportunity: { contactId: official },
    SignUp: {
      personId: treated(
        'places in shifts to come are freed and the waiting list moves up; hours served stay in the sums',
      ),
      ...officials('confirmedBy'),
    },
  },
  erase: (ctx, person) => releaseSeats(ctx, person.id),
};
