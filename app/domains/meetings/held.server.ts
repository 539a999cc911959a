import { official } from '../held-on-persons';
import type { HeldOnPersons } from '../held-on-persons';

export const heldInMeetings: HeldOnPersons = {
  models: { Meeting: { createdBy: official } },
};
