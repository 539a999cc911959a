import { expect, it } from 'vitest';
import { belongsToElectorate, bornBy } from './electorate';
import type { ElectorateTerms, PersonFacts } from './electorate';

const opening = new Date('2026-06-01T00:00:00Z');
const terms: ElectorateTerms = {
  electorateKind: 'residents',
  areaId: '421002',
  minimumAge: 18,
  organisationIds: [],
};
const person: PersonFacts = {
  residenceAreaId: '421002001001',
  birthYear: 1980,
  organisationIds: [],
  listed: false,
};

it.each([
  ['a resident below the area', {}, {}, null],
  ['nobody without a verified residence', { residenceAreaId: null }, {}, 'residence-not-verified'],
  ['nobody from elsewhere', { residenceAreaId: '421003' }, {}, 'lives-elsewhere'],
  ['whoever reaches the age in the year of opening', { birthYear: 2008 }, {}, null],
  ['nobody younger', { birthYear: 2009 }, {}, 'too-young'],
  ['nobody of unknown age where an age is asked', { birthYear: null }, {}, 'age-unknown'],
  ['any age where none is asked', { birthYear: null }, { minimumAge: 0 }, null],
  [
    'members, wherever they live',
    { residenceAreaId: null, organisationIds: ['b'] },
    { electorateKind: 'organisations', organisationIds: ['a', 'b'] },
    null,
  ],
  ['nobody but members', {}, { electorateKind: 'organisations', organisationIds: ['a'] }, 'not-a-member'],
  ['those on the list', { residenceAreaId: null, listed: true }, { electorateKind: 'list' }, null],
  ['nobody off the list', {}, { electorateKind: 'list' }, 'not-listed'],
] as const)('admits %s', (_name, facts, change, refusal) => {
  const decision = belongsToElectorate(
    { ...person, ...facts } as PersonFacts,
    { ...terms, ...change } as ElectorateTerms,
    { at: opening, timeZone: 'Asia/Shanghai' },
  );
  expect(decision.allowed ? null : decision.reason.replace('ballots.', '')).toBe(refusal);
});

it('goes by the year that the portal’s clock shows, not by UTC’s', () => {
  const at = new Date('2026-12-31T16:00:00Z');
  expect(bornBy(18, { at, timeZone: 'Asia/Shanghai' })).toBe(2009);
  expect(bornBy(18, { at, timeZone: 'UTC' })).toBe(2008);
});
