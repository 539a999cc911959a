import type { EventFacts } from '~/domains/ledger/define-events';

const named = (...fields: string[]) => Object.fromEntries(fields.map((field) => [field, field]));
const listed = (...fields: string[]) => Object.fromEntries(fields.map((field) => [field, [field]]));

/** Facts that hold all that any event tells somebody by: each value is the name of its field. */
export const sampleFacts = (type: string): EventFacts => ({
  type,
  subjectKind: type.split('.')[0] ?? '',
  subjectId: 'subjectId',
  areaId: 'areaId',
  actorPersonId: null,
  publicData: named('proposalId', 'intoId', 'departmentId'),
  privateData: {
    ...named('volunteerId', 'authorId', 'intoAuthorId', 'answeredId', 'personId'),
    ...named('organisationId', 'departmentId', 'handlingAreaId'),
    ...listed('volunteerIds', 'partyIds', 'askedIds', 'mentionedIds', 'personIds', 'organisationIds'),
    ...listed('departmentIds'),
    links: [{ kind: 'matter', id: 'matterId' }],
  },
});
