import { defineEvents } from '../ledger/define-events';
import type { Audience, EventFacts } from '../ledger/define-events';

/** The department that is to reach it, and those who follow the area. */
const concerned = (event: EventFacts): Audience[] => {
  const { departmentId } = event.publicData;
  const followers: Audience[] = event.areaId
    ? [{ kind: 'followers', subjectKind: 'area', subjectId: event.areaId }]
    : [];
  if (typeof departmentId !== 'string' || departmentId === '') return followers;
  return [{ kind: 'organisation', organisationId: departmentId }, ...followers];
};

const topics = ['targets'];

export const targetEvents = defineEvents({
  'target.set': { isPublic: true, topics, audience: concerned },
  'target.changed': { isPublic: true, topics, audience: concerned },
  'target.withdrawn': { isPublic: true, topics, audience: concerned },
});
