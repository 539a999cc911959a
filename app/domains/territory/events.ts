import { defineEvents, nobody } from '../ledger/define-events';

export const territoryEvents = defineEvents({
  /** Drops the pages of every process. */
  'areas.imported': { isPublic: false, topics: ['areas'], audience: () => nobody },
  'area.published': { isPublic: true, topics: ['areas'], audience: () => nobody },
});
