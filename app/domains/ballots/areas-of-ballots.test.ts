import { expect, it } from 'vitest';
import type { Membership, PersonActor } from '../actor';
import { areasOfBallots } from './policy';

const person: PersonActor = {
  ...{ kind: 'person', personId: 'ann', displayName: 'Ann', emailConfirmed: true },
  ...{ homeAreaId: null, residenceAreaId: null, memberships: [], actingFor: null },
  roles: [
    { role: 'moderator', areaId: '421002' },
    { role: 'staff', areaId: '421003' },
  ],
};
const office: Membership = {
  ...{ organisationId: 'o', name: 'O', kind: 'community-committee', areaId: '421002001001' },
  ...{ mandate: 'owner', verified: true },
};

it('ballots are called where one moderates, and where the office acted for may', () => {
  expect(areasOfBallots({ kind: 'visitor' })).toEqual([]);
  expect(areasOfBallots(person)).toEqual(['421002']);
  expect(areasOfBallots({ ...person, roles: [], actingFor: office })).toEqual(['421002001001']);
  // What the form would offer is refused when it is sent.
  expect(areasOfBallots({ ...person, roles: [], actingFor: { ...office, kind: 'enterprise' } })).toEqual([]);
  expect(areasOfBallots({ ...person, roles: [], actingFor: { ...office, mandate: 'member' } })).toEqual([]);
});
