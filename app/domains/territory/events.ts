import { defineEvents, nobody } from '../ledger/define-events';

export const territoryEvents = defineEvents({
  'area.published': { isPublic: true, topics: ['areas'], audience: () => nobody },
});
