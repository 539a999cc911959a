import { defineEvents, nobody } from '../ledger/define-events';
import type { EventFacts } from '../ledger/define-events';

/**
 * Nothing of the register is public, and no event says more than that something happened: whom it concerns is told by
 * name, and stands in none, for events stay when an entry is gone.
 */
const concerned = { isPublic: false, topics: [], untitled: true, audience: () => nobody } as const;

const staffOf = ({ areaId }: Pick<EventFacts, 'areaId'>) =>
  areaId === null ? nobody : [{ kind: 'role' as const, role: 'staff' as const, areaId }];
const forStaff = { ...concerned, audience: staffOf };

/** The next office: those who administer the place. */
const forOffice = {
  ...concerned,
  audience: ({ areaId }: Pick<EventFacts, 'areaId'>) =>
    areaId === null ? nobody : [{ kind: 'role' as const, role: 'administrator' as const, areaId }],
};

export const careEvents = defineEvents(
  { said: {}, kept: {} },
  {
    'care-need.stated': forStaff,
    'care-need.asked': concerned,
    'care-need.agreed': forStaff,
    'care-need.corrected': forStaff,
    'care-need.accepted': concerned,
    'care-need.declined': concerned,
    'care-need.ended': concerned,
    'care-need.withdrawn': forStaff,
    'care-need.contested': forOffice,
    'care-need.contest-answered': forStaff,
    'care-task.planned': concerned,
    'care-task.offered': concerned,
    'care-task.accepted': concerned,
    'care-task.given-back': forStaff,
    'care-task.recorded': concerned,
    'care-task.missed': forStaff,
    'care-task.seen-to': concerned,
    'care-task.cancelled': forStaff,
    'care-task.objected': forStaff,
    'care-task.objection-answered': concerned,
    'care-volunteer.offered': forStaff,
    'care-volunteer.vetted': concerned,
    'care-volunteer.carried-over': concerned,
    'care-volunteer.to-vet': forStaff,
    'care-volunteer.refused': concerned,
    'care-volunteer.ended': concerned,
  },
);
export type CareEventType = keyof typeof careEvents & string;
